#include "analysis/truth/school_differences.hpp"

#include <limits>
#include <set>

namespace homeroom::truth {
namespace {

constexpr auto W = ColumnKind::Whole;
constexpr auto N = ColumnKind::Number;
constexpr auto T = ColumnKind::Text;
using Field = ColumnDefinition;
constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

std::vector<Code> measure_codes() {
  std::vector<Code> codes;
  for (const SchoolMeasure& measure : school_measures()) {
    codes.push_back({measure.name, measure.meaning});
  }
  return codes;
}

/// One alternative's year: both arms' schools, replicate by replicate.
class Year {
 public:
  Year(const Comparison& comparison, std::size_t alternative, std::size_t year) {
    for (const Replicate& replicate : comparison.replicates) {
      arms_.push_back(
          {&replicate.base_schools[year], &replicate.alternatives[alternative].schools[year]});
    }
  }
  std::set<int> schools() const {
    std::set<int> all;
    for (const Arms& arms : arms_) {
      for (const auto& [school, row] : *arms.base) all.insert(school);
    }
    return all;
  }
  /// That of the base where all replicates agree; else empty.
  std::string model_of(int school) const {
    std::string model;
    for (const Arms& arms : arms_) {
      const auto found = arms.base->find(school);
      if (found == arms.base->end()) continue;
      if (!model.empty() && model != found->second.model) return {};
      model = found->second.model;
    }
    return model;
  }
  PairedDifference difference(int school, std::size_t measure) const {
    std::vector<double> base, alternative;
    for (const Arms& arms : arms_) {
      base.push_back(value_in(*arms.base, school, measure));
      alternative.push_back(value_in(*arms.alternative, school, measure));
    }
    return paired_difference(base, alternative);
  }

 private:
  struct Arms {
    const SchoolValues *base, *alternative;
  };
  static double value_in(const SchoolValues& values, int school, std::size_t measure) {
    const auto found = values.find(school);
    return found == values.end() ? kUnknown : found->second.values[measure];
  }
  std::vector<Arms> arms_;
};

void add_school(const Comparison& comparison, std::size_t alternative, std::size_t year,
                const Year& of, int school, Batch& batch) {
  const std::string model = of.model_of(school);
  for (std::size_t m = 0; m < school_measures().size(); ++m) {
    const PairedDifference one = of.difference(school, m);
    if (one.pairs == 0) continue;
    batch.add(std::string_view(comparison.base))
        .add(std::string_view(comparison.alternatives[alternative]))
        .add(comparison.years[year])
        .add(school)
        .add(std::string_view(model))
        .add(std::string_view(school_measures()[m].name))
        .add(std::string_view(school_measures()[m].unit))
        .add(one.base)
        .add(one.alternative)
        .add(one.difference)
        .add(one.error)
        .add(one.low)
        .add(one.high)
        .add(one.pairs);
    batch.end_row();
  }
}

}  // namespace

const TableDefinition& school_differences_table() {
  static const TableDefinition table = {
      "differences_schools",
      {{"base", T, "", "scenario that is compared with"},
       {"alternative", T, "", "scenario or policies that are compared"},
       {"year", W, "year", "spring of the school year"},
       {"school_id", W, "", "number of the school, the same in both arms"},
       Field{"base_model", T, "", "key of its model under the base"}.or_empty(
           "not the same in all replicates"),
       Field{"measure", T, "", "what is compared"}.in_words(measure_codes()),
       {"unit", T, "", "of the measure and of all numbers of the row but the last"},
       {"base_mean", N, "by measure", "mean under the base, over pairs"},
       {"alternative_mean", N, "by measure", "mean under the alternative, over the same"},
       {"difference", N, "by measure", "mean of alternative less base"},
       Field{"error", N, "by measure", "its standard error"}.or_empty("fewer than two pairs"),
       Field{"low", N, "by measure", "lower end of its 95 % confidence interval"}.or_empty(
           "fewer than two pairs"),
       Field{"high", N, "by measure", "its upper end"}.or_empty("fewer than two pairs"),
       {"replicates", W, "replicates",
        "pairs that count: replicates in which both arms have the school"}},
      "alternative, year, school and measure of a comparison"};
  return table;
}

Batch school_differences_of(const Comparison& comparison) {
  Batch batch(school_differences_table());
  for (std::size_t a = 0; a < comparison.alternatives.size(); ++a) {
    for (std::size_t y = 0; y < comparison.years.size(); ++y) {
      const Year year(comparison, a, y);
      for (const int school : year.schools()) add_school(comparison, a, y, year, school, batch);
    }
  }
  return batch;
}

}  // namespace homeroom::truth
