#include "app/cost.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "app/measured_costs.hpp"

namespace homeroom::app {
namespace {

using Terms = std::vector<CostTerm>;
using measured::kCosts;

/// Of a neighbourhood and a school: the distance and the school's place in the order of distances.
constexpr double kBytesPerDistance = sizeof(float) + sizeof(std::uint16_t);

/// Of the text of a replicate's few large tables (sim/run/experiment.cpp).
constexpr double kMostHeldText = 8 * 1048576.0;

CostTerm term(const measured::Coefficient& coefficient, double count) {
  return {coefficient.key, count, coefficient.each};
}

/// From every neighbourhood to every school, and to those that may open.
double distances_of(const Workload& work) {
  return (work.schools + work.slots) * work.neighbourhoods;
}

/// Bytes of a city's tables: what a replicate writes.
Terms tables_of_city(const Workload& work) {
  const double years = work.observed, schools = work.schools;
  Terms terms = {term(kCosts.disk_city_year, years), term(kCosts.disk_model_year, work.model_rows),
                 term(kCosts.disk_school_year, years * schools)};
  if (!work.microdata) return terms;
  const ListLines lines = work.lines_told();
  const Terms rows = {term(kCosts.disk_student_row, years * work.students),
                      term(kCosts.disk_district_line, lines.district),
                      term(kCosts.disk_lottery_line, lines.lottery)};
  terms.insert(terms.end(), rows.begin(), rows.end());
  return terms;
}

Terms tables_of_nation(const Workload& work) {
  Terms terms = {term(kCosts.disk_nation_year, work.observed),
                 term(kCosts.disk_district_year, work.observed * work.districts)};
  if (work.school_rows) {
    terms.push_back(term(kCosts.disk_nation_school_year, work.observed * work.schools));
  }
  return terms;
}

Terms tables_of(const Workload& work) {
  return work.national ? tables_of_nation(work) : tables_of_city(work);
}

/// Bytes of a burnt-in city in a folder.
Terms kept_city(const Workload& work) {
  const double schools = work.schools + work.slots;
  return {term(kCosts.disk_kept_student, work.students),
          term(kCosts.disk_kept_school, schools),
          {"disk_kept_distance", distances_of(work), kBytesPerDistance}};
}

void add_times(double times, const Terms& more, Terms& terms) {
  for (CostTerm one : more) {
    one.count *= times;
    terms.push_back(one);
  }
}

Terms disk(const Workload& work) {
  Terms terms = {term(kCosts.disk_run, 1), term(kCosts.disk_scenario_byte, work.scenario_length)};
  add_times(work.replicates, tables_of(work), terms);
  return terms;
}

Terms cities(const Workload& work) {
  Terms terms;
  if (work.cities.keeps) add_times(work.replicates - work.cities.found, kept_city(work), terms);
  return terms;
}

Terms processor_of_city(const Workload& work) {
  Terms terms = {term(kCosts.seconds_start, 1),
                 term(kCosts.seconds_founded_student, work.founded * work.students),
                 term(kCosts.seconds_founded_chooser, work.founded * work.founding_choosers),
                 term(kCosts.seconds_founded_distance, work.founded * distances_of(work)),
                 term(kCosts.seconds_student_year, work.student_years()),
                 term(kCosts.seconds_district_line, work.district_lines_lived()),
                 term(kCosts.seconds_school_year, work.lived_years * work.schools),
                 term(kCosts.seconds_table_byte, work.replicates * sum_of(tables_of_city(work)))};
  if (work.cities.keeps) {
    terms.push_back(term(kCosts.seconds_kept_byte, work.replicates * sum_of(kept_city(work))));
  }
  return terms;
}

Terms processor_of_nation(const Workload& work) {
  const double replicates = work.replicates;
  return {term(kCosts.seconds_start, 1),
          term(kCosts.seconds_nation_founded_student, replicates * work.students),
          term(kCosts.seconds_nation_student_year, work.student_years()),
          term(kCosts.seconds_district_year, work.lived_years * work.districts),
          term(kCosts.seconds_table_byte, replicates * sum_of(tables_of_nation(work)))};
}

/// Rows of a year become text at its end; of a replicate's text some is held, the rest waits on
/// disk.
Terms memory_of_city(const Workload& work) {
  const double workers = work.workers();
  const double text = sum_of(tables_of_city(work));
  Terms terms = {term(kCosts.memory_program, 1),
                 term(kCosts.memory_worker, workers),
                 term(kCosts.memory_student, workers * work.students),
                 {"memory_distance", workers * distances_of(work), kBytesPerDistance},
                 {"memory_held_text", workers * std::min(text, kMostHeldText), 1.0}};
  if (work.microdata) {
    const double lines = work.lines.district + work.lines.lottery;
    terms.push_back(term(kCosts.memory_student_row, workers * work.students));
    terms.push_back(term(kCosts.memory_line, workers * lines));
  }
  if (work.cities.keeps) {
    terms.push_back(term(kCosts.memory_kept_byte, workers * sum_of(kept_city(work))));
  }
  return terms;
}

/// A streamed district's rows are held until it and those before it have lived, a nation's rows of
/// one year until they are written.
Terms memory_of_nation(const Workload& work) {
  const double schools_a_student = work.schools / work.students;
  if (work.streamed) {
    const double schools = work.school_rows ? work.students_at_work * schools_a_student : 0.0;
    return {term(kCosts.memory_program, 1),
            term(kCosts.memory_streamed_student, work.students_at_work),
            term(kCosts.memory_streamed_district, work.districts),
            {"memory_school_row", work.observed * schools, kCosts.disk_nation_school_year.each}};
  }
  const double schools = work.school_rows ? work.students_at_most * schools_a_student : 0.0;
  return {term(kCosts.memory_program, 1),
          term(kCosts.memory_student_at_work, work.students_at_work),
          term(kCosts.memory_nation_student, work.students_at_most),
          term(kCosts.memory_district, work.districts),
          {"memory_school_row", schools, kCosts.disk_nation_school_year.each}};
}

/// Several cities live side by side, as many at a time as there are threads. Where fewer are left
/// than threads, these share the loops of those that are, all but `serial_share` of their time.
double wall_share(const Workload& work, int cores) {
  const double threads = std::min(work.threads, cores);
  const double crowded = threads > 1.0 ? kCosts.crowding : 1.0;
  if (work.national) return crowded / threads;
  const double rounds = std::floor(work.replicates / threads);
  const double left = work.replicates - rounds * threads;
  const double last =
      left > 0.0 ? kCosts.serial_share + (1.0 - kCosts.serial_share) * crowded * left / threads
                 : 0.0;
  return (rounds * crowded + last) / work.replicates;
}

}  // namespace

double sum_of(const Terms& terms) {
  double sum = 0.0;
  for (const CostTerm& term : terms) sum += term.product();
  return sum;
}

Cost cost_of(const Workload& work, int cores) {
  Cost cost;
  cost.processor = work.national ? processor_of_nation(work) : processor_of_city(work);
  cost.memory = work.national ? memory_of_nation(work) : memory_of_city(work);
  cost.disk = disk(work);
  cost.cities = cities(work);
  cost.wall_share = wall_share(work, cores);
  return cost;
}

double seconds_of(const Cost& cost, double slowness) {
  const double start = cost.processor.front().product();
  return slowness * (start + (sum_of(cost.processor) - start) * cost.wall_share);
}

}  // namespace homeroom::app
