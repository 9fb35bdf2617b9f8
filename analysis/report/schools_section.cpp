#include <fmt/format.h>

#include <cmath>
#include <map>
#include <tuple>

#include "analysis/report/csv_rows.hpp"
#include "analysis/report/number_text.hpp"
#include "analysis/report/run_sections.hpp"
#include "analysis/report/run_tables.hpp"
#include "analysis/report/trajectory.hpp"

namespace homeroom::report {
namespace {

/// One school of one replicate in its last year.
struct Place {
  std::string name, model;
  int replicate = 0, year = 0;
  double enrolment = 0, east = 0, north = 0, proficiency = 0;
};

/// Schools of the first replicate in its last year: places and models of one city that could be.
std::vector<Place> last_places(const Results& results) {
  CsvRows rows(results.file("schools.csv"),
               {"replicate", "year", "name", "model", "enrolment", "east_km", "north_km",
                "proficiency_math", "proficiency_ela"});
  std::vector<Place> places;
  int replicate = 0, year = 0;
  while (rows.next()) {
    if (places.empty()) replicate = rows.whole(0);
    if (rows.whole(0) != replicate) continue;
    if (rows.whole(1) > year) places.clear();
    year = std::max(year, rows.whole(1));
    places.push_back({std::string(rows.text(2)), std::string(rows.text(3)), replicate,
                      rows.whole(1), rows.number(4), rows.number(5), rows.number(6),
                      (rows.number(7) + rows.number(8)) / 2});
  }
  return places;
}

void add_map(Section& section, const Results& results) {
  const std::vector<Place> places = last_places(results);
  if (places.empty()) throw TableFault("schools.csv has no rows.");
  Figure figure{
      "map",
      "map",
      fmt::format("Schools of replicate {} in {}: place, model and enrolment",
                  places.front().replicate, places.front().year),
      fmt::format("{} schools. A sign's area is the enrolment, its colour and shape the model. "
                  "Other replicates have other openings and closures.",
                  places.size()),
      "km",
      {},
      {}};
  figure.columns = {{"name", "school", "", false},
                    {"series", "model", "", false},
                    {"east", "from west to east", "km"},
                    {"north", "from south to north", "km"},
                    {"size", "enrolment", "students"},
                    {"proficiency", "proficient, mean of both subjects", "% of tested"},
                    {"note", "", "", false}};
  for (const Place& place : places) {
    const bool tested = std::isfinite(place.proficiency);
    figure.rows.push_back(
        {place.name, results.label(place.model), cell_of(place.east), cell_of(place.north),
         cell_of(place.enrolment), cell_of(place.proficiency),
         tested ? fixed_text(place.proficiency, 0) + " % proficient" : std::string()});
  }
  section.figures.push_back(std::move(figure));
}

void add_shares(Section& section, const Results& results) {
  const Replicates schools = by_model(results, "models.csv", {"schools"});
  Figure number = trajectory_of(
      results,
      {"schools_number", fmt::format("Schools by model, {}", years_text(schools)), "", "schools"},
      schools);
  number.hints["from"] = "zero";
  section.figures.push_back(std::move(number));
  const Replicates share = by_model(results, "models.csv", {"enrolment_share"});
  Figure children = trajectory_of(
      results,
      {"enrolment_share",
       fmt::format("Children by model, {} [share of the city's]", years_text(share)), "", "share"},
      share);
  children.hints["from"] = "zero";
  section.figures.push_back(std::move(children));
}

}  // namespace

Section schools_section(const Results& results) {
  Section section{"schools", "Schools and where they stand"};
  if (!results.is_nation()) add_or_tell(section, [&] { add_map(section, results); });
  add_or_tell(section, [&] { add_shares(section, results); });
  return section;
}

}  // namespace homeroom::report
