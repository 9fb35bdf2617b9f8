#include "sim/scenario/field_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/declared.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/toml_text.hpp"

namespace homeroom {

namespace {

/// The spring of "2012-13", "2012-2013" or "2012/13"; 0 for what is no school year.
int spring_of(const std::string& year) {
  if (year.size() != 7 && year.size() != 9) return 0;
  if (year[4] != '-' && year[4] != '/') return 0;
  const int autumn = index_in(year.substr(0, 4)), spring = index_in(year.substr(5));
  const int next = year.size() == 7 ? (autumn + 1) % 100 : autumn + 1;
  return autumn > 0 && spring == next ? autumn + 1 : 0;
}

}  // namespace

void FieldReader::number(const Meaning& meaning, double& field) {
  Quantity quantity = open(meaning.key, &meaning);
  const std::string key = full(meaning.key);
  if (quantity.value && stays(key, *quantity.value)) {
    field = bounded(key, meaning, quantity).number(*quantity.value).value_or(field);
  }
  close(meaning.key, std::move(quantity), toml_literal(field));
}

void FieldReader::number_if_known(const Meaning& meaning, std::optional<double>& field) {
  if (!table_.find(meaning.key)) {
    known_.push_back(full(meaning.key));
    return;
  }
  double known = field.value_or(meaning.low);
  number(meaning, known);
  field = known;
}

void FieldReader::integer(const Meaning& meaning, int& field) {
  Quantity quantity = open(meaning.key, &meaning);
  const std::string key = full(meaning.key);
  if (quantity.value && stays(key, *quantity.value)) {
    field = bounded(key, meaning, quantity).integer(*quantity.value).value_or(field);
  }
  close(meaning.key, std::move(quantity), std::to_string(field));
}

void FieldReader::dated(const Meaning& meaning, Dated& field) {
  Quantity quantity = open(meaning.key, &meaning);
  const std::string key = full(meaning.key);
  if (quantity.value && has_plain_years(key, *quantity.value)) {
    field = bounded(key, meaning, quantity).dated(*quantity.value).value_or(field);
  }
  close(meaning.key, std::move(quantity), toml_literal(field));
}

void FieldReader::numbers(const Meaning& meaning, std::vector<double>& field) {
  Quantity quantity = open(meaning.key, &meaning);
  const std::string key = full(meaning.key);
  if (quantity.value) {
    auto values = bounded(key, meaning, quantity).numbers(*quantity.value);
    // A list that begins with entries has one for each of something.
    if (values && !field.empty() && values->size() != field.size()) {
      faults_.add(quantity.value->at, key, fmt::format("has {} entries", values->size()),
                  fmt::format("{} entries", field.size()));
    } else if (values) {
      field = std::move(*values);
    }
  }
  close(meaning.key, std::move(quantity), toml_literal(field));
}

void FieldReader::flag(std::string_view key, std::string_view, bool& field) {
  Quantity quantity = open(key, nullptr);
  if (quantity.value && quantity.value->is(Node::Kind::Boolean)) {
    field = quantity.value->flag;
  } else if (quantity.value) {
    wrong_kind(key, *quantity.value, "true or false");
  }
  close(key, std::move(quantity), field ? "true" : "false");
}

void FieldReader::text(std::string_view key, std::string_view, std::string& field) {
  Quantity quantity = open(key, nullptr);
  if (quantity.value && quantity.value->is(Node::Kind::String)) {
    field = quantity.value->text;
  } else if (quantity.value) {
    wrong_kind(key, *quantity.value, "a string");
  }
  close(key, std::move(quantity), toml_string(field));
}

void FieldReader::choice(std::string_view key, const std::vector<std::string_view>& allowed,
                         std::string_view, int& index) {
  Quantity quantity = open(key, nullptr);
  if (quantity.value && quantity.value->is(Node::Kind::String)) {
    const auto found = std::find(allowed.begin(), allowed.end(), quantity.value->text);
    if (found != allowed.end()) {
      index = static_cast<int>(found - allowed.begin());
    } else {
      const std::vector<std::string> words(allowed.begin(), allowed.end());
      faults_.add(quantity.value->at, full(key),
                  fmt::format("\"{}\" is no choice", quantity.value->text), listed(words),
                  nearest_of(quantity.value->text, words));
    }
  } else if (quantity.value) {
    wrong_kind(key, *quantity.value, "a string");
  }
  close(key, std::move(quantity), toml_string(allowed[static_cast<std::size_t>(index)]));
}

void FieldReader::refuse_unknown_keys(const std::vector<std::string>& others) {
  std::vector<std::string> known = known_;
  known.insert(known.end(), others.begin(), others.end());
  homeroom::refuse_unknown_keys(table_, prefix_, known, faults_);
}

Quantity FieldReader::open(std::string_view key, const Meaning* meaning) {
  known_.push_back(full(key));
  const Node* node = table_.find(key);
  if (!node) {
    // What stands in a file that could not be read is not missing.
    if (demand_ != Demand::Optional && faults_.all_files_read()) {
      const Declared* declared = find_declared(full(key));
      faults_.add(table_.at, full(key), "is missing", declared ? allowed_text(*declared) : "");
    }
    Quantity absent;
    if (meaning) absent.noted.unit = meaning->unit;
    return absent;
  }
  const NotesOwed owed = demand_ == Demand::Documented ? NotesOwed::All : NotesOwed::None;
  return read_quantity(*node, full(key), meaning, owed, faults_);
}

void FieldReader::close(std::string_view key, Quantity&& quantity, std::string value) {
  quantity.noted.value = std::move(value);
  provenance_[full(key)] = std::move(quantity.noted);
}

NumericReader FieldReader::bounded(const std::string& key, const Meaning& meaning,
                                   const Quantity& quantity) {
  const auto [low, high] = quantity.noted.range.value_or(std::pair(meaning.low, meaning.high));
  return {key, {low, high, std::string(meaning.unit)}, faults_};
}

bool FieldReader::stays(const std::string& key, const Node& value) {
  const bool years = value.is(Node::Kind::Table) && !value.members.empty() &&
                     index_in(value.members.begin()->first) > 0;
  if (years) faults_.add(value.at, key, "cannot change over time", "one number");
  return !years;
}

bool FieldReader::has_plain_years(const std::string& key, const Node& value) {
  bool plain = true;
  for (const auto& [year, step] : value.members) {
    const int spring = spring_of(year);
    if (spring == 0) continue;
    faults_.add(step.at, key + "." + year, "is a school year; its spring stands for it",
                std::to_string(spring));
    plain = false;
  }
  return plain;
}

void FieldReader::wrong_kind(std::string_view key, const Node& node, const char* wanted) {
  faults_.add(node.at, full(key), fmt::format("wants {}, not {}", wanted, in_words(node.kind)));
}

namespace {

/// What may stand in a section: its keys, or how many there are and how to see them.
std::string keys_allowed(const std::string& prefix, const std::vector<std::string>& known) {
  constexpr std::size_t kFew = 12;
  if (known.size() > kFew) {
    // A model of one's own is in no shipped scenario; its levers are those of all models.
    const std::string section = prefix.starts_with("models.") ? "levers" : prefix;
    return fmt::format("one of {} keys, see homeroom explain {}", known.size(), section);
  }
  std::vector<std::string> names;
  for (const std::string& key : known) names.push_back(last_part(key));
  return listed(names);
}

}  // namespace

void refuse_unknown_keys(const Node& table, const std::string& prefix,
                         const std::vector<std::string>& known, Faults& faults) {
  for (const auto& [name, member] : table.members) {
    const std::string key = prefix.empty() ? name : prefix + "." + name;
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    const std::string nearest = faults.worth_a_suggestion() ? nearest_key(key, known) : "";
    faults.add(member.at, key, "is no known key",
               nearest.empty() ? keys_allowed(prefix, known) : "", nearest);
  }
}

void refuse_missing_keys(const Node& table, const std::string& prefix,
                         const std::vector<std::string>& needed, Faults& faults) {
  for (const std::string& key : needed) {
    if (table.find(key)) continue;
    faults.add(table.at, prefix.empty() ? key : prefix + "." + key, "is missing");
  }
}

}  // namespace homeroom
