// Worlds free of selection, drawn in microseconds, in which an effect is planted: who is of which
// model has nothing to do with anything else.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

#include "analysis/estimators/linear_model.hpp"
#include "analysis/panel/panel.hpp"
#include "sim/chance/draw.hpp"

namespace homeroom {

/// Written down before the first run; every test draws worlds 1 to 2,000 of it.
inline constexpr std::uint64_t kRecoverySeed = 5001;
inline constexpr int kWorlds = 2000;

/// Draws of one world, one after the other.
class CheapWorld {
 public:
  explicit CheapWorld(int world)
      : engine_(Dice(kRecoverySeed, static_cast<std::uint32_t>(world))
                    .engine(Die::SchoolPlaceX, 0, 0)) {}
  double normal() { return static_cast<double>(normal_from(engine_())); }
  double uniform() { return (static_cast<double>(engine_()) + 0.5) * 0x1p-32; }
  bool happens(double p) { return uniform() < p; }
  /// Up to and with `high`.
  double between(double low, double high) { return low + (high - low) * uniform(); }

 private:
  Engine engine_;
};

/// How often intervals held what was planted.
class Coverage {
 public:
  void add(double low, double high, double planted) {
    ++intervals_;
    held_ += low <= planted && planted <= high ? 1 : 0;
  }
  void add(const estimators::Coefficient& one, double planted) { add(one.low, one.high, planted); }
  double share() const { return static_cast<double>(held_) / static_cast<double>(intervals_); }
  /// For the page of estimators, which quotes it.
  double told(const std::string& name) const {
    std::printf("coverage of %s: %.1f %%\n", name.c_str(), 100.0 * share());
    return share();
  }

 private:
  long long held_ = 0, intervals_ = 0;
};

/// 95 % give or take 1.5: three times the error of a share over 2,000 worlds.
inline void expect_nominal(const Coverage& coverage, const std::string& name) {
  EXPECT_NEAR(coverage.told(name), 0.95, 0.015) << name;
}

struct CityOfSchools {
  int schools = 120, children = 20;  ///< of each school
  int charters = 40;
  double proficiency_effect = 5.0, growth_effect = 0.1;
  double school_sd = 0.1;  ///< of a school's own part, beside the planted effect [state SD]
};

/// Two years, 2015 and 2016, of the same children in the same schools, in grades 4 and 5.
panel::Panel draw_city(CheapWorld& world, const CityOfSchools& city);
/// The tables of its schools alone.
panel::Panel draw_schools(CheapWorld& world, const CityOfSchools& city);

}  // namespace homeroom
