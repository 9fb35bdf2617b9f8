// What a run will take: quantities that its workload counts, times what each was measured to take.
#pragma once

#include <string_view>
#include <vector>

#include "app/workload.hpp"

namespace homeroom::app {

/// One part of a cost; `key` names its coefficient in measured_costs.hpp.
struct CostTerm {
  std::string_view key;
  double count = 0, each = 0;
  double product() const { return count * each; }
};

struct Cost {
  std::vector<CostTerm> processor;  ///< seconds of one core where it was measured
  std::vector<CostTerm> memory;     ///< bytes at the peak
  std::vector<CostTerm> disk;       ///< bytes of tables and what is told of them
  std::vector<CostTerm> cities;     ///< bytes of burnt-in cities, in their own folder
  double wall_share = 1;            ///< wall time on the threads at hand, of processor time
};

double sum_of(const std::vector<CostTerm>& terms);

/// `cores`: processors of the machine.
Cost cost_of(const Workload& work, int cores);

/// Seconds of wall time, on a machine that is `slowness` times as slow as the one of the
/// measurements.
double seconds_of(const Cost& cost, double slowness);

}  // namespace homeroom::app
