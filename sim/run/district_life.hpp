// One district of a nation, from its founding on.
#pragma once

#include <optional>
#include <string_view>

#include "sim/founding/nation.hpp"
#include "sim/observe/nation_records.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/world/at_rest.hpp"
#include "sim/year/year.hpp"

namespace homeroom {

/// What is kept of a district's year.
struct DistrictYear {
  NationSums sums;
  std::string row, school_rows;  ///< of districts.csv, and of nation_schools.csv where it is asked
};

class DistrictLife {
 public:
  /// Founds the district in the autumn before the burn-in.
  DistrictLife(const Scenario& scenario, const DistrictPlan& plan, std::uint32_t replicate,
               ChapterTimes& times);

  void live(int year, ChapterTimes& times);
  /// What is seen of the year that was lived last; to be asked before it rests.
  DistrictYear observe(const RowKey& key, bool schools) const;
  /// Keeps no more than the next year needs; nothing of the year that was lived can be seen then.
  void rest();
  int students() const { return static_cast<int>(world_.students.size()); }
  const World& world() const { return world_; }

 private:
  const Scenario& scenario_;
  Dice dice_;
  DistrictFacts facts_;
  World world_;
  std::optional<ChildrenAtRest> at_rest_;
  BurnIn burn_in_;
};

}  // namespace homeroom
