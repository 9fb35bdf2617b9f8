// Growth split into its terms, by school model: what one model's children gain beyond another's,
// and from what. "The charters are ahead by four hundredths: three of them are teachers."
#pragma once

#include "sim/policy/law.hpp"
#include "sim/records/hidden/hidden_tables.hpp"
#include "sim/world/world.hpp"

namespace homeroom {

/// Growth by subject and term, mean or sum over children [SD/year].
using GrowthTerms = PerSubject<std::array<double, kTerms>>;

/// Adds latent growth by subject, then the terms by subject: the cells of `append_growth`. Latent
/// growth is the sum of the terms, so that every gap between two rows splits exactly.
void add_growth(Batch& batch, const GrowthTerms& terms);

/// One row per school model that taught children, and one for the city: means over children.
void observe_truth_models(const World& world, const Law& law, const RowKey& key, Batch& batch);

}  // namespace homeroom
