#include "analysis/report/school_counts.hpp"

#include "analysis/report/csv_rows.hpp"

namespace homeroom::report {

std::map<std::pair<std::string, std::string>, SchoolCount> count_schools(const Results& results,
                                                                         int year) {
  CsvRows rows(results.file("differences_schools.csv"),
               {"alternative", "year", "base_model", "measure", "low", "high"});
  std::map<std::pair<std::string, std::string>, SchoolCount> counts;
  while (rows.next()) {
    if (rows.text(3) != "level_math" || rows.whole(1) != year) continue;
    const double low = rows.number(4), high = rows.number(5);
    if (low != low) continue;
    SchoolCount& count = counts[{std::string(rows.text(0)), std::string(rows.text(2))}];
    ++(low > 0 ? count.higher : high < 0 ? count.lower : count.unclear);
  }
  return counts;
}

}  // namespace homeroom::report
