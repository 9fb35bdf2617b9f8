// An offer: a seat that a school gives a child in an application year.
#pragma once

#include <cstdint>

#include "sim/vocabulary/entities.hpp"

namespace homeroom {

struct Offer {
  std::uint32_t seat = 0;    ///< row of the child in the city, its name together with `arrived`
  std::int16_t arrived = 0;  ///< first school year in the city
  SchoolId school;
  friend bool operator==(const Offer&, const Offer&) = default;
};

}  // namespace homeroom
