// What an audit of a model's effect looks at: a year of the city as it is, public and hidden, and
// of the same city where the model's schools produce as the reference does.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/estimators/offer_scores.hpp"
#include "analysis/panel/panel.hpp"
#include "analysis/truth/offers.hpp"
#include "analysis/truth/paths.hpp"
#include "analysis/truth/stays.hpp"

namespace homeroom::truth {

struct EffectQuestion {
  std::string model, reference;  ///< keys
  int year = 0;                  ///< in which the effect is looked at; the one before is known, too
  PerSubject<double> cuts{};     ///< the state's, of proficiency [state SD]
  StockRates rates;
  estimators::Assignment assignment = estimators::Assignment::DeferredAcceptance;
  /// Lotteries are those of the year before: their children have been there for two springs.
  int application() const { return year - 1; }
};

/// The spring before the year looked at, and that year.
struct TwoSprings {
  LearningYear before, now;
  void add(LearningYear year) {
    before = std::move(now);
    now = std::move(year);
  }
};

struct EffectLives {
  panel::Panel panel;        ///< public, of the city as it is: the last years
  TwoSprings with, without;  ///< of the city as it is; where the model produces as the reference
  const Paths* paths = nullptr;  ///< in the latter, from before the child's school in the former

  /// In the year looked at, what offers of its lotteries were worth that a third life withholds;
  /// nothing where there were none.
  std::optional<OfferYear> offers = {};

  /// A child that both lives have in its seat in the year looked at.
  bool in_both(std::size_t row) const { return with.now.arrived[row] == without.now.arrived[row]; }
  /// What the model does to a child's level [state SD].
  double gain(int subject, std::size_t row) const {
    return with.now.level(subject, row) - without.now.level(subject, row);
  }
};

/// Where a school stands towards the model, in the city as it is.
enum class Side { Model, LeftBehind, Separate, None };

/// By number of the school: of the model; others of the district; others that the district does not
/// staff; none that taught.
std::vector<Side> sides_of_schools(const panel::Schools& schools, const std::string& model);

}  // namespace homeroom::truth
