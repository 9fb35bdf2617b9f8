#include "analysis/sensitivity/partial_ranks.hpp"

#include <cmath>
#include <map>
#include <optional>

#include "analysis/sensitivity/latin_hypercube.hpp"
#include "analysis/sensitivity/sobol_points.hpp"
#include "sim/core/number_from.hpp"

namespace homeroom::sensitivity {
namespace {

/// A factor's values at the points that count: numbers where all are; else words in the order in
/// which the design lists them, each as the lowest place on the unit interval where it was met.
class FactorColumn {
 public:
  void add(const std::string& text, double unit) {
    const std::optional<double> number = number_from<double>(text);
    all_numbers_ = all_numbers_ && number && std::isfinite(*number);
    if (all_numbers_) numbers_.push_back(*number);
    const auto [word, is_new] = lowest_.try_emplace(text, unit);
    if (!is_new && unit < word->second) word->second = unit;
    words_.push_back(word);
  }
  std::vector<double> ranked_by() const {
    if (all_numbers_) return numbers_;
    std::vector<double> places;
    for (const auto& word : words_) places.push_back(word->second);
    return places;
  }

 private:
  using Lowest = std::map<std::string, double>;
  bool all_numbers_ = true;
  std::vector<double> numbers_;
  Lowest lowest_;
  std::vector<Lowest::const_iterator> words_;
};

PartialRanks ranks_of(const Sampler& sampler, const DesignOutcome& outcome, const Asked& asked) {
  refuse_foreign(sampler, outcome);
  const JudgedDesign& design = outcome.design();
  std::vector<FactorColumn> columns(design.factors.size());
  std::vector<double> unit(columns.size()), there;
  PartialRanks found;
  for (std::uint64_t i = 0; i < sampler.points(); ++i) {
    if (std::isnan(outcome.values()[i])) continue;
    sampler.point(i, unit.data());
    const std::vector<std::string> values = design.values(unit.data());
    for (std::size_t f = 0; f < columns.size(); ++f) columns[f].add(values[f], unit[f]);
    there.push_back(outcome.values()[i]);
  }
  found.points = there.size();
  found.left_out = sampler.points() - there.size();
  std::vector<std::vector<double>> factors;
  for (const FactorColumn& column : columns) factors.push_back(column.ranked_by());
  try {
    found.factors =
        estimators::partial_rank_correlations(design.factors, factors, there, asked.level);
  } catch (const std::invalid_argument& refusal) {
    throw DesignRefused(refusal.what());
  }
  return found;
}

}  // namespace

PartialRanks LatinHypercube::partial_ranks(const DesignOutcome& outcome, const Asked& asked) const {
  return ranks_of(*this, outcome, asked);
}

PartialRanks SobolPoints::partial_ranks(const DesignOutcome& outcome, const Asked& asked) const {
  return ranks_of(*this, outcome, asked);
}

}  // namespace homeroom::sensitivity
