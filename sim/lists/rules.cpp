#include "sim/lists/rules.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/lists/column_name.hpp"
#include "sim/scenario/field_reader.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/notes.hpp"

namespace homeroom::lists {

namespace {

constexpr std::size_t kMostRules = 2000;

/// The plain members of a rule; what was not written stays out of the rule.
struct Written {
  std::string column, model, second_model, zone, why, source;
  bool selective = false, special_school = false;
  int opened = 0, opened_first = 0, opened_last = 0;
  double further_seats = 0;

  void describe(FieldVisitor& visit, Says says) {
    visit.text("column", "name of a column of the list", column);
    if (says == Says::Nothing) return;
    visit.text("why", "why such rows are no schools of the kind", why);
    if (says == Says::Why) return;
    visit.text("source", "who says so", source);
    visit.text("model", "school model", model);
    visit.text("second_model", "second model of a school of double status", second_model);
    visit.text("zone", "zone or network", zone);
    visit.flag("selective", "admits by examination", selective);
    visit.flag("special_school", "school of special education", special_school);
    visit.integer({"opened", "year", 1600, 2100, "first year, or year of conversion"}, opened);
    visit.integer({"opened_first", "year", 1600, 2100, "first such year"}, opened_first);
    visit.integer({"opened_last", "year", 1600, 2100, "last such year"}, opened_last);
    visit.number({"further_seats", "share", 0, 1, "seats beyond place.seat_slack"}, further_seats);
  }
};

void check_levels(const Node& table, const std::string& prefix, const Rule& rule, Faults& faults) {
  for (const std::string& level : rule.levels) {
    const auto& known = level_words();
    if (std::find(known.begin(), known.end(), level) != known.end()) continue;
    faults.add(table.find("level")->at, prefix + ".level", fmt::format("\"{}\" is no level", level),
               listed(known), nearest_of(level, known));
  }
}

void check_sense_of(const Node& table, const std::string& prefix, const Rule& rule, Says says,
                    Faults& faults) {
  const auto stated = [&](const char* key) { return table.find(key) != nullptr; };
  if (stated("column") != stated("value")) {
    faults.add(table.at, prefix, "column and value stand together or not at all");
  }
  if (!stated("column") && !stated("id") && !stated("level")) {
    faults.add(table.at, prefix, "fits every row", "column with value, id or level");
  }
  if (says == Says::School && rule.model.empty() && rule.second_model.empty() &&
      rule.zone.empty() && !rule.selective && !rule.special_school && !rule.opened_first &&
      !rule.further_seats) {
    faults.add(table.at, prefix, "says nothing of the schools that it fits",
               "model, second_model, zone, selective, special_school, opened or further_seats");
  }
  if (rule.opened_first.value_or(0) > rule.opened_last.value_or(3000)) {
    faults.add(table.at, prefix + ".opened_first",
               fmt::format("{} lies after opened_last {}", *rule.opened_first, *rule.opened_last));
  }
}

void take_written(const Node& table, const Written& written, Rule& rule) {
  rule.column_as_written = written.column;
  rule.column = plain_name(written.column);
  rule.model = written.model;
  rule.second_model = written.second_model;
  rule.zone = written.zone;
  rule.why = written.why;
  if (table.find("selective")) rule.selective = written.selective;
  if (table.find("special_school")) rule.special_school = written.special_school;
  if (table.find("further_seats")) rule.further_seats = written.further_seats;
  if (table.find("opened")) rule.opened_first = rule.opened_last = written.opened;
  if (table.find("opened_first")) rule.opened_first = written.opened_first;
  if (table.find("opened_last")) rule.opened_last = written.opened_last;
  if (rule.opened_first && !rule.opened_last) rule.opened_last = rule.opened_first;
  if (rule.opened_last && !rule.opened_first) rule.opened_first = rule.opened_last;
}

Rule read_rule(const Node& table, const std::string& prefix, Says says, Faults& faults) {
  Rule rule;
  rule.at = table.at;
  Written written;
  Provenance unused;
  FieldReader reader(table, prefix, Demand::Optional, faults, unused);
  written.describe(reader, says);
  std::vector<std::string> others = {prefix + ".value", prefix + ".id"};
  if (says == Says::School) others.push_back(prefix + ".level");
  reader.refuse_unknown_keys(others);
  const auto set_at = [&](const char* key) {
    const std::vector<std::string> texts = texts_at(table, prefix, key, faults);
    return std::set<std::string, std::less<>>(texts.begin(), texts.end());
  };
  rule.values = set_at("value");
  rule.ids = set_at("id");
  rule.levels = texts_at(table, prefix, "level", faults);
  take_written(table, written, rule);
  check_levels(table, prefix, rule, faults);
  check_sense_of(table, prefix, rule, says, faults);
  return rule;
}

}  // namespace

const std::vector<std::string>& level_words() {
  static const std::vector<std::string> words = {"elementary", "middle", "high",
                                                 "k_8",        "6_12",   "k_12"};
  return words;
}

std::vector<std::string> texts_at(const Node& table, const std::string& prefix,
                                  const std::string& key, Faults& faults) {
  std::vector<std::string> texts;
  const Node* node = table.find(key);
  if (!node) return texts;
  const auto take = [&](const Node& item) {
    if (item.is(Node::Kind::String)) {
      texts.push_back(item.text);
    } else {
      faults.add(item.at, prefix + "." + key,
                 fmt::format("wants a string, not {}", in_words(item.kind)),
                 "strings: ids are text, since they may begin with 0");
    }
  };
  if (!node->is(Node::Kind::Array)) {
    take(*node);
  } else {
    for (const Node& item : node->items) take(item);
  }
  return texts;
}

std::vector<Rule> read_rules(const Node& root, const std::string& key, Says says, Faults& faults) {
  std::vector<Rule> rules;
  const Node* list = root.find(key);
  if (!list) return rules;
  if (!list->is(Node::Kind::Array)) {
    faults.add(list->at, key, fmt::format("wants a list of tables, not {}", in_words(list->kind)),
               "[[" + key + "]]");
    return rules;
  }
  // Every rule is asked of every school.
  if (list->items.size() > kMostRules) {
    faults.add(list->at, key, fmt::format("has {} rules", list->items.size()),
               fmt::format("at most {}: a rule may name many ids", kMostRules));
    return rules;
  }
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    rules.push_back(read_rule(list->items[i], fmt::format("{}.{}", key, i), says, faults));
  }
  return rules;
}

}  // namespace homeroom::lists
