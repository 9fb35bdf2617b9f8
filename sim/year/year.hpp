// The school year: a table of contents. Each line names a chapter one can turn to.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "sim/chance/draw.hpp"
#include "sim/policy/law.hpp"
#include "sim/year/child_growth.hpp"
#include "sim/year/nature.hpp"
#include "sim/year/testing.hpp"

namespace homeroom {

/// Large columns that chapters write anew each year; kept so that their memory is used again.
struct YearWorkspace {
  LearningOutcome learning;
  TestingOutcome testing;
  ChildGrowth own;
};

/// Seconds spent in each chapter, in the order in which the year calls them.
class ChapterTimes {
 public:
  void add(std::string_view chapter, double seconds);
  void add(const ChapterTimes& other);
  struct Entry {
    std::string_view chapter;
    double seconds;
  };
  const std::vector<Entry>& entries() const { return entries_; }

 private:
  std::vector<Entry> entries_;
};

/// Lives the school year `year` (its spring) in `world`.
void live_one_year(World& world, int year, const Law& law, const Nature& nature, const Dice& dice,
                   YearWorkspace& workspace, ChapterTimes& times);

/// Where a city's growth has its zero.
struct GrowthZero {
  PerSubject<double> anchor{};  ///< growth's one constant [SD/year]
  double resource_norm = 0;     ///< spending that neither helps nor harms [USD/student]
};
GrowthZero growth_zero(const World& world);
void set_growth_zero(World& world, const GrowthZero& zero);

/// Sets growth's zero while the burn-in lasts: after each of its years the norm of resources is the
/// city's mean over the last years, and the anchor is the city's target less its mean growth over
/// them; with the burn-in it ends, for good. Its first two years do not count: rights, climate and
/// staff that founding draws still settle in them.
class BurnIn {
 public:
  void anchor(World& world, const LearningParameters& nature);

 private:
  static constexpr std::size_t kSettling = 2, kYears = 5;
  std::vector<PerSubject<double>> raw_;  ///< by year, as if the norm of resources were 0
  std::vector<double> resources_;
};

}  // namespace homeroom
