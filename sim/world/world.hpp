// What is so now in one city: tables of columns, no verbs, no parameters, no luck.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/vocabulary/offers.hpp"
#include "sim/world/institutions.hpp"
#include "sim/world/results.hpp"
#include "sim/world/schools.hpp"
#include "sim/world/students.hpp"
#include "sim/world/teachers.hpp"
#include "sim/world/zones.hpp"

namespace homeroom {

struct Neighbourhoods {
  std::vector<float> x, y;     ///< [km]
  std::vector<double> status;  ///< socioeconomic, standardised
  std::vector<double> field;   ///< orthogonal to demographics, standardised
  std::array<std::vector<double>, kGroups> group_field;  ///< where each group lives, standardised
  std::vector<double> weight;                            ///< share of households
  /// Distance to each school: row neighbourhood * schools + school [km].
  std::vector<float> distance;
  /// Rows of all schools by distance, nearest first, ties by row; one row per neighbourhood.
  std::vector<std::uint16_t> nearest;
  /// The district school that is a neighbourhood's own, by stage (see stage_of).
  std::array<std::vector<SchoolId>, kStages> zoned;
};

/// A child whose school closed at the end of last year.
struct Displaced {
  std::uint32_t row;
  SchoolId from;
};

/// What is kept in memory of a year beyond school totals.
struct Keep {
  bool applications = false;
};

struct World {
  int year = 0;          ///< the school year now going on, named by its spring
  int record_until = 0;  ///< until this year the schools stand by record: none is closed
  int founded = 0;       ///< first year of the burn-in
  Neighbourhoods places;
  Students students;
  Schools schools;
  SchoolZones zones;
  std::vector<Displaced> displaced;  ///< this year, by row
  Teachers teachers;
  Posts posts;
  CentralOffice office;
  Superintendent superintendent;
  SchoolBoard board;
  Union teachers_union;
  CityFacts city;
  /// By grade: district seats are stretched by this where seats fall short of children; at least 1.
  PerGrade<double> seat_stretch = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
  /// Growth's one constant per place, seed and replicate [SD/year], by subject.
  PerSubject<double> anchor{};
  PerSubject<double> raw_growth{};  ///< the city's mean growth this year before the anchor
  Results results;                  ///< of the year going on
  Results last;                     ///< of the year before
  Keep keep;
  /// What schools refuse this year whatever the lottery says, by seat: set from outside, to see
  /// what becomes of a child without its offer.
  std::vector<Offer> withheld;

  float distance(std::size_t neighbourhood, SchoolId school) const {
    return places.distance[neighbourhood * schools.size() + school.row()];
  }
  /// All schools, open or not, from the nearest on.
  std::span<const std::uint16_t> nearest(std::size_t neighbourhood) const {
    return {places.nearest.data() + neighbourhood * schools.size(), schools.size()};
  }
};

/// Writes `nearest` from `distance`: schools stand where they stand, so once is enough.
void find_nearest(Neighbourhoods& places, std::size_t schools);

}  // namespace homeroom
