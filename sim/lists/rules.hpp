// Rules over the rows of a list: which rows they fit and what they say of the schools.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sim/scenario/fault.hpp"
#include "sim/scenario/node.hpp"

namespace homeroom::lists {

/// A row fits where all that is stated holds: its column has one of the values, its id is one of
/// the ids, its grades are of one of the levels.
struct Rule {
  Spot at;
  std::string column;  ///< plain name; empty: any
  std::string column_as_written;
  std::set<std::string, std::less<>> values, ids;
  std::vector<std::string> levels;
  // What it says.
  std::string model, second_model, zone, why;
  std::optional<bool> selective, special_school;
  std::optional<int> opened_first, opened_last;
  std::optional<double> further_seats;
};

/// What a kind of rule may say beside the rows that it fits.
enum class Says { Nothing, Why, School };

/// Reads [[KEY]] of a file.
std::vector<Rule> read_rules(const Node& root, const std::string& key, Says says, Faults& faults);

/// A string, or a list of strings.
std::vector<std::string> texts_at(const Node& table, const std::string& prefix,
                                  const std::string& key, Faults& faults);

/// "elementary", "middle", "high", "k_8", "6_12", "k_12": the level of a span of grades.
const std::vector<std::string>& level_words();

}  // namespace homeroom::lists
