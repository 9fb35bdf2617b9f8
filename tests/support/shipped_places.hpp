// The shipped cities as their place files have them, counted.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "sim/vocabulary/autonomies.hpp"
#include "tests/scenario_files.hpp"

namespace homeroom::testing {

/// A shipped scenario with a made-up nature: the places and models alone are asked for here.
inline Scenario shipped_city(const std::string& name) {
  const Workplace files;
  const auto folder = std::filesystem::path(HOMEROOM_SOURCE_DIR) / "scenarios";
  for (const char* part : {"models", "places"}) {
    std::filesystem::copy(folder / part, files / part, std::filesystem::copy_options::recursive);
  }
  files.write("nature/all.toml", nature_skeleton());
  const Reading reading = read_scenario(files.write(name, text_of_file(folder / name)));
  EXPECT_EQ(format_faults(reading.faults), "");
  return reading.scenario.value_or(Scenario{});
}

/// Rank-weighted score of a model's rights on paper in a year.
inline double paper_score(const SchoolModel& model, int year) {
  PerRight<double> paper{};
  for (std::size_t r = 0; r < kRights; ++r) paper[r] = model.paper[r].in(year);
  return autonomy_score(paper);
}

/// Schools and students of a place by model.
struct Sizes {
  std::map<std::string, int> schools;
  std::map<std::string, double> students;
  int all_schools = 0;
  double all_students = 0;
};

inline Sizes sizes_of(const Place& place) {
  Sizes sizes;
  for (const SchoolGroup& group : place.schools) {
    sizes.schools[group.model] += group.count;
    sizes.students[group.model] += group.students;
    sizes.all_schools += group.count;
    sizes.all_students += group.students;
  }
  return sizes;
}

/// What the selections of a law take from one model into another, by year.
inline std::map<int, int> selected(const Law& law, const std::string& from,
                                   const std::string& into) {
  std::map<int, int> years;
  for (const Selection& selection : law.selections) {
    if (selection.from == from && selection.model == into) years[selection.year] += selection.count;
  }
  return years;
}

}  // namespace homeroom::testing
