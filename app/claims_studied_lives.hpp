// What studies found in every replicate, with the school models and with models that do nothing.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "app/claims_published.hpp"
#include "app/claims_studies.hpp"
#include "sim/records/sweep_store.hpp"

namespace homeroom::app {

/// Of replicates that were lived both ways, in their order.
struct BothLives {
  std::vector<claims::StudiedCity> model, placebo;
};

class StudiedLives {
 public:
  /// Takes from a run of `cities[city]` what the claim's study estimates there.
  void read(const Claim& claim, std::size_t city, const std::vector<StudiedPlace>& cities,
            const SweepRun& run);
  BothLives of(const Claim& claim) const;

 private:
  /// Estimates and p of one replicate, by claim and contrast.
  using Replicate = std::map<std::string, claims::StudiedCity>;

  std::map<std::uint32_t, Replicate> model_, placebo_;
};

/// What few cities do to a verdict: the share of fours that come to it, as a point of the joint
/// space has four; NaN without any.
double share_in_fours(const Claim& claim, std::size_t cities, const BothLives& lives,
                      claims::Verdict verdict);

/// The contrasts that there are, one by one, and not turned.
std::vector<StudiedContrast> contrasts_of(const Claim& claim,
                                          const std::vector<StudiedPlace>& cities,
                                          const BothLives& lives);

}  // namespace homeroom::app
