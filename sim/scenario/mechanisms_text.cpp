// What `explain` says of mechanisms.
#include <fmt/format.h>

#include "sim/scenario/declared.hpp"
#include "sim/scenario/mechanisms.hpp"
#include "sim/scenario/noted_at.hpp"

namespace homeroom {
namespace {

constexpr std::size_t kWidth = 100;
constexpr std::string_view kEveryModel = "models.KEY.";

/// Words after a heading, in lines of a readable width.
std::string paragraph(const std::string& heading, const std::vector<std::string>& words) {
  constexpr std::size_t kIndent = 14;
  std::string text, line = fmt::format("{:<{}}", heading, kIndent);
  for (const std::string& word : words) {
    if (line.size() + 1 + word.size() > kWidth && line.size() > kIndent) {
      text += line + '\n';
      line = std::string(kIndent, ' ');
    }
    line += ' ' + word;
  }
  return text + line + '\n';
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

/// "nature.climate.forced = 1 (assumed)"; a lever has no value of its own here.
std::string with_status(const Scenario* scenario, const std::string& key) {
  const Noted* noted = noted_at(scenario, key);
  if (!noted || noted->status.empty()) return key;
  return fmt::format("{} = {} ({})", key, noted->value, noted->status);
}

std::vector<std::string> with_commas(std::vector<std::string> words) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) words[i] += ',';
  return words;
}

/// What each model of the scenario has at a key of all models.
std::string values_by_model(const Scenario& scenario, const std::string& key) {
  const std::string name = key.substr(kEveryModel.size());
  std::string text;
  for (const SchoolModel& model : scenario.law.models) {
    const Noted* noted = noted_at(&scenario, "models." + model.key + "." + name);
    if (noted) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", model.key, noted->value);
  }
  return text;
}

std::string one_key(const Scenario* scenario, const std::string& key) {
  const Declared* field = find_declared(key);
  std::string text = fmt::format("  {}\n    meaning: {} ({})\n", key, field ? field->text : "",
                                 field ? allowed_text(*field) : "");
  if (scenario && key.starts_with(kEveryModel)) {
    return text + fmt::format("    value:   {}\n", values_by_model(*scenario, key));
  }
  const Noted* noted = noted_at(scenario, key);
  if (!noted) return text;
  text += fmt::format("    value:   {}\n", noted->value);
  if (noted->range) {
    text += fmt::format("    range:   {}\n", range_text(noted->range->first, noted->range->second));
  }
  if (!noted->status.empty()) text += fmt::format("    status:  {}\n", noted->status);
  if (!noted->source.empty()) text += fmt::format("    source:  {}\n", noted->source);
  return text;
}

std::string listed_cells(const Scenario* scenario, const std::vector<std::string>& keys) {
  std::string text;
  for (const std::string& key : keys) {
    const Noted* noted = noted_at(scenario, key);
    const bool told = noted && key.starts_with("nature.");
    text += fmt::format("{}`{}`{}", text.empty() ? "" : ", ", key,
                        told ? fmt::format(" {} ({})", noted->value, noted->status) : "");
  }
  return text;
}

}  // namespace

std::string explain_mechanism_list(const Mechanisms& mechanisms, const Scenario* scenario) {
  std::string text;
  for (const Mechanism& one : mechanisms.all) {
    std::vector<std::string> strength;
    for (const std::string& key : one.strength) strength.push_back(with_status(scenario, key));
    text += paragraph(one.id + "  cause", words_of(one.cause));
    text += paragraph("     effect", words_of(one.effect));
    text += paragraph("     chapter", {one.chapter});
    text += paragraph("     levers", with_commas(one.levers));
    text += paragraph("     strength", with_commas(strength));
  }
  return text;
}

std::string explain_mechanism(const Mechanism& one, const Scenario* scenario) {
  std::string text = fmt::format("{}: {}\n  effect:  {}\n", one.id, one.cause, one.effect);
  if (!one.paths.empty()) {
    text += "  paths:   theory points both ways:";
    for (const std::string& path : one.paths) text += ' ' + path + ';';
    text.back() = '\n';
  }
  text += fmt::format("  agents:  {}\n  chapter: {}\n  source:  {}\nlevers that turn it\n",
                      one.agents, one.chapter, one.source);
  for (const std::string& key : one.levers) text += one_key(scenario, key);
  text += "where its strength comes from\n";
  for (const std::string& key : one.strength) text += one_key(scenario, key);
  return text;
}

std::string mechanisms_table_markdown(const Mechanisms& mechanisms, const Scenario* scenario) {
  std::string text =
      "\n| id | cause | effect | chapter | levers | strength |\n"
      "| --- | --- | --- | --- | --- | --- |\n";
  for (const Mechanism& one : mechanisms.all) {
    text +=
        fmt::format("| {} | {} | {} | {} | {} | {} |\n", one.id, one.cause, one.effect, one.chapter,
                    listed_cells(nullptr, one.levers), listed_cells(scenario, one.strength));
  }
  return text;
}

}  // namespace homeroom
