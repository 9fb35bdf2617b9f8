// Cities run with some settings, each once: a sign asks both of its arms, and many signs share one.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "sim/scenario/scenario.hpp"
#include "tests/signs/sign.hpp"

namespace homeroom::signs {

/// What is run: a city with settings, and a coefficient made neutral, if any.
struct Arm {
  std::string city;
  std::vector<std::string> settings;
  std::vector<Carrier> cut;  ///< parameters of nature made neutral, too
  std::optional<Carrier> neutral;
  bool operator<(const Arm& other) const;
  /// The command that shows the same city; a neutral value may lie outside of its range there.
  std::string command() const;
};

Arm arm_before(const Sign& sign, bool carried = true);
Arm arm_after(const Sign& sign, bool carried = true);

/// The scenario of an arm; throws with its faults.
Scenario scenario_of(const Arm& arm);

class Arms {
 public:
  /// To be asked for later: whatever is expected of an arm is found in one go.
  void expect(const Arm& arm, const Question& question, int replicates);
  /// Of the first `replicates` replicates; NaN where one has no answer.
  std::vector<double> answers(const Arm& arm, const Question& question, int replicates);

 private:
  struct Expected {
    std::set<Question> questions;
    int replicates = 0;
    std::map<Question, std::vector<double>> answers;  ///< by replicate
  };
  std::map<Arm, Expected> arms_;
};

}  // namespace homeroom::signs
