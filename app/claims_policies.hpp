// Under which policies claims are lived, and how often where a look is to be quick.
#pragma once

namespace homeroom::app {

/// The city's own law, and the placebo that makes all school models produce alike.
inline constexpr const char* kWithModels = "none";
inline constexpr const char* kPlacebo = "placebo_production";

/// Replicates of a sweep, an input or another city's supply with --quick.
inline constexpr int kQuickReplicates = 4;

}  // namespace homeroom::app
