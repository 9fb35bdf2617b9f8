// What can be said of a school's growth and tests, and of its rights.
#include "sim/year/governance.hpp"
#include "tests/signs/school_looks.hpp"

namespace homeroom::signs {
namespace {

using namespace school;

void add_growth(std::vector<Outcome>& all) {
  static constexpr const char* kSubject[kSubjects] = {"math", "ela"};
  for (int m = 0; m < kSubjects; ++m) {
    for (std::size_t term = 0; term < kTerms; ++term) {
      all.push_back(in(("growth_" + std::string(kTermNames[term].word) + "_" + kSubject[m]).c_str(),
                       kGrowth, "true mean growth from this term",
                       [m, term](const Schools&, const SchoolYear& year, SchoolId) {
                         return year.growth[m][term];
                       }));
    }
    all.push_back(in((std::string("growth_") + kSubject[m]).c_str(), kGrowth,
                     "true mean growth, all terms",
                     [m](const Schools&, const SchoolYear& year, SchoolId) {
                       double sum = 0.0;
                       for (const double term : year.growth[m]) sum += term;
                       return sum;
                     }));
    const auto tested = [m, &all](const char* name, const char* unit, const char* meaning,
                                  std::function<double(const SchoolYear&)> of) {
      all.push_back(in((std::string(name) + "_" + kSubject[m]).c_str(), unit, meaning,
                       [m, of](const Schools&, const SchoolYear& year, SchoolId) {
                         return year.tested[m] > 0 ? of(year) : NAN;
                       }));
    };
    tested("score", "state SD", "mean score", [m](const SchoolYear& y) { return y.mean_score[m]; });
    tested("proficient", "share", "proficient children",
           [m](const SchoolYear& y) { return static_cast<double>(y.proficient[m]) / y.tested[m]; });
    tested("median_sgp", "percentile", "median growth percentile; none where too few have one",
           [m](const SchoolYear& y) { return y.median_sgp[m] > 0 ? y.median_sgp[m] : NAN; });
    tested("with_median_sgp", "0/1", "has a published median growth percentile",
           [m](const SchoolYear& y) { return y.median_sgp[m] > 0; });
    tested("value_added", "state SD", "mean residual on prior scores",
           [m](const SchoolYear& y) { return y.value_added[m]; });
  }
}

void add_rights(std::vector<Outcome>& all) {
  static constexpr const char* kNames[kAutonomies] = {"staffing", "learning_model", "curriculum",
                                                      "budget",   "schedule",       "training"};
  for (std::size_t a = 0; a < kAutonomies; ++a) {
    all.push_back(
        in((std::string("honoured_") + kNames[a]).c_str(), "share",
           "share of rights beyond ordinary practice that is let stand",
           [a](const Schools& s, const SchoolYear&, SchoolId id) { return s.honoured[id][a]; }));
    all.push_back(
        in((std::string("used_") + kNames[a]).c_str(), "share", "rights held and taken up",
           [a](const Schools& s, const SchoolYear&, SchoolId id) { return s.used[id][a]; }));
  }
  for (std::size_t r = 0; r < kRights; ++r) {
    all.push_back(
        in((std::string("held_") + std::string(kRightNames[r].code)).c_str(), "share",
           "how far the school holds this right",
           [r](const Schools& s, const SchoolYear&, SchoolId id) { return s.held[id][r]; }));
    all.push_back(
        in((std::string("paper_") + std::string(kRightNames[r].code)).c_str(), "share",
           "how far the school has this right on paper",
           [r](const Schools& s, const SchoolYear&, SchoolId id) { return s.paper[id][r]; }));
  }
  all.push_back(in(
      "effective_autonomy", "share", "rank-weighted rights honoured and used",
      [](const Schools& s, const SchoolYear&, SchoolId id) { return effective_autonomy(s, id); }));
  all.push_back(
      column("friction", "share", "of rights, promised and fought over", &Schools::friction));
  all.push_back(column("supervision", "share", "leader's time taken by further supervisors",
                       &Schools::supervision));
  all.push_back(column("checking", "share", "leader's time that rules and reports ask for",
                       &Schools::checking));
  all.push_back(column("trimmed", "share", "of rights withdrawn for decline", &Schools::trimmed));
  all.push_back(column("agreement_lapsed", "0/1", "the parties let the agreement end",
                       &Schools::agreement_lapsed));
}

}  // namespace

std::vector<Outcome> growth_outcomes() {
  std::vector<Outcome> all;
  add_growth(all);
  add_rights(all);
  return all;
}

}  // namespace homeroom::signs
