#include "sim/lists/sites.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>

namespace homeroom::lists {

namespace {

struct Sum {
  double latitude = 0, longitude = 0;
  int sites = 0;
  std::size_t row = 0;  ///< of the first of them
};

using SumBySite = std::unordered_map<std::string, Sum>;

/// The site of each school, in their order, by the first row that joins it to one; empty where none
/// does.
std::vector<std::string> sites_of(const std::vector<SchoolRow>& schools, const List* crosswalk,
                                  Remarks& remarks) {
  std::vector<std::string> sites;
  for (const SchoolRow& school : schools) sites.push_back(crosswalk ? "" : school.id);
  if (!crosswalk) return sites;
  std::unordered_map<std::string, std::size_t> at;
  for (std::size_t i = 0; i < schools.size(); ++i) at.emplace(schools[i].id, i);
  for (std::size_t row = 0; row < crosswalk->table.rows(); ++row) {
    const auto found = at.find(crosswalk->cell(row, Field::Id));
    const std::string here = crosswalk->cell(row, Field::Site);
    if (found == at.end() || here.empty()) continue;
    std::string& site = sites[found->second];
    if (site.empty()) site = here;
    if (site != here) {
      remarks.at(Weight::Fault, crosswalk->file, crosswalk->table.line(row),
                 crosswalk->called(Field::Id), "joins a school to a second site",
                 "each school once", "the later rows");
    }
  }
  return sites;
}

/// Sums of the sites that are wanted: most sites of a list are of other cities.
SumBySite sums_by_site(const std::vector<std::string>& wanted, const List& sites,
                       const CommonWords& common, Remarks& remarks) {
  RowReader reader(sites, common, remarks);
  SumBySite sums;
  for (const std::string& site : wanted) sums.try_emplace(site);
  for (std::size_t row = 0; row < sites.table.rows(); ++row) {
    const auto found = sums.find(sites.cell(row, Field::Site));
    if (found == sums.end()) continue;
    const auto x = reader.number(row, Field::X), y = reader.number(row, Field::Y);
    if (!x || !y) continue;
    Sum& sum = found->second;
    if (sum.sites == 0) sum.row = row;
    sum.longitude += *x;
    sum.latitude += *y;
    ++sum.sites;
  }
  return sums;
}

bool inside(const Box& box, const SchoolRow& row) {
  return *row.latitude >= box.south && *row.latitude <= box.north && *row.longitude >= box.west &&
         *row.longitude <= box.east;
}

/// True when the row has coordinates that a school of the country can have.
bool stands_in(const std::vector<Box>& country, const SchoolRow& row, Remarks& remarks) {
  if (!row.latitude || !row.longitude) return false;
  const bool good =
      std::any_of(country.begin(), country.end(), [&](const Box& box) { return inside(box, row); });
  if (!good) {
    const List& list = *row.located_by;
    const Field column = list.says(Field::Latitude) ? Field::Latitude : Field::Y;
    remarks.at(Weight::Fault, list.file, list.table.line(row.located_row), list.called(column),
               "stands outside the country and its territories",
               "degrees of latitude and longitude (west is negative)", "those coordinates");
  }
  return good;
}

double to_metres(double km) { return std::round(km * 1000.0) / 1000.0; }

}  // namespace

KmPerDegree km_per_degree(double latitude) {
  constexpr double kRadius = 6378.137, kFlattening = 1.0 / 298.257223563;
  constexpr double kPerDegree = 3.14159265358979323846 / 180.0;
  constexpr double kSquare = kFlattening * (2.0 - kFlattening);  // of the eccentricity
  const double sine = std::sin(latitude * kPerDegree);
  const double bent = std::sqrt(1.0 - kSquare * sine * sine);
  return {kPerDegree * kRadius * (1.0 - kSquare) / (bent * bent * bent),
          kPerDegree * kRadius * std::cos(latitude * kPerDegree) / bent};
}

void add_sites(const List& sites, const List* crosswalk, const CommonWords& common,
               std::vector<SchoolRow>& schools, Remarks& remarks) {
  const std::vector<std::string> site_of = sites_of(schools, crosswalk, remarks);
  const SumBySite sums = sums_by_site(site_of, sites, common, remarks);
  std::size_t found = 0;
  for (std::size_t i = 0; i < schools.size(); ++i) {
    SchoolRow& school = schools[i];
    const Sum& sum = sums.at(site_of[i]);
    if (site_of[i].empty() || sum.sites == 0) {
      remarks.at(Weight::Note, school.list->file, school.line(), "",
                 "finds no site in " + sites.file);
      continue;
    }
    ++found;
    if (school.latitude && school.longitude) continue;
    school.latitude = sum.latitude / sum.sites;
    school.longitude = sum.longitude / sum.sites;
    school.located_by = &sites;
    school.located_row = sum.row;
  }
  if (found == 0 && !schools.empty()) {
    remarks.about(Weight::Fault, sites.file, sites.called(Field::Site), "is of none of the schools",
                  "sites of the schools, or a --crosswalk that joins them", "the sites");
  }
}

void lay_flat(const std::vector<Box>& country, std::vector<FoundSchool>& schools,
              Remarks& remarks) {
  std::vector<FoundSchool*> standing;
  double south = 90.0, north = -90.0, west = 180.0;
  for (FoundSchool& found : schools) {
    if (!stands_in(country, *found.row, remarks)) continue;
    standing.push_back(&found);
    south = std::min(south, *found.row->latitude);
    north = std::max(north, *found.row->latitude);
    west = std::min(west, *found.row->longitude);
  }
  const KmPerDegree km = km_per_degree(0.5 * (south + north));
  for (FoundSchool* found : standing) {
    found->school.x_km = to_metres((*found->row->longitude - west) * km.east);
    found->school.y_km = to_metres((*found->row->latitude - south) * km.north);
  }
}

}  // namespace homeroom::lists
