// A trial of the lists by other dice, or by more of them, as the environment asks; README.md tells
// when.
#pragma once

#include <cstdint>
#include <optional>

namespace homeroom::signs {

/// HOMEROOM_SIGNS_SEED: every city lives by this seed instead of its own.
std::optional<std::uint64_t> trial_seed();

/// HOMEROOM_SIGNS_REPLICATES: rows take at least so many, and are weighed: each must stand off
/// failing by kSafeMargin standard errors of its own number of replicates.
std::optional<int> trial_replicates();

inline constexpr double kSafeMargin = 3.0;

}  // namespace homeroom::signs
