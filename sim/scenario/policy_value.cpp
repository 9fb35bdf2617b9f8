#include "sim/scenario/policy_value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "sim/scenario/numeric.hpp"
#include "sim/scenario/toml_document.hpp"
#include "sim/scenario/toml_text.hpp"

namespace homeroom {

namespace {

/// A lever over the years: in force from a year on.
using Series = std::map<int, Node>;

Node literal_node(const std::string& literal) {
  return std::move(parse_toml("v = " + literal, "").root->members.at("v"));
}

Series series_of(const Node& value) {
  Series series;
  if (!value.is(Node::Kind::Table)) return {{kEarliestYear, value}};
  for (const auto& [year, step] : value.members) series.emplace(index_in(year), step);
  return series;
}

/// 0 before the first step, as every dated lever.
Node in_force(const Series& series, int year) {
  const auto after = series.upper_bound(year);
  return after == series.begin() ? literal_node("0") : std::prev(after)->second;
}

/// What a policy may write instead of a year: "+3", three years after it began.
std::optional<int> year_of(const std::string& written, int from_year) {
  if (!written.empty() && written.front() == '+') {
    const int years = index_in(written.substr(1));
    return years >= 0 && years <= 200 ? std::optional<int>(from_year + years) : std::nullopt;
  }
  const int year = index_in(written);
  return year >= from_year && written.size() == 4 ? std::optional<int>(year) : std::nullopt;
}

class ValueUnder {
 public:
  ValueUnder(const std::string& key, int from_year, Faults& faults)
      : key_(key), from_(from_year), faults_(faults) {}

  std::optional<Node> dated(const Joined& policy, const Series& before) {
    Series after;
    for (const auto& [year, value] : before) {
      if (year < from_) after.emplace(year, value);
    }
    if (policy.set) {
      if (!add_steps(policy.set->value, after)) return std::nullopt;
    } else {
      after[from_] = bounded(policy, in_force(before, from_));
      for (const auto& [year, value] : before) {
        if (year > from_) after[year] = bounded(policy, value);
      }
    }
    return table_of(after);
  }

  /// A value moved to the bounds that it passes.
  static Node bounded(const Joined& policy, const Node& value) {
    if (policy.low && value.as_number() < policy.low->value.as_number()) return policy.low->value;
    if (policy.high && value.as_number() > policy.high->value.as_number())
      return policy.high->value;
    return value;
  }

 private:
  bool add_steps(const Node& said, Series& after) {
    if (!said.is(Node::Kind::Table)) {
      after[from_] = said;
      return true;
    }
    bool sound = true;
    for (const auto& [written, value] : said.members) {
      const std::optional<int> year = year_of(written, from_);
      if (year) {
        after[*year] = value;
      } else {
        faults_.add(value.at, key_ + "." + written, "is no year under the policy",
                    fmt::format("{} or later, or \"+3\" for three years after it began", from_));
      }
      sound = sound && year;
    }
    return sound;
  }

  /// Steps that change nothing are left out, so that equal levers are equal texts: a number that
  /// stays is no table.
  static Node table_of(const Series& series) {
    Node table;
    const Node* last = nullptr;
    for (const auto& [year, value] : series) {
      if (last && toml_literal(last->as_number()) == toml_literal(value.as_number()) &&
          value.is_number()) {
        continue;
      }
      last = &table.members.emplace(fmt::format("{}", year), value).first->second;
    }
    const bool always = table.members.size() == 1 && series.begin()->first == kEarliestYear;
    return last && always ? *last : table;
  }

  const std::string& key_;
  int from_;
  Faults& faults_;
};

const Statement& speaker(const Joined& policy) {
  return policy.set ? *policy.set : policy.low ? *policy.low : *policy.high;
}

}  // namespace

std::optional<Node> value_under(const std::string& key, const Declared& field, const Joined& policy,
                                const std::string& before, int from_year, Faults& faults) {
  const Node old = literal_node(before);
  std::optional<Node> value;
  if (field.kind == FieldKind::Dated) {
    value = ValueUnder(key, from_year, faults).dated(policy, series_of(old));
  } else if (policy.set) {
    value = policy.set->value;
  } else {
    value = ValueUnder::bounded(policy, old);
  }
  if (!value) return std::nullopt;
  const Statement& says = speaker(policy);
  value->at = says.value.at;
  Node noted = says.notes;
  noted.at = says.value.at;
  noted.members["value"] = std::move(*value);
  return noted;
}

Node written_from(const std::string& literal, int from_year) {
  const Node whole = literal_node(literal);
  return whole.is(Node::Kind::Table) ? literal_node(said_from(literal, from_year)) : whole;
}

std::string said_from(const std::string& literal, int from_year) {
  const Series series = series_of(literal_node(literal));
  std::string text =
      fmt::format("{{ {} = {}", from_year, toml_literal(in_force(series, from_year)));
  const auto later = series.upper_bound(from_year);
  if (later == series.end()) return toml_literal(in_force(series, from_year));
  for (auto step = later; step != series.end(); ++step) {
    text += fmt::format(", {} = {}", step->first, toml_literal(step->second));
  }
  return text + " }";
}

}  // namespace homeroom
