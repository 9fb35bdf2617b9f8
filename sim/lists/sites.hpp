// Where schools stand: coordinates from further lists, checked, and laid flat.
#pragma once

#include <vector>

#include "sim/lists/found_school.hpp"

namespace homeroom::lists {

/// Coordinates of a site [degrees, WGS84].
struct Coordinates {
  double latitude = 0, longitude = 0;
};

/// Gives rows without coordinates those of a list of sites: by the school's id, or by that which a
/// crosswalk gives it. Sites of one id are one school's, which stands in their middle. Schools that
/// find no site are noted.
void add_sites(const List& sites, const List* crosswalk, const CommonWords& common,
               std::vector<SchoolRow>& schools, Remarks& remarks);

/// Writes x_km and y_km of schools with coordinates: kilometres east and north of the westernmost
/// and the southernmost. Coordinates outside the country and its territories are faults, and left
/// out.
void lay_flat(const std::vector<Box>& country, std::vector<FoundSchool>& schools, Remarks& remarks);

/// Kilometres to a degree of latitude and of longitude at a latitude, on the ellipsoid of WGS84
/// (National Imagery and Mapping Agency, TR8350.2: semi-major axis 6378137 m, flattening
/// 1/298.257223563).
struct KmPerDegree {
  double north = 0, east = 0;
};
KmPerDegree km_per_degree(double latitude);

}  // namespace homeroom::lists
