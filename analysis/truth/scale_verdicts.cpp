#include "analysis/truth/scale_verdicts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "analysis/estimators/multiple_tests.hpp"
#include "analysis/estimators/student_t.hpp"
#include "analysis/estimators/text_cells.hpp"
#include "analysis/truth/paired.hpp"

namespace homeroom::truth {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

/// The listed quantities, then whatever else the lives tell: shares of models.
std::vector<ScaleQuantity> quantities_in(const SizePair& pair) {
  std::vector<ScaleQuantity> all = scale_quantities();
  std::set<std::string> more;
  for (const auto* lives : {&pair.reference, &pair.scaled}) {
    for (const LifeMeans& life : *lives) {
      for (const auto& [name, mean] : life) more.insert(name);
    }
  }
  for (const ScaleQuantity& one : all) more.erase(one.name);
  for (const std::string& name : more) all.push_back({name, "share", "of all children"});
  return all;
}

std::vector<double> values_of(const std::vector<LifeMeans>& lives, const std::string& name) {
  std::vector<double> values;
  for (const LifeMeans& life : lives) {
    const auto found = life.find(name);
    values.push_back(found == life.end() ? kUnknown : found->second);
  }
  return values;
}

ScaleVerdict verdict_of(const SizePair& pair, const ScaleQuantity& quantity) {
  const PairedDifference paired = paired_difference(values_of(pair.reference, quantity.name),
                                                    values_of(pair.scaled, quantity.name));
  ScaleVerdict verdict{pair.name,   quantity.name,      quantity.unit,     paired.pairs,
                       paired.base, paired.alternative, paired.difference, paired.error,
                       kUnknown,    kUnknown,           kUnknown,          false};
  if (paired.pairs < 2) return verdict;
  if (paired.error > 0.0) {
    verdict.z = paired.difference / paired.error;
    verdict.p = estimators::t_beyond(verdict.z, paired.pairs - 1);
  } else {  // it does not vary: either it is the same, or size alone moves it
    verdict.p = paired.difference == 0.0 ? 1.0 : 0.0;
  }
  return verdict;
}

std::string number(double value) { return std::isnan(value) ? "-" : fmt::format("{:.4g}", value); }

std::string word_of(const ScaleVerdict& verdict) {
  if (std::isnan(verdict.p)) return "not known";
  return verdict.differs ? "differs" : "same";
}

}  // namespace

std::vector<ScaleVerdict> scale_verdicts(const std::vector<SizePair>& pairs, double error_rate) {
  std::vector<ScaleVerdict> all;
  std::vector<double> p;
  for (const SizePair& pair : pairs) {
    for (const ScaleQuantity& quantity : quantities_in(pair)) {
      all.push_back(verdict_of(pair, quantity));
      p.push_back(all.back().p);
    }
  }
  const std::vector<double> adjusted = estimators::holm(p);
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].adjusted = adjusted[i];
    all[i].differs = adjusted[i] < error_rate;
  }
  return all;
}

std::string verdicts_text(const std::vector<ScaleVerdict>& verdicts) {
  std::size_t width = 8;
  for (const ScaleVerdict& one : verdicts) width = std::max(width, one.quantity.size());
  std::string text, size;
  for (const ScaleVerdict& one : verdicts) {
    if (one.size != size) {
      size = one.size;
      text += fmt::format("{}{:<{}}  {:>10}  {:>10}  {:>10}  {:>10}  {:>6}  {:>6}  {:<9}  {}\n",
                          text.empty() ? "" : "\n", "city " + size, width, "before", "after",
                          "difference", "std. error", "z", "p Holm", "verdict", "unit");
    }
    text += fmt::format("{:<{}}  {:>10}  {:>10}  {:>10}  {:>10}  {:>6}  {:>6}  {:<9}  {}\n",
                        one.quantity, width, number(one.reference), number(one.scaled),
                        number(one.difference), number(one.error),
                        std::isnan(one.z) ? "-" : fmt::format("{:.2f}", one.z),
                        std::isnan(one.adjusted) ? "-" : fmt::format("{:.3f}", one.adjusted),
                        word_of(one), one.unit);
  }
  return text;
}

std::string verdicts_csv(const std::string& scenario, const std::vector<ScaleVerdict>& verdicts) {
  std::string text =
      "audit,scenario,size,quantity,unit,before,after,difference,standard_error,z,p,p_holm,"
      "replicates,verdict\n";
  for (const ScaleVerdict& one : verdicts) {
    text += fmt::format("scale,{},{},{},{},{},{},{},{},{},{},{},{},{}\n", scenario, one.size,
                        one.quantity, one.unit, estimators::csv_cell(one.reference),
                        estimators::csv_cell(one.scaled), estimators::csv_cell(one.difference),
                        estimators::csv_cell(one.error), estimators::csv_cell(one.z),
                        estimators::csv_cell(one.p), estimators::csv_cell(one.adjusted), one.pairs,
                        word_of(one));
  }
  return text;
}

}  // namespace homeroom::truth
