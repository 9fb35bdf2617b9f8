#include "app/sweep_codebook.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <deque>

#include "sim/records/dictionary.hpp"
#include "sim/scenario/sweep_key.hpp"

namespace homeroom::app {
namespace {

using Columns = std::vector<ColumnDefinition>;

bool is_number(const std::string& text) {
  double value = 0.0;
  const char* const past = text.data() + text.size();
  const auto [end, error] = std::from_chars(text.data(), past, value);
  return error == std::errc() && end == past;
}

/// Keys of a row, as in every table but that of points.
Columns keys() {
  return {{"run", ColumnKind::Whole, "id", "number of the run in the design"},
          {"point", ColumnKind::Whole, "id", "number of the point, counted from 0"},
          {"scenario", ColumnKind::Text, "", "the city"},
          {"policy", ColumnKind::Text, "", "policy or arm; none: the city's own law"},
          {"replicate", ColumnKind::Whole, "id", "replicate, counted from 1; one dice in every run"}};
}

Columns state() {
  return {{"seed", ColumnKind::Whole, "id", "seed of the scenario"},
          ColumnDefinition{"status", ColumnKind::Text, "", "what became of the run"}.in_words(
              {{"done", "all of its years were lived"}, {"failed", "it ended before"}}),
          ColumnDefinition{"failure", ColumnKind::Text, "", "why it failed"}.or_empty("it did not"),
          ColumnDefinition{"command", ColumnKind::Text, "", "repeats it alone"}.or_empty(
              "it did not fail")};
}

class SweepBook {
 public:
  explicit SweepBook(const ReadySweep& ready) : ready_(ready), numeric_(numeric_factors()) {}

  std::string text() {
    const Columns factors = columns_of_factors(), outcomes = columns_of_outcomes();
    TableDefinition points{"points", {keys()[1]}}, runs{"runs", keys()}, rows{"outcomes", keys()};
    append(points.columns, factors);
    append(runs.columns, state());
    append(runs.columns, factors);
    append(runs.columns, outcomes);
    std::vector<Code> names;
    for (const ColumnDefinition& outcome : outcomes) names.push_back({outcome.name, outcome.meaning});
    append(rows.columns,
           {ColumnDefinition{"outcome", ColumnKind::Text, "", "what the value is of"}.in_words(names),
            ColumnDefinition{"value", ColumnKind::Number, "by outcome", "its value"}.or_empty(kNone)});
    return codebook_csv({&points, &runs, &rows});
  }

 private:
  static constexpr std::string_view kNone = "nothing of that kind in those years";

  static void append(Columns& to, const Columns& more) {
    to.insert(to.end(), more.begin(), more.end());
  }

  /// Those whose every value is a number: of a list and of levels they may be words or dates.
  std::vector<bool> numeric_factors() const {
    std::vector<bool> numeric;
    bool looked_at = true;
    for (const SweepFactor& factor : ready_.factors) {
      const bool listed = ready_.design.method == SweepMethod::List;
      looked_at = looked_at && !listed;
      numeric.push_back(listed || std::all_of(factor.levels.begin(), factor.levels.end(), is_number));
    }
    if (looked_at) return numeric;
    for (std::uint64_t point = 0; point < ready_.points->count(); ++point) {
      const std::vector<std::string> values = ready_.points->values_at(point);
      for (std::size_t i = 0; i < numeric.size(); ++i) {
        numeric[i] = numeric[i] && is_number(values[i]);
      }
    }
    return numeric;
  }

  /// A table's definition refers to its texts.
  std::string_view kept(std::string text) { return texts_.emplace_back(std::move(text)); }

  Columns columns_of_factors() {
    Columns columns;
    for (std::size_t i = 0; i < ready_.factors.size(); ++i) {
      const SweepFactor& factor = ready_.factors[i];
      const Declared* const declared = find_sweep_key(factor.key);
      columns.push_back(
          {factor.name, numeric_[i] ? ColumnKind::Number : ColumnKind::Text,
           numeric_[i] && declared ? std::string_view(declared->unit) : std::string_view(),
           kept(fmt::format("factor {}{}{}", factor.key, declared ? ": " : "",
                            declared ? declared->text : std::string()))});
    }
    return columns;
  }

  Columns columns_of_outcomes() {
    Columns columns;
    for (const Outcome& outcome : ready_.plan.outcomes) {
      columns.push_back(ColumnDefinition{outcome.name, ColumnKind::Number, outcome.unit,
                                         kept(fmt::format("outcome: {}", outcome.meaning))}
                            .or_empty(kNone));
    }
    for (const std::string& name : ready_.plan.read) {
      columns.push_back(ColumnDefinition{name, ColumnKind::Number, "by outcome",
                                         "outcome: what a study of the run would have found"}
                            .or_empty("the city has no such study"));
    }
    return columns;
  }

  const ReadySweep& ready_;
  std::vector<bool> numeric_;
  std::deque<std::string> texts_;
};

}  // namespace

std::string sweep_codebook(const ReadySweep& ready) { return SweepBook(ready).text(); }

}  // namespace homeroom::app
