// What is compared of each single school: the school with itself, in two lives.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/records/table.hpp"

namespace homeroom::truth {

/// A measure of a school, by the name that it has in schools.csv or truth_children.
struct SchoolMeasure {
  std::string name, unit, meaning;
};
const std::vector<SchoolMeasure>& school_measures();

/// A school's measures in a year, in the order of `school_measures`; NaN is missing.
struct SchoolRow {
  std::string model;  ///< key
  std::vector<double> values;
};
/// By number of the school.
using SchoolValues = std::map<int, SchoolRow>;

/// Tables of one year.
SchoolValues school_values(const Batch& schools, const Batch& children);

}  // namespace homeroom::truth
