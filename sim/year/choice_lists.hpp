// The lists that families file: for the district's round, and for separate lotteries.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/year/choice_utility.hpp"

namespace homeroom::choice {

/// A table of families x length: schools listed, best first, with their utility.
struct Lists {
  std::size_t length = 0;
  std::vector<std::uint8_t> count;  ///< by family
  Buffer<std::uint16_t> school;
  Buffer<float> utility;
  /// See Application::offered; empty where applications are not kept.
  std::vector<std::uint8_t> offered;
  /// 1 for a line that its school does not serve, whatever its number; empty where all are served.
  std::vector<std::uint8_t> refused;

  void resize(std::size_t families, std::size_t ranks);
  void keep_offers() { offered.assign(count.size() * length, 0); }
  void note_offer(std::size_t line, std::uint8_t offer) {
    if (!offered.empty()) offered[line] = offer;
  }
  bool refuses(std::size_t line) const { return !refused.empty() && refused[line] != 0; }
  std::size_t at(std::size_t family, std::size_t place) const { return family * length + place; }
};

struct Filed {
  Lists district, lottery;
  /// Worth of what a family has without any offer: its own seat; else its zoned school, if it files
  /// no district list; else -infinity.
  std::vector<float> fallback;
};

Filed file_lists(const World& world, const Law& law, const Families& families,
                 const Candidates& candidates, const Utility& utility, bool founding = false);

}  // namespace homeroom::choice
