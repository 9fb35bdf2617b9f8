// The gap between what the report's regression says of a model and what the model does, part by
// part.
//
//   score = [noise] + [gain] + start + reversion + own + choices + peers + school   (paths.hpp)
//   estimate = sum over schools of weight x mean over the tested of their score
// is linear in the score, so that the estimate is the sum of its values on each part; the gain of
// the model's children is split into its plain mean, which is the truth, and what unequal weights
// make of it; the gain of all others, who are the estimate's zero, is what the model does to them.
#pragma once

#include <array>
#include <string_view>

#include "analysis/truth/effect_lives.hpp"

namespace homeroom::truth {

enum class Part {
  Start,      ///< where children stood before they came to their school, as measured
  Reversion,  ///< what that measure had too low or too high
  Families,   ///< what children would have gained or lost anyhow
  Choices,    ///< what being where they wished to be, designs that suit, and moves add
  Schools,    ///< what the schools would have taught under the reference's production
  Peers,
  Congestion,  ///< what the model does to those with whom its children are compared
  Noise,       ///< error of the test and the year's passing state
  Weights,     ///< schools do not count by their children
  Truth,       ///< the model's
};
inline constexpr std::size_t kParts = 10;

struct PartText {
  std::string_view key, label, meaning;
};
const PartText& text_of(Part part);

struct EffectSplit {
  double estimate = 0;  ///< the report's regression on mean scores [state SD]
  std::array<double, kParts> part{};
  double of(Part which) const { return part[static_cast<std::size_t>(which)]; }
  double sum() const;
};

/// Throws std::invalid_argument as the regression does.
EffectSplit effect_split(const EffectQuestion& question, const EffectLives& lives);

}  // namespace homeroom::truth
