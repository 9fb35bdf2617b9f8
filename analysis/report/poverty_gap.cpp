#include "analysis/report/poverty_gap.hpp"

#include <algorithm>
#include <vector>

#include "analysis/report/csv_rows.hpp"

namespace homeroom::report {
namespace {

struct School {
  double poverty, tested, score;
};

/// Mean score of the first `share` of tested children, in the order of schools; a school on the
/// edge counts by the part that is within.
double mean_of_first(const std::vector<School>& schools, double share) {
  double all = 0, taken = 0, sum = 0;
  for (const School& school : schools) all += school.tested;
  const double wanted = all * share;
  for (const School& school : schools) {
    const double part = std::min(school.tested, wanted - taken);
    taken += part;
    sum += part * school.score;
    if (taken >= wanted) break;
  }
  return sum / taken;
}

class Years {
 public:
  void add(int replicate, int year, const School& school) {
    if (replicate != replicate_ || year != year_) end_year();
    replicate_ = replicate;
    year_ = year;
    if (school.tested > 0 && school.poverty == school.poverty && school.score == school.score) {
      schools_.push_back(school);
    }
  }
  Replicates end() {
    end_year();
    return std::move(gaps_);
  }

 private:
  void end_year() {
    if (schools_.size() >= 4) {
      const auto richer = [](const School& one, const School& other) {
        return one.poverty < other.poverty;
      };
      std::stable_sort(schools_.begin(), schools_.end(), richer);
      const double few = mean_of_first(schools_, 0.25);
      std::reverse(schools_.begin(), schools_.end());
      gaps_.add("", year_, replicate_, few - mean_of_first(schools_, 0.25));
    }
    schools_.clear();
  }
  std::vector<School> schools_;
  Replicates gaps_;
  int replicate_ = 0, year_ = 0;
};

}  // namespace

Replicates poverty_gap(const Results& results) {
  CsvRows rows(results.file("schools.csv"), {"replicate", "year", "pct_low_income", "n_tested_math",
                                             "n_tested_ela", "mean_score_math", "mean_score_ela"});
  Years years;
  while (rows.next()) {
    const double tested = (rows.number(3) + rows.number(4)) / 2;
    years.add(rows.whole(0), rows.whole(1),
              {rows.number(2), tested, (rows.number(5) + rows.number(6)) / 2});
  }
  return years.end();
}

}  // namespace homeroom::report
