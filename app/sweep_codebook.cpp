#include "app/sweep_codebook.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>

#include "app/told_tables.hpp"
#include "sim/core/number_from.hpp"
#include "sim/scenario/sweep_key.hpp"

namespace homeroom::app {
namespace {

using Columns = std::vector<ColumnDefinition>;

bool is_number(const std::string& text) { return number_from<double>(text).has_value(); }

class SweepBook {
 public:
  explicit SweepBook(const ReadySweep& ready) : ready_(ready), numeric_(numeric_factors()) {}

  std::string text() {
    const Columns factors = columns_of_factors(), outcomes = columns_of_outcomes();
    TableDefinition points = sweep_points_table(), runs = sweep_runs_table(),
                    rows = sweep_outcomes_table();
    append(points.columns, factors);
    append(runs.columns, factors);
    append(runs.columns, outcomes);
    std::vector<Code>& names = rows.columns[rows.columns.size() - 2].codes;
    for (const ColumnDefinition& outcome : outcomes)
      names.push_back({outcome.name, outcome.meaning});
    return codebook_csv({&runs, &points, &rows});
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
      numeric.push_back(listed ||
                        std::all_of(factor.levels.begin(), factor.levels.end(), is_number));
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
