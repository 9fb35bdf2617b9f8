#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "analysis/report/compare_sections.hpp"
#include "analysis/report/csv_rows.hpp"
#include "sim/core/words.hpp"

namespace homeroom::report {
namespace {

using People = std::map<std::pair<std::string, std::string>, double>;

/// People elsewhere by alternative and by how they came there.
People people_elsewhere(const Results& results, int year, const std::string& who) {
  CsvRows rows(results.file("moved.csv"),
               {"alternative", "year", "who", "alternative_how", "people"});
  People people;
  while (rows.next()) {
    if (rows.whole(1) != year || rows.text(2) != who) continue;
    people[{std::string(rows.text(0)), std::string(rows.text(3))}] += rows.number(4);
  }
  return people;
}

void add_people(Section& section, const Results& results, int year, const std::string& who,
                const char* id, const std::string& title) {
  const People people = people_elsewhere(results, year, who);
  if (people.empty()) return;
  Figure figure{
      id,
      "counts",
      fmt::format("{}, {}", title, year),
      "Mean over replicates, by the last way in which they came where the alternative has "
      "them.",
      "people",
      {},
      {}};
  figure.columns = {{"panel", "alternative", "", false},
                    {"label", "how", "", false},
                    {"value", "people", "people"}};
  std::vector<std::pair<std::pair<std::string, std::string>, double>> sorted(people.begin(),
                                                                             people.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& one, const auto& other) {
    return one.first.first != other.first.first ? one.first.first < other.first.first
                                                : one.second > other.second;
  });
  for (const auto& [of, count] : sorted) {
    figure.rows.push_back({of.first, with_blanks(of.second), count});
  }
  section.figures.push_back(std::move(figure));
}

}  // namespace

Section moved_section(const Results& results, const Differences& differences) {
  Section section{"moved", "Who is elsewhere"};
  const int year = differences.last_year();
  add_or_tell(section, [&] {
    add_people(section, results, year, "child", "moved_children",
               "Children in another school than under the base");
    add_people(section, results, year, "teacher", "moved_teachers",
               "Teachers elsewhere than under the base");
  });
  return section;
}

}  // namespace homeroom::report
