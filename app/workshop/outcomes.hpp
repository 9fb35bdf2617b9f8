// What the workshop shows of two policies: some of the measures that `homeroom compare` writes,
// with names for a room.
#pragma once

#include <string>
#include <vector>

namespace homeroom::workshop {

enum class Better { Higher, Lower, Neither };

struct Outcome {
  std::string key;      ///< of the measure, as in differences.csv
  std::size_t measure;  ///< position in truth::measures()
  std::string name, group, unit, meaning;
  Better better = Better::Neither;
  bool term = false;  ///< a term of growth: differences of terms add up to that of growth
};

/// In the order in which they are streamed.
const std::vector<Outcome>& outcomes();

}  // namespace homeroom::workshop
