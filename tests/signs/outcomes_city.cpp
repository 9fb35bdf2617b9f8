// What can be said of the city once a year.
#include <cmath>

#include "sim/observe/names.hpp"
#include "tests/signs/outcomes.hpp"
#include "tests/support/patterns.hpp"

namespace homeroom::signs {
namespace {

Outcome city(const char* name, const char* unit, const char* meaning,
             std::function<double(const World&)> of) {
  return {std::string("city.") + name, unit, meaning,
          [of](const SeenYear& y, std::size_t) { return of(y.world); }};
}

Outcome result(const char* name, const char* unit, const char* meaning, int Results::*of) {
  return city(name, unit, meaning,
              [of](const World& w) { return static_cast<double>(w.results.*of); });
}

Outcome rate(const char* name, const char* meaning, int Results::*part, int Results::*whole) {
  return city(name, "share", meaning, [part, whole](const World& w) {
    return w.results.*whole > 0 ? static_cast<double>(w.results.*part) / (w.results.*whole) : NAN;
  });
}

Outcome office(const char* name, const char* unit, const char* meaning, double CentralOffice::*of) {
  return city(name, unit, meaning, [of](const World& w) { return w.office.*of; });
}

/// "city.closure_events": how many the year had.
void add_events(std::vector<Outcome>& all) {
  for (int k = 0; k <= static_cast<int>(EventKind::StateTakeover); ++k) {
    const auto kind = static_cast<EventKind>(k);
    all.push_back(city((std::string(name_of(kind)) + "_events").c_str(), "events/year",
                       "events of this kind in the year", [kind](const World& w) {
                         double count = 0;
                         for (const Event& event : w.results.events) count += event.kind == kind;
                         return count;
                       }));
  }
}

void add_choice(std::vector<Outcome>& all) {
  all.push_back(rate("participation", "of choosers who take part", &Results::participants,
                     &Results::choosers));
  all.push_back(rate("got_first", "of participants who got their first choice", &Results::got_first,
                     &Results::participants));
  all.push_back(rate("got_top3", "of participants who got one of their first three",
                     &Results::got_top3, &Results::participants));
  all.push_back(rate("got_any", "of participants who got a school of their list", &Results::got_any,
                     &Results::participants));
  all.push_back(
      result("participants", "students", "who take part in choice", &Results::participants));
  all.push_back(result("choosers", "students", "who may choose", &Results::choosers));
  all.push_back(result("unassigned", "students", "participants without a school of their list",
                       &Results::unassigned));
  all.push_back(result("lottery_applicants", "students", "who enter separate lotteries",
                       &Results::separate_applicants));
  all.push_back(
      result("lottery_offers", "offers", "of separate lotteries", &Results::separate_offers));
  all.push_back(result("lottery_enrolled", "students", "who came by separate lotteries",
                       &Results::separate_enrolled));
  all.push_back(rate("lottery_take_up", "of those offered a seat by lottery who take it",
                     &Results::separate_enrolled, &Results::separate_offers));
  all.push_back(
      city("applications", "applications", "ranks on lists and entries in lotteries",
           [](const World& w) { return static_cast<double>(w.results.applications.size()); }));
}

void add_staff(std::vector<Outcome>& all) {
  all.push_back(result("pool", "teachers", "on the payroll without a post", &Results::pool_size));
  all.push_back(
      result("pool_entries", "teachers", "who came into the pool", &Results::pool_entries));
  all.push_back(result("pool_exits", "teachers", "who left the pool", &Results::pool_exits));
  all.push_back(result("placements_forced", "teachers", "placed without consent",
                       &Results::placements_forced));
  all.push_back(result("hires_outside", "teachers", "hired from outside", &Results::hires_outside));
  all.push_back(rate("hires_novice", "of those hired from outside who never taught",
                     &Results::hires_novice, &Results::hires_outside));
  all.push_back(rate("teachers_left", "of teachers who left the city", &Results::teachers_left,
                     &Results::teachers_before));
}

void add_institutions(std::vector<Outcome>& all) {
  all.push_back(
      office("buy_in", "share", "of the central office, to autonomy", &CentralOffice::buy_in));
  all.push_back(office("support_office", "share", "strength of the office for autonomous schools",
                       &CentralOffice::support_office));
  all.push_back(office("compliance_load", "share", "of a principal's time that rules cost",
                       &CentralOffice::compliance_load));
  all.push_back(office("service_quality", "share", "of the district's services",
                       &CentralOffice::service_quality));
  all.push_back(office("service_price", "1", "of its services, against the start",
                       &CentralOffice::service_price));
  all.push_back(office("service_customers", "share", "of children, whom its services reach",
                       &CentralOffice::customers_now));
  all.push_back(office("cash", "USD", "the district's own balance", &CentralOffice::cash));
  all.push_back(office("pool_cost", "USD/year", "salaries of teachers without a post",
                       &CentralOffice::pool_cost));
  all.push_back(office("resource_norm", "USD/student",
                       "useful spending beyond staff in the first year",
                       &CentralOffice::resource_norm));
  all.push_back(office("revenue", "USD/year", "all money in", &CentralOffice::revenue));
  all.push_back(office("outlay", "USD/year", "all money out", &CentralOffice::outlay));
  all.push_back(city("commitment", "share", "of the superintendent, to autonomy",
                     [](const World& w) { return w.superintendent.commitment; }));
  all.push_back(city("superintendent_years", "years", "in post",
                     [](const World& w) { return w.superintendent.years; }));
  all.push_back(city("reform_share", "share", "of board seats for reform",
                     [](const World& w) { return w.board.reform_share; }));
  all.push_back(city("union_stance", "1", "toward autonomy",
                     [](const World& w) { return w.teachers_union.stance; }));
  all.push_back(city("anchor_math", "SD/year", "growth's one constant",
                     [](const World& w) { return w.anchor[kMath]; }));
}

void add_patterns(std::vector<Outcome>& all) {
  using testing::between_schools;
  all.push_back(city("between_schools_math", "share", "of the variance of scores in grades 3 to 8",
                     [](const World& w) {
                       double sum = 0;
                       for (int grade = 3; grade <= 8; ++grade)
                         sum += between_schools(w, grade, kMath);
                       return sum / 6;
                     }));
  all.push_back(city("arrived", "students", "who came to the city within a year",
                     [](const World& w) { return w.results.arrived; }));
  all.push_back(result("left_city", "students", "whose family left", &Results::left_city));
  all.push_back(result("graduated", "students", "who graduated", &Results::graduated));
}

}  // namespace

std::vector<Outcome> city_outcomes() {
  std::vector<Outcome> all;
  add_events(all);
  add_choice(all);
  add_staff(all);
  add_institutions(all);
  add_patterns(all);
  return all;
}

}  // namespace homeroom::signs
