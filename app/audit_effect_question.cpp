#include <fmt/format.h>

#include "app/audit_effect.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/notes.hpp"
#include "sim/scenario/policy_reach.hpp"

namespace homeroom::app {
namespace {

bool has_tests(const Scenario& scenario, int year) {
  return scenario.law_in(year).testing.tests_given.in(year) > 0.0;
}

std::vector<std::string> models_to_ask_for(const Scenario& scenario, const Law& law) {
  std::vector<std::string> keys;
  for (const std::string& key : models_in_reach(scenario, law)) {
    if (!law.ordinary || key != law.model(law.ordinary).key) keys.push_back(key);
  }
  return keys;
}

std::string fault_of_model(const std::string& model, const Scenario& scenario, const Law& law) {
  const std::vector<std::string> allowed = models_to_ask_for(scenario, law);
  if (model.empty()) return fmt::format("--model NAME is missing (allowed: {})", listed(allowed));
  const std::string of = fmt::format("--model {}: ", model);
  if (!law.named(model)) {
    std::vector<std::string> known;
    for (const SchoolModel& one : law.models) known.push_back(one.key);
    const std::string nearest = nearest_of(model, known);
    return of + fmt::format("is no school model of \"{}\" (allowed: {}){}", scenario.name,
                            listed(allowed),
                            nearest.empty() ? "" : fmt::format("; did you mean \"{}\"?", nearest));
  }
  if (law.ordinary && law.model(law.ordinary).key == model) {
    return of + fmt::format("is the reference with which others are compared (allowed: {})",
                            listed(allowed));
  }
  if (models_in_reach(scenario, law).count(model) == 0) {
    return of + fmt::format("no school of \"{}\" has it or can take it up (allowed: {})",
                            scenario.name, listed(allowed));
  }
  return {};
}

/// Of a model that some school has or takes up, but none by the year.
std::string fault_of_model_in(int year, const std::string& model, const Scenario& scenario,
                              Law law) {
  Scenario until = scenario;
  until.run.policy_years = year - scenario.run.first_year + 1;
  std::erase_if(law.selections, [&](const Selection& one) { return one.year > year; });
  if (models_in_reach(until, law).count(model) > 0) return {};
  return fmt::format(
      "--model {}: no school of \"{}\" has it or can take it up by {} (--year YEAR "
      "looks at another)",
      model, scenario.name, year);
}

/// The last policy year with tests; the last of all where there is none.
int default_year(const Scenario& scenario) {
  const RunPlan& run = scenario.run;
  for (int year = run.last_year(); year > run.first_year; --year) {
    if (has_tests(scenario, year)) return year;
  }
  return run.last_year();
}

std::string fault_of_year(int year, const Scenario& scenario) {
  const RunPlan& run = scenario.run;
  if (run.policy_years < 2) {
    return "one policy year is too few: growth and lotteries look back a year (--years 2 and up)";
  }
  if (year <= run.first_year || year > run.last_year()) {
    return fmt::format(
        "--year {}: is out of range (allowed: {} to {}; the first policy year has no "
        "year before it to grow from)",
        year, run.first_year + 1, run.last_year());
  }
  if (has_tests(scenario, year)) return {};
  std::vector<std::string> tested;
  for (int one = run.first_year + 1; one <= run.last_year(); ++one) {
    if (has_tests(scenario, one)) tested.push_back(std::to_string(one));
  }
  return fmt::format("--year {}: has no tests (allowed: {})", year,
                     tested.empty() ? "no year of this scenario has any" : listed(tested));
}

estimators::Assignment assignment_in(const Law& law) {
  return law.choice.assignment == Assignment::ImmediateAcceptance
             ? estimators::Assignment::ImmediateAcceptance
             : estimators::Assignment::DeferredAcceptance;
}

truth::EffectQuestion question_of(const std::string& model, int year, const Scenario& scenario) {
  const Nature& nature = scenario.nature;
  const Law& law = scenario.law_in(year);
  truth::EffectQuestion question;
  question.model = model;
  question.reference = law.model(law.ordinary).key;
  question.year = year;
  question.cuts = {nature.testing.cut_math, nature.testing.cut_ela};
  question.rates = {nature.learning.persistence, nature.learning.fading,
                    nature.learning.delta_school};
  // Seats are drawn for the year of the lottery, by its rules.
  question.assignment = assignment_in(scenario.law_in(question.application()));
  return question;
}

}  // namespace

AskedEffect asked_effect(const AuditOptions& options, const Scenario& scenario) {
  AskedEffect asked;
  const auto note = [&](const std::string& fault) {
    if (!fault.empty()) asked.faults.push_back(fault);
  };
  if (scenario.nation) {
    note(fmt::format("\"{}\": is a nation (allowed: a city)", scenario.name));
    return asked;
  }
  const int year = options.year.value_or(default_year(scenario));
  const Law& law = scenario.law_in(year);
  if (!law.ordinary) {
    note(fmt::format("\"{}\": has no ordinary model for reference (law.ordinary)", scenario.name));
  }
  const std::string of_model = fault_of_model(options.model, scenario, law),
                    of_year = fault_of_year(year, scenario);
  note(of_model);
  note(of_year);
  if (of_model.empty() && of_year.empty()) {
    note(fault_of_model_in(year, options.model, scenario, law));
  }
  if (asked.faults.empty()) asked.question = question_of(options.model, year, scenario);
  return asked;
}

}  // namespace homeroom::app
