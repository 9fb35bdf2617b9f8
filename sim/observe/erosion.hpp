// What becomes of rights when the superintendent who stood for them leaves.
//
// A champion is a superintendent whose commitment lies above the traditional mean of the place's
// boards (nature.governance.traditional). When one is followed by somebody who is none, the clock
// starts; it stops when the rights held by the schools that were there have fallen by more than
// nature.governance.erosion of what they held in the champion's last year, and is given up, without
// an answer, when another champion comes first. Only the first such time counts.
#pragma once

#include <vector>

#include "sim/core/fields.hpp"
#include "sim/policy/law.hpp"
#include "sim/records/hidden/hidden_tables.hpp"
#include "sim/world/world.hpp"
#include "sim/year/governance.hpp"

namespace homeroom {

class Erosion {
 public:
  explicit Erosion(const GovernanceParameters& nature) : nature_(&nature) {}
  /// What follows is lived in another scenario of the same nature: the first may be gone by then.
  void go_on_in(const GovernanceParameters& nature) { nature_ = &nature; }
  /// Notes a year of the burn-in or of the policy; every year once, in order.
  void note(const World& world, const Law& law);

  bool champion_in_office() const { return champion_; }
  /// Years since the last year of the champion who was not followed by another; 0: none.
  int years_since(int year) const { return last_year_ > 0 ? year - last_year_ : 0; }
  /// Rights held against the champion's last year, by model and for the city; NaN without a clock.
  double kept(std::size_t model) const { return kept_[model]; }
  /// Years until the first erosion; 0: none so far.
  int years_to_erosion(std::size_t model) const { return eroded_[model]; }

  /// Every field but the nature, which is the scenario's and is given anew.
  template <class Of, class Pass>
  friend std::enable_if_t<std::is_same_v<std::remove_const_t<Of>, Erosion>> pass_fields(
      Of& of, Pass&& pass) {
    auto& [nature, champion, last_year, held, held_then, model, model_then, kept, eroded] = of;
    static_cast<void>(nature);
    pass(champion, last_year, held, held_then, model, model_then, kept, eroded);
  }

 private:
  void compare(const World& world, const Law& law);
  const GovernanceParameters* nature_;
  bool champion_ = false;
  int last_year_ = 0;
  std::vector<double> held_, held_then_;  ///< by school: last year, and in a champion's last year
  std::vector<ModelId> model_, model_then_;
  std::vector<double> kept_;
  std::vector<int> eroded_;
};

/// What only a simulator knows of whether autonomy lasts: one row for each model and the city.
void observe_erosion(const World& world, const Law& law, const Erosion& erosion, const RowKey& key,
                     Batch& batch);

}  // namespace homeroom
