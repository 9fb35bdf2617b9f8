// What can be said of a child's achievement and scores.
#include "tests/signs/child_looks.hpp"

namespace homeroom::signs {
namespace {

using namespace child_looks;

double score_of(std::int16_t score) {
  return score == kNoScore ? NAN : score / static_cast<double>(kScorePoints);
}

void add_achievement(std::vector<Outcome>& all) {
  static constexpr const char* kSubject[kSubjects] = {"_math", "_ela"};
  for (int m = 0; m < kSubjects; ++m) {
    const auto each = [m, &all](const char* name, const char* unit, const char* meaning,
                                Look look) {
      all.push_back(
          seen((std::string(name) + kSubject[m]).c_str(), unit, meaning, std::move(look)));
    };
    const auto state = [&each](const char* name, const char* meaning,
                               std::function<double(const Students&, std::size_t)> of) {
      each(name, "state SD", meaning,
           [of](const SeenYear& y, std::size_t r) { return of(y.world.students, r); });
    };
    state("score", "measured score",
          [m](const Students& s, std::size_t r) { return score_of(s.score[m][r]); });
    state("score_before", "score of a year ago",
          [m](const Students& s, std::size_t r) { return score_of(s.score_before[m][r]); });
    state("baseline", "family baseline",
          [m](const Students& s, std::size_t r) { return s.baseline[m][r]; });
    state("durable", "durable stock",
          [m](const Students& s, std::size_t r) { return s.durable[m][r]; });
    state("fleeting", "fleeting stock",
          [m](const Students& s, std::size_t r) { return s.fleeting[m][r]; });
    state("transient", "transient state",
          [m](const Students& s, std::size_t r) { return s.transient[m][r]; });
    state("achievement", "true achievement", [m](const Students& s, std::size_t r) {
      return s.baseline[m][r] + s.durable[m][r] + s.fleeting[m][r] + s.transient[m][r];
    });
    each("error", "state SD", "measured score less true achievement",
         [m](const SeenYear& y, std::size_t r) {
           const Students& s = y.world.students;
           return score_of(s.score[m][r]) -
                  (s.baseline[m][r] + s.durable[m][r] + s.fleeting[m][r] + s.transient[m][r]);
         });
    each("transient_before", "state SD", "transient state of a year ago",
         [m](const SeenYear& y, std::size_t r) {
           return is_same_child(y, r) ? y.before.transient[m][r] : NAN;
         });
    each("durable_before", "state SD", "durable stock of a year ago",
         [m](const SeenYear& y, std::size_t r) {
           return is_same_child(y, r) ? y.before.durable[m][r] : NAN;
         });
    each("fleeting_before", "state SD", "fleeting stock of a year ago",
         [m](const SeenYear& y, std::size_t r) {
           return is_same_child(y, r) ? y.before.fleeting[m][r] : NAN;
         });
    each("baseline_drift", "state SD", "change of the baseline since a year ago",
         [m](const SeenYear& y, std::size_t r) {
           return is_same_child(y, r) ? y.world.students.baseline[m][r] - y.before.baseline[m][r]
                                      : NAN;
         });
    each("stock_gain", "state SD", "change of both stocks since a year ago",
         [m](const SeenYear& y, std::size_t r) {
           const Students& s = y.world.students;
           return is_same_child(y, r) ? s.durable[m][r] + s.fleeting[m][r] -
                                            y.before.durable[m][r] - y.before.fleeting[m][r]
                                      : NAN;
         });
    each("sgp", "percentile", "growth percentile", [m](const SeenYear& y, std::size_t r) {
      return y.tests.sgp[m][r] > 0 ? y.tests.sgp[m][r] : NAN;
    });
    each("tested", "0/1", "sat this year's test, of grades 3 to 8",
         [m](const SeenYear& y, std::size_t r) {
           const int grade = y.world.students.grade[r];
           return grade < 3 || grade > 8 ? NAN : y.world.students.score[m][r] != kNoScore;
         });
  }
}

}  // namespace

std::vector<Outcome> achievement_outcomes() {
  std::vector<Outcome> all;
  add_achievement(all);
  return all;
}

}  // namespace homeroom::signs
