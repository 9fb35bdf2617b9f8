// Instruments: what an analyst could lawfully see of a year. They get a const world.
#pragma once

#include "sim/observe/tally.hpp"
#include "sim/policy/law.hpp"
#include "sim/records/public_tables.hpp"
#include "sim/world/world.hpp"

namespace homeroom {

/// One row per open school.
void observe_schools(const World& world, const Law& law, const RowKey& key, Batch& batch);
/// One row per school model with open schools, in the law's order.
void observe_models(const World& world, const Law& law, const RowKey& key, Batch& batch);
void observe_models(const SumsByModel& sums, const Law& law, const RowKey& key, Batch& batch);
/// One row for the city.
void observe_district(const World& world, const Law& law, const RowKey& key, Batch& batch);
/// The same without the key, and without the end of the row.
void add_district(const World& world, const SchoolSums& city, Batch& batch);
/// One row per open school of a district that is one of many.
void observe_schools_of(int district, const World& world, const Law& law, const RowKey& key,
                        Batch& batch);
/// One row per event of the year.
void observe_events(const World& world, const Law& law, const RowKey& key, Batch& batch);

/// The microdata of the year: children, applications, cutoffs, teachers, and where the
/// neighbourhoods lie. `sgp` as testing left it.
struct Microdata {
  Batch students, applications, cutoffs, teachers, neighbourhoods;
  Microdata();
};
void observe_microdata(const World& world, const PerSubject<std::vector<std::uint8_t>>& sgp,
                       const RowKey& key, Microdata& microdata);
/// One row per teacher who was in a school of the city or in its pool last year or is this year.
void observe_teachers(const World& world, const RowKey& key, Batch& batch);

}  // namespace homeroom
