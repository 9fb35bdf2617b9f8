// What may stand beside a value: its unit, the range in which it is believed to lie, its source and
// how well it is known.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/scenario/node.hpp"

namespace homeroom {

/// A value of the scenario and where it comes from.
struct Noted {
  std::string value;  ///< as TOML writes it
  std::string unit;   ///< as declared; empty for names and flags
  std::string source;
  std::string status;  ///< "measured", "calibrated", "assumed"; empty: not said
  std::optional<std::pair<double, double>> range;  ///< the file's, within the declared one
  std::string file;  ///< where it was set; empty: the program's own starting value
  int line = 0;
};

/// Every value of a scenario by its dotted key, items of lists by their position:
/// "place.schools.0.count".
using Provenance = std::map<std::string, Noted, std::less<>>;

/// The words a value's table may use: value, unit, range, source, status.
const std::vector<std::string>& note_words();
const std::vector<std::string>& status_words();

/// True for a table that uses one of the words: a value with notes rather than a table of years.
bool has_notes(const Node& node);

/// "file:line", the setting of the command line, or "starting value".
std::string where_set(const Noted& noted);

/// "a, b, c".
std::string listed(const std::vector<std::string>& words);

}  // namespace homeroom
