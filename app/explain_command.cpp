#include <fmt/format.h>

#include <cstdio>
#include <filesystem>

#include "analysis/truth/comparison_tables.hpp"
#include "analysis/truth/effect_tables.hpp"
#include "analysis/truth/school_differences.hpp"
#include "app/find_scenario.hpp"
#include "app/options.hpp"
#include "app/policy_sets.hpp"
#include "app/read_scenarios.hpp"
#include "app/told_tables.hpp"
#include "sim/records/dictionary.hpp"
#include "sim/run/experiment.hpp"
#include "sim/run/nation.hpp"
#include "sim/scenario/explain.hpp"
#include "sim/scenario/mechanisms.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/odd_tables.hpp"
#include "sim/scenario/reference.hpp"

namespace homeroom::app {
namespace {

bool looks_like_file(const std::string& topic) {
  return topic.ends_with(".toml") || topic.find('/') != std::string::npos ||
         std::filesystem::is_regular_file(topic);
}

/// The scenario whose values are shown: the one named, else Boston where it is at hand. A named
/// scenario with faults ends the command.
int read_shown(const std::string& named, const ExplainOptions& options,
               std::optional<Scenario>& scenario) {
  const std::string file =
      named.empty() ? (scenarios_folder() / "boston.toml").string() : named_scenario(named);
  if (named.empty() && !std::filesystem::exists(file)) return kDone;
  const std::optional<PolicyFiles> policies = policies_asked(options.policy);
  if (!policies) return kBadInput;
  Reading reading = read_with_hints(file, options.settings, *policies);
  if (!reading.faults.empty()) {
    fmt::print(stderr, "{}", faults_text(file, reading.faults));
    return kBadInput;
  }
  scenario = std::move(reading.scenario);
  return kDone;
}

int explain_shown_models(const Scenario* scenario, bool page) {
  if (!scenario) {
    fmt::print(stderr, "homeroom: no scenario at hand; name one with --scenario\n");
    return kBadInput;
  }
  fmt::print("{}", page ? models_table_markdown(*scenario) : explain_models(*scenario));
  return kDone;
}

/// The chapters, then what the theory asserts; a list with faults ends the command.
int explain_all_mechanisms(const Mechanisms& mechanisms, const Scenario* scenario, bool page) {
  if (!mechanisms.faults.empty()) {
    fmt::print(stderr, "{}", format_faults(mechanisms.faults));
    return kBadInput;
  }
  if (page) {
    fmt::print("{}", mechanisms_table_markdown(mechanisms, scenario));
    return kDone;
  }
  fmt::print("{}\nWhat the theory asserts; homeroom explain M14 tells one with its sources.\n\n{}",
             explain_mechanisms(), explain_mechanism_list(mechanisms, scenario));
  return kDone;
}

/// Every line of `text` that does not stand in `told`.
std::string not_yet_told(const std::string& text, const std::string& told) {
  std::string rest;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at) + 1;
    const std::string line = text.substr(at, end - at);
    if (told.find(line) == std::string::npos) rest += line;
    at = end;
  }
  return rest;
}

/// A table or a topic that was probably meant; empty when none is near. A dotted key is neither.
std::string near_topic(const Tables& tables, const std::string& words) {
  if (words.find('.') != std::string::npos && !words.ends_with(".csv")) return {};
  std::vector<std::string> topics = {"tables", "mechanisms", "models", "levers", "parameters"};
  for (const TableDefinition* table : tables) topics.push_back(std::string(table->name) + ".csv");
  return nearest_of(words, topics);
}

/// What is no key: the nearest topic, scenario, policy or key.
std::string unknown_text(const Scenario* scenario, const Tables& tables, const std::string& words) {
  if (const std::string topic = near_topic(tables, words); !topic.empty()) {
    return fmt::format("{}: is no known key; did you mean \"{}\"?\n", words, topic);
  }
  if (is_policy(words)) {
    return fmt::format(
        "{0}: is no key, but a policy; what it moves is told by homeroom explain SCENARIO --policy "
        "{0}\n",
        words);
  }
  const std::string file = near_scenario(words);
  return explain_key(scenario, words) +
         (file.empty() ? "" : fmt::format("the scenario is homeroom explain {}\n", file));
}

/// A key's own story first, then whatever else mentions the words. A dotted key is no word.
int explain_words(const Scenario* scenario, const Tables& tables, const std::string& words) {
  const std::string story =
      is_explained(scenario, words) ? explain_key(scenario, words) : std::string();
  const bool dotted = words.find('.') != std::string::npos;
  const std::string keys = dotted ? "" : not_yet_told(keys_about(scenario, words), story);
  const std::string columns = dotted ? explain_column(tables, words) : columns_about(tables, words);
  fmt::print("{}", story);
  if (!keys.empty()) fmt::print("scenario keys about \"{}\"\n{}", words, keys);
  if (!columns.empty() && !dotted) fmt::print("columns about \"{}\"\n", words);
  fmt::print("{}", columns);
  if (!story.empty() || !keys.empty() || !columns.empty()) return kDone;
  fmt::print(stderr, "{}", unknown_text(scenario, tables, words));
  fmt::print(stderr,
             "try another word (turnover, class size), a part (law, law.choice, nature.learning, "
             "models), a table (schools.csv), or one of: tables, mechanisms, models, levers, "
             "parameters\n");
  return kBadInput;
}

/// Every table that a command writes, once.
Tables every_table() {
  Tables tables = tables_of_a_run(true);
  for (const TableDefinition* of_nation : tables_of_a_nation(true)) {
    // A nation's models.csv is the same table.
    if (!find_table(tables, of_nation->name)) tables.push_back(of_nation);
  }
  tables.insert(tables.end(), {&truth::differences_table(), &truth::moved_table(),
                               &truth::school_differences_table(), &truth::effect_estimates_table(),
                               &truth::effect_truth_table(), &truth::effect_split_table(),
                               &truth::effect_replicates_table()});
  const Tables told = told_tables();
  tables.insert(tables.end(), told.begin(), told.end());
  return tables;
}

/// The page of a topic that has one, as it is; nothing of other words.
std::optional<std::string> page_of(const std::string& topic, const Tables& tables,
                                   const Scenario* scenario, const Mechanisms& mechanisms) {
  if (topic == "tables") {
    return list_of_tables(tables) + "\nhomeroom explain schools.csv (...) shows its columns.\n";
  }
  if (topic == "dictionary") return dictionary_markdown(tables);
  if (topic == "codebook") return codebook_csv(tables);
  if (topic == "odd schedule") return schedule_markdown();
  if (topic == "odd levers") return levers_in_brief_markdown();
  if (topic == "odd parameters" && scenario) return parameters_in_brief_markdown(*scenario);
  if (const Mechanism* one = find_mechanism(mechanisms, topic)) {
    return explain_mechanism(*one, scenario);
  }
  if (topic == "levers") return levers_table_markdown();
  if (topic == "parameters") return parameters_table_markdown(scenario);
  return std::nullopt;
}

}  // namespace

int explain(const ExplainOptions& options) {
  std::string topic;
  for (const std::string& word : options.topic) topic += (topic.empty() ? "" : " ") + word;
  const Tables tables = every_table();
  // "models" are the school models; their table is models.csv.
  const TableDefinition* table = topic == "models" ? nullptr : find_table(tables, topic);
  if (table) {
    fmt::print("{}", explain_table(*table));
    return kDone;
  }
  const bool file = looks_like_file(topic);
  std::optional<Scenario> scenario;
  if (const int status = read_shown(file ? topic : options.scenario, options, scenario);
      status != kDone) {
    return status;
  }
  if (file) {
    fmt::print("{}", explain_scenario(*scenario));
    return kDone;
  }
  const Scenario* values = scenario ? &*scenario : nullptr;
  const Mechanisms mechanisms = read_mechanisms(scenarios_folder() / "mechanisms.toml");
  if (topic == "mechanisms" || topic == "mechanisms page") {
    return explain_all_mechanisms(mechanisms, values, topic == "mechanisms page");
  }
  if (const auto page = page_of(topic, tables, values, mechanisms)) {
    fmt::print("{}", *page);
    return kDone;
  }
  if (topic == "models" || topic == "models page") {
    return explain_shown_models(values, topic != "models");
  }
  return explain_words(values, tables, topic);
}

}  // namespace homeroom::app
