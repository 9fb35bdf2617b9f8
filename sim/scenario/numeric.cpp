#include "sim/scenario/numeric.hpp"

#include <fmt/format.h>

#include <cmath>

#include "sim/scenario/declared.hpp"
#include "sim/scenario/toml_text.hpp"

namespace homeroom {

std::optional<double> NumericReader::number(const Node& node) {
  if (node.is_number()) return within(node, node.as_number());
  wrong_kind(node, "a number");
  return std::nullopt;
}

std::optional<int> NumericReader::integer(const Node& node) {
  if (!node.is(Node::Kind::Integer)) {
    wrong_kind(node, "a whole number");
    return std::nullopt;
  }
  const auto value = within(node, node.as_number());
  return value ? std::optional<int>(static_cast<int>(*value)) : std::nullopt;
}

std::optional<Dated> NumericReader::dated(const Node& node) {
  if (!node.is(Node::Kind::Table)) {
    if (!node.is_number()) {
      wrong_kind(node, "a number or a table of years");
      return std::nullopt;
    }
    const auto value = within(node, node.as_number());
    return value ? std::optional<Dated>(Dated(*value)) : std::nullopt;
  }
  Dated dated;
  bool sound = !node.members.empty();
  if (!sound) faults_.add(node.at, key_, "is an empty table of years");
  for (const auto& [year, value] : node.members) sound = step(year, value, dated) && sound;
  if (sound && bounds_.low > 0.0 && dated.steps().front().first > kBeforeAnyRun) {
    faults_.add(node.at, key_, fmt::format("has no value before {}", dated.steps().front().first),
                fmt::format("a value from {} on, {}", kBeforeAnyRun, allowed()));
    sound = false;
  }
  return sound ? std::optional<Dated>(dated) : std::nullopt;
}

bool NumericReader::step(const std::string& year, const Node& node, Dated& dated) {
  const int since = index_in(year);
  // "02016" would stand beside 2016 as a second entry for one year.
  if (since < kEarliestYear || since > kLatestYear || year.size() != 4) {
    faults_.add(node.at, key_ + "." + year, "is no year from which a value is in force",
                fmt::format("{} to {}", kEarliestYear, kLatestYear));
    return false;
  }
  const auto value = number(node);
  if (value) dated.set(since, *value);
  return value.has_value();
}

std::optional<std::vector<double>> NumericReader::numbers(const Node& node) {
  if (!node.is(Node::Kind::Array)) {
    wrong_kind(node, "a list of numbers");
    return std::nullopt;
  }
  std::vector<double> values;
  for (const Node& item : node.items) {
    const auto value = number(item);
    if (value) values.push_back(*value);
  }
  if (values.size() != node.items.size()) return std::nullopt;
  return values;
}

std::optional<double> NumericReader::within(const Node& node, double value) {
  if (!std::isfinite(value)) {
    faults_.add(node.at, key_, "is not finite", allowed());
    return std::nullopt;
  }
  if (value < bounds_.low || value > bounds_.high) {
    faults_.add(node.at, key_, toml_literal(node) + " is out of range", allowed());
    return std::nullopt;
  }
  // Minus nought is nought, so that equal scenarios have equal texts.
  return value == 0.0 ? 0.0 : value;
}

std::string NumericReader::allowed() const {
  return fmt::format("{} [{}]", range_text(bounds_.low, bounds_.high), bounds_.unit);
}

void NumericReader::wrong_kind(const Node& node, const char* wanted) {
  faults_.add(node.at, key_, fmt::format("wants {}, not {}", wanted, in_words(node.kind)),
              allowed());
}

}  // namespace homeroom
