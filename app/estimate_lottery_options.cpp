#include "app/estimate_options.hpp"
#include "app/option_checks.hpp"

namespace homeroom::app {

void add_lottery(CLI::App* estimate, EstimateOptions& o) {
  add_column(estimate, "--lottery", o.lottery,
             "Instead: what an offer, and a year attended, adds to this score; empty where it is "
             "not known");
  add_column(estimate, "--offer", o.offer, "With it: 1 where a seat was offered, else 0");
  add_column(estimate, "--chance", o.chance,
             "With it: chance of an offer, such as --offer-chances gives");
  add_column(estimate, "--attended", o.attended, "With it: years attended up to the score");
  add_column(estimate, "--enrolled", o.enrolled,
             "With it: 1 where the child came in the first year (default: ever)");
  estimate
      ->add_option("--chance-as", o.chance_as,
                   "With it: chances held equal by cells of a hundredth, or as a linear term "
                   "(default: cells)")
      ->type_name("cells|linear")
      ->check(refuse_no_chance_control);
}

void add_offer_chances(CLI::App* estimate, EstimateOptions& o) {
  add_column(estimate, "--offer-chances", o.chances,
             "Instead: chances of an offer from the lists of a year, a row for each child and "
             "school listed; the child");
  add_column(estimate, "--rank", o.rank, "With it: of the school on the child's list; 1 is best");
  add_column(estimate, "--priority", o.priority,
             "With it: class of priority, a whole number; smaller is served first");
  add_column(estimate, "--number", o.number,
             "With it: lottery number, 0 to 1; smaller is served first");
  add_column(estimate, "--asked", o.asked, "With it: 1 at schools whose offers are asked about");
  add_column(estimate, "--ever", o.ever, "With it: 1 where an offer came at once or later");
  add_column(estimate, "--examined", o.examined, "With it: 1 at schools that admit by examination");
  add_column(estimate, "--separate", o.separate,
             "With it: 1 in lotteries that a school holds by itself, else the district's");
  estimate
      ->add_option("--assignment", o.assignment,
                   "With it: how the district gives seats: deferred or immediate acceptance "
                   "(default: deferred)")
      ->type_name("deferred|immediate")
      ->check(refuse_no_assignment);
}

}  // namespace homeroom::app
