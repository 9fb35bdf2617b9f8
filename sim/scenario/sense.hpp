// Does the whole make sense? Checks that look at more than one field. A check whose fields are at
// fault already says nothing: their values are not the ones that were meant.
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "sim/scenario/fault.hpp"
#include "sim/scenario/node.hpp"
#include "sim/scenario/scenario.hpp"

namespace homeroom {

/// What every check looks at.
class Sense {
 public:
  Sense(const Scenario& scenario, const Node& root, Faults& faults)
      : scenario(scenario), root_(root), faults_(faults) {}

  const Scenario& scenario;

  /// True when none of the keys is at fault.
  bool sound(std::initializer_list<std::string> keys) const;
  void fault(const std::string& key, std::string what, std::string allowed = {},
             std::string nearest = {}) const;
  /// A fault unless `model` is one of the scenario's models.
  void expect_model(const std::string& key, const std::string& model) const;
  bool has(const std::string& key) const { return find_path(root_, key) != nullptr; }
  /// Of keys that are wrong together the one to name: set on the command line, else in the file
  /// that was asked for, else the first that is there; empty if none is.
  std::string last_set(std::initializer_list<std::string> keys) const;
  std::vector<std::string> model_keys() const;
  /// The model that a key names, empty when the key is missing.
  std::string text_at(const std::string& key) const;

 private:
  const Node& root_;
  Faults& faults_;
};

/// Name and children.
void check_city(const Sense& sense);
/// The school groups of a city.
void check_schools(const Sense& sense);
/// The classes of a nation's districts, and that nothing is said which only a city has.
void check_nation(const Sense& sense);
/// The listed schools.
void check_school_list(const Sense& sense);
/// Models and everything that names one.
void check_models(const Sense& sense);
/// The selections against schools and years.
void check_selections(const Sense& sense);

/// What is allowed and yet hardly meant: levers dated outside the run or without effect, models
/// that nobody uses or that state no right, selections of a lower layer that are replaced.
std::vector<Fault> warnings_about(Scenario& scenario, const Node& root,
                                  const std::vector<Node>& lower_selections);

/// All of them.
void check_sense(const Scenario& scenario, const Node& root, Faults& faults);

/// Keys of a scenario's school models, sorted.
std::vector<std::string> sorted_model_keys(const Scenario& scenario);

}  // namespace homeroom
