#include "tests/recovery/lottery_replicate.hpp"

#include <fmt/format.h>

#include <atomic>
#include <cmath>
#include <map>
#include <stdexcept>
#include <utility>

#include "analysis/estimators/panel_years.hpp"
#include "analysis/panel/panel_builder.hpp"
#include "app/panel_year.hpp"
#include "sim/run/offer_lives.hpp"

namespace homeroom {
namespace {

namespace est = estimators;

est::Assignment assignment_of(const Scenario& scenario, int year) {
  return scenario.law_in(year).choice.assignment == Assignment::ImmediateAcceptance
             ? est::Assignment::ImmediateAcceptance
             : est::Assignment::DeferredAcceptance;
}

class TwoLives {
 public:
  TwoLives(const Scenario& scenario, const LotteryDesign& design)
      : scenario_(scenario), design_(design) {}

  void live(double share, std::uint32_t number);
  std::vector<truth::OfferYear> truth() const;
  est::LotteryStudy study() const { return est::lottery_study(builder_.panel(), question()); }
  est::LotteryStudy study_of_taught() const;

 private:
  const panel::Year& application_year() const {
    return est::year_of(builder_.panel(), design_.applied);
  }
  std::set<int> schools() const {
    return est::schools_of_models(application_year(),
                                  {design_.models.begin(), design_.models.end()});
  }
  est::LotteryQuestion question() const;
  void see(const ReplicateRecords& year);
  /// By student: how much the study's winners count in it, all others 0.
  std::vector<double> weights_of_winners() const;
  void keep_those_studied(Offers& offers);

  const Scenario& scenario_;
  const LotteryDesign& design_;
  panel::PanelBuilder builder_;
  truth::LifeOfChildren with_, without_;
  truth::OfferCount count_;
  std::vector<Offer> withheld_;
};

void TwoLives::live(double share, std::uint32_t number) {
  OfferQuestion asked;
  const bool at_once = design_.offer == est::Offer::AtOnce;
  asked.asked = {design_.applied, design_.models, {}, at_once};
  asked.share = share;
  asked.microdata = true;
  asked.pick = [this](Offers& offers) { keep_those_studied(offers); };
  const std::atomic<bool> go_on{false};
  const OfferReaders readers = {[this](const ReplicateRecords& year) { see(year); },
                                [this](const ReplicateRecords& year) {
                                  without_.add(year.year(), year.whereabouts->children);
                                }};
  withheld_ = live_with_and_without(scenario_, asked, number, readers, go_on, [] {})->all;
}

void TwoLives::see(const ReplicateRecords& year) {
  app::add_year(builder_, year);
  with_.add(year.year(), year.whereabouts->children);
}

std::vector<truth::OfferYear> TwoLives::truth() const {
  return truth::worth_of_offers(with_, without_, withheld_, design_.applied, count_);
}

est::LotteryQuestion TwoLives::question() const {
  est::LotteryQuestion question;
  question.application = design_.applied;
  question.outcome = design_.outcome;
  question.subject = kMath;
  question.schools = schools();
  question.assignment = assignment_of(scenario_, design_.applied);
  question.offer = design_.offer;
  return question;
}

// Records of students and whereabouts are both by seat.
est::LotteryStudy TwoLives::study_of_taught() const {
  panel::Panel panel = builder_.panel();
  panel::Students& students = panel.years.back().students;
  const truth::LifeOfChildren::Year& year = with_.years().back();
  if (panel.years.back().year != design_.outcome || year.arrived.size() != students.size()) {
    throw std::logic_error("the outcome's year is not the last, or has other children");
  }
  for (std::size_t seat = 0; seat < students.size(); ++seat) {
    float& score = students.score[kMath][seat];
    if (!std::isnan(score)) score = year.taught[kMath][seat];
  }
  return est::lottery_study(panel, question());
}

// A dummy for each cell leaves of an offer what it is above the cell's share p of offers: winners
// count by 1 - p, and those without losers in their cell not at all.
std::vector<double> TwoLives::weights_of_winners() const {
  const panel::Panel& panel = builder_.panel();
  const est::LotteryQuestion asked = question();
  const est::OfferScores offers =
      est::offer_scores(application_year(), asked.schools, asked.assignment);
  const est::LotteryApplicants all = est::lottery_applicants(
      panel, offers, asked.schools, asked.application, asked.outcome, asked.subject);
  const auto scored = est::some(est::at_risk(all, asked.offer),
                                [](const auto& one) { return !std::isnan(one.outcome); });
  const est::LotteryApplicants rows = est::with_both_fates(scored, asked);
  const std::vector<int> cell = est::model_of_offers(rows, asked, false).cell;
  std::map<int, std::pair<double, double>> winners_of;  // among children
  for (std::size_t i = 0; i < rows.size(); ++i) {
    winners_of[cell[i]].first += est::was_offered(rows[i], asked.offer);
    winners_of[cell[i]].second += 1;
  }
  std::vector<double> weight(static_cast<std::size_t>(panel.students), 0.0);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!est::was_offered(rows[i], asked.offer)) continue;
    const auto& [winners, children] = winners_of[cell[i]];
    weight[static_cast<std::size_t>(rows[i].offer.student)] = 1.0 - winners / children;
  }
  return weight;
}

void TwoLives::keep_those_studied(Offers& offers) {
  const std::vector<double> weights = weights_of_winners();
  const panel::Students& students = application_year().students;
  const auto weight = [&](const Offer& offer) {
    return weights[static_cast<std::size_t>(students.student[offer.seat])];
  };
  std::erase_if(offers.all, [&](const Offer& offer) { return weight(offer) <= 0.0; });
  for (const int school : schools()) {
    count_.schools.push_back(SchoolId{static_cast<std::size_t>(school)});
  }
  offers = at_all_of(offers, count_.schools);
  for (const Offer& offer : offers.all) count_.weights.push_back(weight(offer));
}

}  // namespace

std::optional<LotteryReplicate> live_a_lottery(const Scenario& scenario,
                                               const LotteryDesign& design, double share,
                                               std::uint32_t number) {
  TwoLives lives(scenario, design);
  lives.live(share, number);
  try {
    return LotteryReplicate{lives.study(), lives.study_of_taught(), lives.truth()};
  } catch (const std::invalid_argument& nobody) {
    fmt::print("replicate {}: {}\n", number, nobody.what());
    return std::nullopt;
  }
}

}  // namespace homeroom
