// A burnt-in city as the bytes of a file: one line that says what follows, how long it is and its
// checksum, and then every field of the city. Read by the program that wrote it, or not at all.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/run/replicate.hpp"

namespace homeroom {

/// A burnt-in city and growth's zero after each of its years.
struct KeptBurnIn {
  BurntIn city;
  std::vector<GrowthZero> zeros;
};

std::string burn_in_bytes(const BurntIn& city, const std::vector<GrowthZero>& zeros,
                          std::string_view fingerprint);

struct BurnInReading {
  std::optional<KeptBurnIn> kept;  ///< whole, or not there
  std::string fault;               ///< why not, in words that follow the file's name
};

/// The city in `bytes`, which must have this fingerprint; it goes on to live in `scenario`.
BurnInReading read_burn_in(std::string_view bytes, std::string_view fingerprint,
                           const Scenario& scenario);

}  // namespace homeroom
