// The text of --dry-run.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/cost.hpp"
#include "app/room_left.hpp"

namespace homeroom::app {

/// Where tables and burnt-in cities go.
struct Folders {
  std::filesystem::path tables, cities;
};

/// What a cost asks of the disks.
std::vector<DiskNeed> disk_needs(const Cost& cost, const Folders& folders);

/// Time on the threads of the work, memory and disk, and which of them are wanting.
std::string predicted_text(const Cost& cost, const Workload& work, const Folders& folders);

/// Of N burnt-in cities how many are there; nothing where none are kept.
std::string cities_text(const Workload& work);

/// Children in the city, years and replicates, and what they cost.
std::string cost_text(const Experiment& experiment, const Workload& work, const Folders& folders);

/// What the prediction is made of, a line each: what is counted, how many, what one was measured to
/// take, and both multiplied. Seconds are those of one core of this machine.
std::string cost_parts_text(const Cost& cost);

/// "2 threads", "7 threads on 2 cores": threads beyond the cores are there, and take turns.
std::string threads_text(int threads);

/// "1.6 s", "14 min", "3 h 5 min".
std::string duration_text(double seconds);

}  // namespace homeroom::app
