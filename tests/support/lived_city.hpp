// A city whose years pass one by one as in a run, so that a test can look at it between them.
#pragma once

#include "sim/founding/found.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/year/year.hpp"

namespace homeroom::testing {

class LivedCity {
 public:
  explicit LivedCity(const Scenario& scenario, std::uint32_t replicate = 1)
      : scenario_(scenario),
        dice_(scenario.run.seed, replicate),
        next_(scenario.run.first_year - scenario.run.burn_in_years),
        world_(found(scenario.place, scenario.law, scenario.nature, dice_, next_,
                     scenario.run.first_year)) {
    world_.keep.applications = true;
  }

  const World& world() const { return world_; }
  const Dice& dice() const { return dice_; }
  /// The children of a year ago.
  const Students& before() const { return before_; }
  /// The teachers of a year ago.
  const Teachers& teachers_before() const { return teachers_before_; }
  /// What the year's tests found, child by child.
  const TestingOutcome& tests() const { return workspace_.testing; }

  /// Lives the next year; false when the run is over.
  bool pass_year() {
    if (next_ > scenario_.run.last_year()) return false;
    before_ = world_.students;
    teachers_before_ = world_.teachers;
    live_one_year(world_, next_, scenario_.law_in(next_), scenario_.nature, dice_, workspace_,
                  times_);
    if (next_++ < scenario_.run.first_year) burn_in_.anchor(world_, scenario_.nature.learning);
    return true;
  }

 private:
  const Scenario& scenario_;
  Dice dice_;
  int next_;
  World world_;
  Students before_;
  Teachers teachers_before_;
  YearWorkspace workspace_;
  ChapterTimes times_;
  BurnIn burn_in_;
};

}  // namespace homeroom::testing
