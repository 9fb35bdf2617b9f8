// What a lottery study finds under the placebos: 0 where no school adds more than another, and the
// truth of the same offers where schools keep who comes to them. Each replicate is lived twice over
// the same dice, with its offers and with some withheld. All seeds are fixed: a test passes always
// or never.
//
//     export HOMEROOM_PLACEBO_CITIES=denver,memphis HOMEROOM_PLACEBO_REPLICATES=20
//     build/tests/test_recovery --gtest_filter='PlaceboLottery*'
//
// takes other cities than Boston, and prints the table of docs/placebos.md. The outcome's year is
// that of HOMEROOM_PLACEBO_OUTCOME, or 2014.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <optional>
#include <set>
#include <sstream>
#include <stdexcept>

#include "analysis/estimators/lottery_study.hpp"
#include "analysis/panel/panel_builder.hpp"
#include "analysis/truth/offers.hpp"
#include "sim/run/offer_lives.hpp"
#include "tests/scenario_files.hpp"

namespace homeroom {
namespace {

namespace est = estimators;

constexpr int kApplied = 2012;
const int kOutcome = [] {
  const char* said = std::getenv("HOMEROOM_PLACEBO_OUTCOME");
  return said ? std::stoi(said) : 2014;
}();

std::string words_of(const char* name, const char* otherwise) {
  const char* said = std::getenv(name);
  return said ? said : otherwise;
}

std::vector<std::string> cities() {
  std::vector<std::string> names;
  std::stringstream said(words_of("HOMEROOM_PLACEBO_CITIES", "boston"));
  for (std::string name; std::getline(said, name, ',');) names.push_back(name);
  return names;
}

std::uint32_t replicates_or(std::uint32_t otherwise) {
  return static_cast<std::uint32_t>(
      std::stoul(words_of("HOMEROOM_PLACEBO_REPLICATES", std::to_string(otherwise).c_str())));
}

Scenario city_under(const std::string& name, const std::string& policy) {
  const auto root = std::filesystem::path(HOMEROOM_SOURCE_DIR);
  const auto file = root / "scenarios" / (name + ".toml");
  PolicyFiles policies;
  if (!policy.empty()) policies.files = {root / "scenarios/policies" / (policy + ".toml")};
  const Reading reading =
      read_scenario(file, {fmt::format("run.policy_years={}", kOutcome - 2010)}, policies);
  EXPECT_TRUE(reading.scenario) << format_faults(reading.faults);
  return *reading.scenario;
}

/// Models whose schools draw lotteries of their own; where all seats go through the district's
/// assignment, those of legally separate schools.
std::vector<std::string> models_studied(const Scenario& scenario) {
  std::set<std::string> of_place;
  for (const SchoolGroup& group : scenario.place.schools) of_place.insert(group.model);
  std::vector<std::string> lotteries, separate;
  for (const SchoolModel& model : scenario.law.models) {
    if (of_place.count(model.key) == 0) continue;
    if (model.admission == Admission::Lottery) lotteries.push_back(model.key);
    if (model.guarantee == Guarantee::Separate) separate.push_back(model.key);
  }
  return lotteries.empty() ? separate : lotteries;
}

est::Assignment assignment_of(const Scenario& scenario) {
  return scenario.law_in(kApplied).choice.assignment == Assignment::ImmediateAcceptance
             ? est::Assignment::ImmediateAcceptance
             : est::Assignment::DeferredAcceptance;
}

/// One replicate: the study over its public records, and the truth of the same children's offers.
class OneReplicate {
 public:
  OneReplicate(const Scenario& scenario, double share, std::uint32_t number) : scenario_(scenario) {
    OfferQuestion question;
    question.asked = {kApplied, models_studied(scenario), {}, true};
    question.share = share;
    question.microdata = true;
    question.pick = [this](Offers& offers) { keep_those_at_risk(offers); };
    const std::atomic<bool> go_on{false};
    const OfferReaders readers = {[this](const ReplicateRecords& year) { see(year); },
                                  [this](const ReplicateRecords& year) {
                                    without_.add(year_of(year), year.whereabouts->children);
                                  }};
    const auto withheld = live_with_and_without(scenario, question, number, readers, go_on, [] {});
    truth::OfferCount count;
    count.weights = weights_;
    count.schools = schools_;
    truth_ = truth::worth_of_offers(with_, without_, withheld->all, kApplied, count);
    try {
      study_ = est::lottery_study(builder_.panel(), question_of());
    } catch (const std::invalid_argument& nobody) {
      fmt::print("replicate {}: {}\n", number, nobody.what());
    }
  }

  const std::vector<truth::OfferYear>& truth() const { return truth_; }
  /// Nothing where luck decided over no child that sits the outcome's test.
  const std::optional<est::LotteryStudy>& study() const { return study_; }

 private:
  static int year_of(const ReplicateRecords& year) {
    return static_cast<int>(year.district.wholes(2).at(0));
  }

  void see(const ReplicateRecords& year) {
    const Microdata& of = *year.microdata;
    builder_.add(year_of(year), {year.schools, year.district, year.events, of.students,
                                 of.applications, of.cutoffs, of.teachers, of.neighbourhoods});
    with_.add(year_of(year), year.whereabouts->children);
  }

  const panel::Year& application_year() const { return builder_.panel().years.at(1); }

  std::set<int> schools_asked() const {
    const auto models = models_studied(scenario_);
    return est::schools_of_models(application_year(), {models.begin(), models.end()});
  }

  est::LotteryQuestion question_of() const {
    est::LotteryQuestion question;
    question.application = kApplied;
    question.outcome = kOutcome;
    question.subject = kMath;
    question.schools = schools_asked();
    question.assignment = assignment_of(scenario_);
    return question;
  }

  /// Offers to children whose chance was neither 0 nor 1 and who will sit the outcome's test, made
  /// lines at all of the schools: without them they are as the study's losers.
  void keep_those_at_risk(Offers& offers) {
    const est::OfferScores scores =
        est::offer_scores(application_year(), schools_asked(), assignment_of(scenario_));
    const panel::Students& students = application_year().students;
    std::vector<double> chance(static_cast<std::size_t>(builder_.panel().students), 0.0);
    for (const est::OfferScore& one : scores.applicants) {
      const bool due = is_tested(one.grade + kOutcome - kApplied);
      if (due) chance[static_cast<std::size_t>(one.student)] = one.at_once;
    }
    const auto chance_of = [&](const Offer& offer) {
      return chance[static_cast<std::size_t>(students.student[offer.seat])];
    };
    std::erase_if(offers.all, [&](const Offer& offer) {
      return chance_of(offer) <= 0.0 || chance_of(offer) >= 1.0;
    });
    for (const int school : schools_asked()) {
      schools_.push_back(SchoolId{static_cast<std::size_t>(school)});
    }
    offers = at_all_of(offers, schools_);
    for (const Offer& offer : offers.all) weights_.push_back(1.0 - chance_of(offer));
  }

  const Scenario& scenario_;
  panel::PanelBuilder builder_;
  truth::LifeOfChildren with_, without_;
  std::vector<SchoolId> schools_;
  std::vector<double> weights_;
  std::vector<truth::OfferYear> truth_;
  std::optional<est::LotteryStudy> study_;
};

/// A number with its standard error.
std::string shown(const truth::MeanWithError& value) {
  return fmt::format("{:+.4f} ±{:.4f}", value.mean, value.error);
}

struct Found {
  truth::MeanWithError itt, late, at_risk;
  truth::OfferEffect truth;  ///< in the year of the outcome

  /// The study less the truth, a year attended; their errors are nearly apart.
  double gap() const { return late.mean - truth.taught_per_year[kMath].mean; }
  double gap_error() const { return std::hypot(late.error, truth.taught_per_year[kMath].error); }
};

Found study(const std::string& city, const std::string& policy, double share,
            std::uint32_t replicates) {
  const Scenario scenario = city_under(city, policy);
  std::vector<double> itt, late, at_risk;
  std::vector<std::vector<truth::OfferYear>> truths;
  for (std::uint32_t number = 1; number <= replicates; ++number) {
    const OneReplicate one(scenario, share, number);
    if (!one.study()) continue;
    itt.push_back(one.study()->itt.estimate);
    late.push_back(one.study()->late.estimate);
    at_risk.push_back(one.study()->used);
    truths.push_back(one.truth());
  }
  using truth::mean_with_error;
  const Found found = {mean_with_error(itt), mean_with_error(late), mean_with_error(at_risk),
                       truth::effect_of_offers(truths).at(kOutcome - kApplied)};
  const truth::OfferEffect& truth = found.truth;
  fmt::print("| {} | {} | {} | {:.0f} | {} | {} | {:.0f} | {:.0f} | {:.2f} | {} | {} | {} |\n",
             city, policy.empty() ? "none" : policy, found.late.count, found.at_risk.mean,
             shown(found.itt), shown(found.late), truth.children, truth.elsewhere,
             truth.attended.mean, shown(truth.taught[kMath]), shown(truth.taught_per_year[kMath]),
             shown(truth.others[kMath]));
  return found;
}

TEST(PlaceboLottery, IsWorthNothingWhereNoSchoolAddsMore) {
  for (const std::string& city : cities()) {
    const Found found = study(city, "placebo_growth", 0.2, replicates_or(12));
    EXPECT_LT(std::abs(found.itt.mean), 3 * found.itt.error) << city;
    EXPECT_LT(std::abs(found.late.mean), 3 * found.late.error) << city;
    // What everybody in the grade gained by other staffs in the city, each child gained as much of,
    // to the rounding of its stocks; and yet offers are taken up.
    EXPECT_NEAR(found.truth.taught[kMath].mean, found.truth.others[kMath].mean, 1e-6) << city;
    EXPECT_LT(std::abs(found.truth.taught[kMath].mean), 0.005) << city;
    EXPECT_GT(found.truth.attended.mean, 0.3) << city;
  }
}

TEST(PlaceboLottery, AgreesWithTheTruthWhereSchoolsKeepWhoComes) {
  for (const std::string& city : cities()) {
    const Found found = study(city, "placebo_production", 0.2, replicates_or(12));
    EXPECT_LT(std::abs(found.gap()), 3 * found.gap_error()) << city;
  }
}

// The same study finds something where there is something: else the two above would say nothing.
TEST(PlaceboLottery, AgreesWithTheTruthOfTheCityItself) {
  for (const std::string& city : cities()) {
    const Found found = study(city, "", 0.2, replicates_or(12));
    EXPECT_LT(std::abs(found.gap()), 3 * found.gap_error()) << city;
    if (city != "boston") continue;
    EXPECT_GT(found.late.mean, 3 * found.late.error);
    EXPECT_GT(found.truth.taught_per_year[kMath].mean,
              3 * found.truth.taught_per_year[kMath].error);
  }
}

}  // namespace
}  // namespace homeroom
