// What is compared: each measure of a school model, or of the whole city, in a year.
#pragma once

#include <string>
#include <vector>

#include "sim/records/table.hpp"

namespace homeroom::truth {

/// Where a measure is read.
enum class Source {
  Children,      ///< from the children themselves, see children.hpp
  Growth,        ///< truth_models
  Public,        ///< models; of the city district
  Lasting,       ///< sustainability
  HiddenLasting  ///< truth_sustainability
};

struct Measure {
  std::string name;  ///< as in its table
  Source source;
  std::string unit, meaning;
};

/// All of them, in the order of rows; the children's come first, in the order of `ChildMeasure`.
const std::vector<Measure>& measures();

/// Position of a measure by name; it must exist.
std::size_t measure_named(const std::string& name);

}  // namespace homeroom::truth
