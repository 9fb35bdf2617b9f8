// A year of a replicate's public tables as an analyst's panel takes it.
#pragma once

#include "analysis/panel/panel_builder.hpp"
#include "sim/run/replicate.hpp"

namespace homeroom::app {

/// Appends the year, with children, applications and teachers where its plan asked for them.
inline void add_year(panel::PanelBuilder& builder, const ReplicateRecords& year) {
  static const Microdata none;
  const Microdata& of = year.microdata ? *year.microdata : none;
  builder.add(year.year(), {year.schools, year.district, year.events, of.students, of.applications,
                            of.cutoffs, of.teachers, of.neighbourhoods});
}

}  // namespace homeroom::app
