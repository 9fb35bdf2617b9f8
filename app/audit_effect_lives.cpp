#include <algorithm>
#include <memory>

#include "analysis/panel/panel_builder.hpp"
#include "app/audit_effect.hpp"
#include "app/audit_effect_offers.hpp"
#include "app/interrupt.hpp"
#include "app/panel_year.hpp"
#include "sim/policy/production.hpp"
#include "sim/run/replicate.hpp"

namespace homeroom::app {
namespace {

/// The city in the spring before the first policy year.
truth::LearningYear spring_before(const Scenario& scenario, const BurntIn& burnt_in) {
  Batch batch(hidden_learning_table());
  observe_learning(burnt_in.world, {}, {}, batch);
  return truth::learning_year(scenario.run.first_year - 1, batch);
}

Scenario until(Scenario scenario, int year) {
  scenario.run.policy_years = year - scenario.run.first_year + 1;
  return scenario;
}

/// The same city with the model producing as the reference.
Scenario without_model(Scenario scenario, const std::string& model) {
  scenario.law = with_ordinary_production(std::move(scenario.law), model);
  if (scenario.policy) {
    Policy policy = *scenario.policy;
    policy.law = with_ordinary_production(std::move(policy.law), model);
    scenario.policy = std::make_shared<const Policy>(std::move(policy));
  }
  return scenario;
}

/// The lives of one replicate: as it is, without the model's production, without some offers.
class Lives {
 public:
  Lives(const Scenario& scenario, const truth::EffectQuestion& question, std::uint32_t number,
        Progress& progress)
      : with_(until(scenario, question.year)),
        without_(without_model(with_, question.model)),
        question_(question),
        number_(number),
        progress_(progress) {}

  std::optional<truth::EffectReplicate> found() {
    const auto records = live_as_it_is();
    if (!records) return std::nullopt;
    lives_.panel = builder_.panel();
    truth::Paths paths(stays_.springs_before(), question_.rates);
    if (!live_without(*records, paths)) return std::nullopt;
    lives_.paths = &paths;
    if (!live_without_offers(*records)) return std::nullopt;
    return truth::audit_replicate(number_, question_, lives_);
  }

 private:
  std::optional<ReplicateRecords> live(const Scenario& scenario, const ReplicatePlan& plan) {
    return run_replicate(scenario, plan, stop_requested(), [&] { progress_.step(); });
  }

  std::optional<ReplicateRecords> live_as_it_is() {
    ReplicatePlan plan{number_, true};
    // A lottery study knows the scores of the year before the lottery, where there are any.
    plan.microdata_from = std::max(with_.run.first_year, question_.application() - 1);
    plan.learning = true;
    plan.keep_burnt_in = true;
    plan.whereabouts = true;
    plan.whereabouts_from = question_.application();
    plan.note_offers = OffersAsked{question_.application(), {question_.model}, {}, true};
    plan.read_year = [&](const ReplicateRecords& year) {
      if (year.year() == with_.run.first_year) stays_.add(spring_before(with_, *year.burnt_in));
      lives_.with.add(truth::learning_year(year.year(), *year.learning));
      stays_.add(lives_.with.now);
      if (year.year() >= plan.microdata_from) add_year(builder_, year);
      if (year.year() >= plan.whereabouts_from) {
        with_offers_.add(year.year(), year.whereabouts->children);
      }
    };
    return live(with_, plan);
  }

  bool live_without(const ReplicateRecords& as_it_is, truth::Paths& paths) {
    ReplicatePlan plan{number_};
    plan.learning = true;
    plan.burnt_in = &*as_it_is.burnt_in;
    plan.zeros = &as_it_is.zeros;
    paths.add(spring_before(with_, *as_it_is.burnt_in));
    plan.read_year = [&](const ReplicateRecords& year) {
      lives_.without.add(truth::learning_year(year.year(), *year.learning));
      paths.add(lives_.without.now);
    };
    return live(without_, plan).has_value();
  }

  /// False where it was stopped.
  bool live_without_offers(const ReplicateRecords& as_it_is) {
    const Withheld withheld =
        withheld_offers(*as_it_is.offers, lives_.panel, question_, with_.run.seed, number_);
    if (withheld.offers.all.empty()) return true;
    truth::LifeOfChildren without_offers;
    ReplicatePlan plan{number_};
    plan.whereabouts = true;
    plan.whereabouts_from = question_.application();
    plan.burnt_in = &*as_it_is.burnt_in;
    plan.zeros = &as_it_is.zeros;
    plan.withhold = &withheld.offers;
    plan.read_year = [&](const ReplicateRecords& year) {
      if (year.year() < plan.whereabouts_from) return;
      without_offers.add(year.year(), year.whereabouts->children);
    };
    if (!live(with_, plan)) return false;
    lives_.offers = truth::worth_of_offers(with_offers_, without_offers, withheld.offers.all,
                                           question_.application(), withheld.count)
                        .at(1);
    return true;
  }

  Scenario with_, without_;
  const truth::EffectQuestion& question_;
  std::uint32_t number_;
  Progress& progress_;
  panel::PanelBuilder builder_;
  truth::Stays stays_;
  truth::LifeOfChildren with_offers_;
  truth::EffectLives lives_;
};

}  // namespace

int years_lived(const Scenario& scenario, int year) {
  const RunPlan& run = scenario.run;
  return run.burn_in_years + 3 * (year - run.first_year + 1);
}

std::optional<truth::EffectReplicate> live_effect(const Scenario& scenario,
                                                  const truth::EffectQuestion& question,
                                                  std::uint32_t number, Progress& progress) {
  return Lives(scenario, question, number, progress).found();
}

}  // namespace homeroom::app
