// What a run will do, counted before it is done: what its time, memory and disk hang on.
#pragma once

#include "app/list_lines.hpp"
#include "sim/run/experiment.hpp"

namespace homeroom::app {

/// Burnt-in cities of a folder, see kept_cities.hpp.
struct CitiesThere {
  bool keeps = false;  ///< the run begins from kept cities, and leaves there those it lacks
  int found = 0;       ///< replicates whose city is there
};

struct Workload {
  bool national = false, streamed = false, school_rows = false, microdata = false;
  CitiesThere cities;
  int threads = 1;              ///< that are asked for
  double replicates = 1;        ///< districts of a nation live side by side, its replicates in turn
  double years = 0;             ///< of a replicate, with every burn-in
  double founded = 0;           ///< cities of all replicates that no kept one is begun from
  double lived_years = 0;       ///< of all replicates, without the burn-ins of kept cities
  double burn_in_lived = 0;     ///< of these, years of burn-ins
  double observed = 0;          ///< years of a replicate of which tables tell
  double observed_burn_in = 0;  ///< of these, years of the burn-in
  // Of one replicate, the mean of all where each draws its own.
  double students = 0, schools = 0, slots = 0, districts = 1, neighbourhoods = 0;
  // Of a nation's largest replicate.
  double students_at_most = 0;
  double students_at_work = 0;     ///< in the districts that live at one time
  double model_rows = 0;           ///< of the years that are told, see model_years.hpp
  ListLines lines, burn_in_lines;  ///< of a policy year, and of a year of the burn-in
  double founding_choosers = 0;    ///< who files a list when the city is founded
  double scenario_length = 0;      ///< bytes of its text in the manifest

  double student_years() const { return students * lived_years; }
  /// Lines on district lists of all years that are lived.
  double district_lines_lived() const;
  /// Lines of the years of a replicate of which tables tell.
  ListLines lines_told() const;
  /// Replicates that live at one time.
  double workers() const;
};

Workload workload_of(const Experiment& experiment, const CitiesThere& cities);

}  // namespace homeroom::app
