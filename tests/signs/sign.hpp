// A sign: one cause turned from one value to another, and the direction in which an outcome moves.
// Lists of signs stand beside this file, one TOML file per chapter; README.md tells their form.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tests/signs/sample.hpp"

namespace homeroom::signs {

enum class Direction { Up, Down, Any };

/// By the words that lists use.
const std::map<std::string, Statistic>& statistics();

/// What is looked at in both arms.
struct Question {
  std::string outcome;
  Statistic statistic = Statistic::Mean;
  std::string by;     ///< slopes and correlations: on this outcome; empty else
  std::string where;  ///< only units of which this outcome is not 0; empty: all
  std::string among;  ///< only schools of this model, their staff and children; empty: all
  bool operator<(const Question& other) const;
  std::string text() const;
};

/// The coefficient that carries the effect, and the value at which it carries nothing.
struct Carrier {
  std::string key, neutral;
};

struct Sign {
  std::string list;  ///< stem of its file
  int line = 0;
  std::string cause, to;
  std::optional<std::string> from;  ///< else the city's own value
  Question question;
  Direction direction = Direction::Up;
  double at_least = 0;
  int replicates = 0;
  std::string city;
  std::vector<std::string> given;  ///< settings of both arms that make the cause matter
  std::vector<Carrier> cut;        ///< parameters of other paths, neutral in all arms
  std::optional<Carrier> through;
  std::string why;
  std::string mechanism;  ///< of scenarios/mechanisms.toml, such as M14; empty: none

  std::string name() const;   ///< fit for a test's name
  std::string place() const;  ///< file and line
  /// What both arms are run with: the city's settings, with the cause as it is before or after.
  std::vector<std::string> before() const, after() const;
};

struct Excuse {
  std::string key, why;
  int line = 0;
};

/// All signs, file by file; throws with what is wrong and where.
const std::vector<Sign>& signs();
/// Keys of which no list has a row, and why.
const std::vector<Excuse>& not_used();

}  // namespace homeroom::signs
