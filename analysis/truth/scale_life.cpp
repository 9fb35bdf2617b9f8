#include "analysis/truth/scale_life.hpp"

#include <cmath>
#include <limits>

#include "analysis/panel/table_columns.hpp"
#include "analysis/truth/measures.hpp"

namespace homeroom::truth {
namespace {

/// Measures of `measures()` that are told per child, school, teacher or dollar, and those of the
/// one board and office that a city has whatever its size.
const std::vector<std::string>& measures_that_stay() {
  static const std::vector<std::string> names = {"level_math",
                                                 "level_ela",
                                                 "score_math",
                                                 "proficiency_math",
                                                 "gap_low_income_level_math",
                                                 "gap_black_white_level_math",
                                                 "gap_hispanic_white_level_math",
                                                 "gap_english_learner_level_math",
                                                 "gap_special_education_level_math",
                                                 "latent_growth_math",
                                                 "latent_growth_ela",
                                                 "teacher_math",
                                                 "leadership_math",
                                                 "program_math",
                                                 "resources_math",
                                                 "class_size_math",
                                                 "climate_math",
                                                 "effort_math",
                                                 "peers_math",
                                                 "disruption_math",
                                                 "teacher_turnover",
                                                 "principal_turnover",
                                                 "novice_share",
                                                 "spending_per_pupil",
                                                 "cost_per_pupil",
                                                 "first_choice",
                                                 "school_survival",
                                                 "paper_autonomy",
                                                 "held_autonomy",
                                                 "effective_autonomy",
                                                 "friction",
                                                 "buy_in",
                                                 "reform_share"};
  return names;
}

/// Columns of schools.csv whose variance between schools is told, with what it is.
struct Between {
  const char *column, *unit, *meaning;
};
constexpr Between kBetween[] = {
    {"mean_score_math", "state SD squared", "variance between schools of the mean score"},
    {"value_added", "state SD squared", "variance between schools of value added"},
    {"pct_low_income", "points squared", "variance between schools of low income"},
    {"teacher_turnover", "share squared", "variance between schools of teachers' turnover"}};

/// Counts of district.csv against what they are counted in.
struct Ratio {
  const char *name, *part, *whole, *meaning;
};
constexpr Ratio kRatios[] = {
    {"participation", "participants", "choosers",
     "of who needed or sought a seat, handed in a list"},
    {"in_lotteries", "lottery_applicants", "students", "children in separate lotteries"},
    {"without_a_seat", "unassigned", "students", "children placed beyond seats"},
    {"hired_outside_rate", "hired_outside", "teachers", "hired from outside, a teacher"},
    {"late_hire_rate", "late_hires", "teachers", "hired after school began, a teacher"},
    {"placement_rate", "forced_placements", "teachers", "placed without consent, a teacher"},
    {"vacancy_rate", "vacancies", "teachers", "posts of substitutes, a teacher"},
    {"pool_rate", "pool", "teachers", "on pay without a post, a teacher"}};

constexpr const char* kMobility = "mobility_rate";

/// Of the children of the city: schools weigh with their enrolment.
double mobility_of(const panel::TableColumns& schools) {
  const auto& rate = schools.numbers(kMobility);
  const auto& enrolment = schools.wholes("enrolment");
  double sum = 0, children = 0;
  for (std::size_t i = 0; i < rate.size(); ++i) {
    if (std::isnan(rate[i])) continue;
    sum += rate[i] * static_cast<double>(enrolment[i]);
    children += static_cast<double>(enrolment[i]);
  }
  return children > 0 ? sum / children : std::numeric_limits<double>::quiet_NaN();
}

std::string name_of(const Between& between) { return std::string("variance_of_") + between.column; }

std::string share_of(const std::string& model) { return "enrolment_share of " + model; }

/// Sample variance over the schools in which it is known; NaN of fewer than two.
double variance_between(const std::vector<double>& values) {
  double sum = 0, count = 0;
  for (const double value : values) {
    if (std::isnan(value)) continue;
    sum += value;
    ++count;
  }
  if (count < 2) return std::numeric_limits<double>::quiet_NaN();
  double squares = 0;
  for (const double value : values) {
    if (!std::isnan(value)) squares += (value - sum / count) * (value - sum / count);
  }
  return squares / (count - 1);
}

}  // namespace

const std::vector<ScaleQuantity>& scale_quantities() {
  static const std::vector<ScaleQuantity> all = [] {
    std::vector<ScaleQuantity> some;
    for (const std::string& name : measures_that_stay()) {
      const Measure& measure = measures()[measure_named(name)];
      some.push_back({name, measure.unit, measure.meaning});
    }
    for (const Ratio& ratio : kRatios) some.push_back({ratio.name, "share", ratio.meaning});
    some.push_back({kMobility, "share", "moves in and out within the year, against enrolment"});
    for (const Between& between : kBetween) {
      some.push_back({name_of(between), between.unit, between.meaning});
    }
    return some;
  }();
  return all;
}

void ScaleLife::note(const std::string& name, double value) {
  if (std::isnan(value)) return;
  Sum& sum = sums_[name];
  sum.sum += value;
  ++sum.years;
}

void ScaleLife::add(int year, const YearTables& tables) {
  const CityYear& now = life_.add(year, tables);
  const std::vector<double>& city = now.values.at("");
  for (const std::string& name : measures_that_stay()) note(name, city[measure_named(name)]);
  const std::size_t share = measure_named("enrolment_share");
  for (const auto& [model, values] : now.values) {
    if (!model.empty()) note(share_of(model), values[share]);
  }
  const panel::TableColumns district(tables.district), schools(tables.schools);
  for (const Ratio& ratio : kRatios) {
    const auto whole = static_cast<double>(district.wholes(ratio.whole).at(0));
    if (whole > 0) {
      note(ratio.name, static_cast<double>(district.wholes(ratio.part).at(0)) / whole);
    }
  }
  note(kMobility, mobility_of(schools));
  for (const Between& between : kBetween) {
    note(name_of(between), variance_between(schools.numbers(between.column)));
  }
}

std::map<std::string, double> ScaleLife::means() const {
  std::map<std::string, double> means;
  for (const auto& [name, sum] : sums_) means[name] = sum.sum / sum.years;
  return means;
}

}  // namespace homeroom::truth
