#include "tests/support/world_faults.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>
#include <vector>

#include "sim/world/enrolment.hpp"

namespace homeroom::testing {
namespace {

/// What a child always was.
bool same_child(const Students& before, const Students& after, std::size_t row) {
  return before.home[row] == after.home[row] && before.traits[row] == after.traits[row] &&
         before.information[row] == after.information[row] &&
         before.housing[row] == after.housing[row] && after.grade[row] == before.grade[row] + 1;
}

std::size_t cell_at(const World& world, std::size_t row) {
  return cell_of(world.students.school[row], world.students.grade[row]);
}

}  // namespace

std::string children_fault(const Students& before, const World& world) {
  const Students& now = world.students;
  if (now.size() != before.size()) return "rows of children appeared or vanished";
  int graduated = 0, left = 0, arrived = 0;
  for (std::size_t row = 0; row < now.size(); ++row) {
    const bool senior = before.grade[row] == kLastGrade;
    const bool is_new = now.arrived[row] == world.year;
    arrived += is_new;
    graduated += is_new && senior;
    left += is_new && !senior;
    if (senior && !is_new) return fmt::format("row {}: a senior stays", row);
    if (is_new) continue;
    if (now.arrived[row] != before.arrived[row]) return fmt::format("row {}: a stranger", row);
    if (!same_child(before, now, row)) return fmt::format("row {}: a child changed", row);
  }
  const Results& counted = world.results;
  if (graduated == counted.graduated && left == counted.left_city && arrived == counted.arrived) {
    return {};
  }
  return fmt::format("graduated {}, left {}, arrived {}, but counted {}, {}, {}", graduated, left,
                     arrived, counted.graduated, counted.left_city, counted.arrived);
}

std::string seating_fault(const World& world) {
  const Students& students = world.students;
  std::vector<PerGrade<int>> children(world.schools.size());
  for (std::size_t row = 0; row < students.size(); ++row) {
    if (students.school[row] >= world.schools.size()) return fmt::format("row {}: no school", row);
    const SchoolId school = students.school_of(row);
    const int grade = students.grade[row];
    if (!world.schools.taught_in(school, world.year)) {
      return fmt::format("row {}: school {} does not teach", row, school.row());
    }
    if (grade > kLastGrade || !world.schools.span[school].has(grade)) {
      return fmt::format("row {}: school {} has no grade {}", row, school.row(), grade);
    }
    const int sections = std::max(1, sections_in(world.posts, cell_at(world, row)));
    if (students.section[row] >= sections) {
      return fmt::format("row {}: section {} of {}", row, students.section[row], sections);
    }
    ++children[school.row()][static_cast<std::size_t>(grade)];
  }
  for (std::size_t s = 0; s < children.size(); ++s) {
    const SchoolYear& year = world.results.school[SchoolId{s}];
    if (children[s] != year.by_grade) return fmt::format("school {}: grades miscounted", s);
    int all = 0;
    for (int grade : children[s]) all += grade;
    if (all != year.enrolment) return fmt::format("school {}: enrolment miscounted", s);
  }
  return {};
}

namespace {

/// Seats of a cell in the year that ends, as they were before it ended.
int seats_of(const World& world, const Law& law, std::size_t cell) {
  const SchoolId school{cell / kGrades};
  const auto grade = static_cast<int>(cell % kGrades);
  const bool grows = law.model(world.schools.model[school]).grade_by_grade;
  const int reached = world.schools.span[school].first + world.year - world.schools.opened[school];
  const int listed = world.schools.seats[school][cell % kGrades];
  // Where the city's seats fall short, ordinary schools of the district add sections.
  const bool district = law.model(world.schools.model[school]).admission == Admission::Assignment &&
                        !world.schools.selective[school];
  const double stretch = district ? world.seat_stretch[cell % kGrades] : 1.0;
  const int open = stretch > 1.0 ? static_cast<int>(listed * stretch + 0.999) : listed;
  return grows && grade > reached ? 0 : open;
}

}  // namespace

std::string capacity_fault(const Students& before, const World& world, const Law& law) {
  const Students& students = world.students;
  const std::size_t cells = world.schools.size() * kGrades;
  std::vector<int> held(cells), children(cells);
  for (std::size_t row = 0; row < students.size(); ++row) {
    ++children[cell_at(world, row)];
    if (students.arrived[row] == world.year || before.school[row] >= world.schools.size()) continue;
    ++held[cell_of(before.school[row], students.grade[row])];
  }
  int beyond = 0;
  for (std::size_t cell = 0; cell < cells; ++cell) {
    beyond += std::max(0, children[cell] - std::max(seats_of(world, law, cell), held[cell]));
  }
  if (beyond <= world.results.unassigned) return {};
  return fmt::format("{} children beyond seats, but {} unassigned", beyond,
                     world.results.unassigned);
}

namespace {

/// Collects the first number that is out of its bounds.
class Numbers {
 public:
  void finite(const char* what, double value) { within(what, value, -1e15, 1e15); }
  void share(const char* what, double value) { within(what, value, 0.0, 1.0); }
  void within(const char* what, double value, double low, double high) {
    if (!fault_.empty() || (value >= low - 1e-9 && value <= high + 1e-9)) return;
    fault_ = fmt::format("{}{} is {}", place_, what, value);
  }
  void at(std::string place) { place_ = std::move(place); }
  const std::string& fault() const { return fault_; }

 private:
  std::string place_, fault_;
};

void check_principal(const Principals& principals, SchoolId school, Numbers& numbers) {
  numbers.within("leadership", principals.leadership[school], -20, 20);
  numbers.within("autonomy skill", principals.skill[school], -20, 20);
  numbers.finite("frustration", principals.frustration[school]);
  numbers.share("principal's time", principals.time[school]);
  numbers.within("years", principals.years_here[school], 0, 100);
  numbers.within("experience", principals.experience[school], 0, 100);
}

void check_rights(const Schools& schools, SchoolId school, Numbers& numbers) {
  for (const double share : schools.paper[school]) numbers.share("right on paper", share);
  for (const double share : schools.held[school]) numbers.share("right held", share);
  for (const double share : schools.honoured[school]) numbers.share("autonomy honoured", share);
  for (const double share : schools.used[school]) numbers.share("autonomy used", share);
  numbers.share("friction", schools.friction[school]);
  numbers.share("trimmed", schools.trimmed[school]);
  numbers.finite("partner", schools.partner[school]);
  numbers.finite("first effective autonomy", schools.first_effective[school]);
}

void check_school(const Schools& schools, SchoolId school, Numbers& numbers) {
  check_rights(schools, school, numbers);
  check_principal(schools.principals, school, numbers);
  numbers.within("design", schools.design_quality[school], -20, 20);
  numbers.share("distinctness", schools.distinctness[school]);
  numbers.finite("planned", schools.planned[school]);
  numbers.within("climate", schools.climate[school], -20, 20);
  numbers.share("urgency", schools.urgency[school]);
  numbers.share("start-up", schools.start_up[school]);
  numbers.within("hours", schools.hours[school], -24, 24);
  numbers.within("pay", schools.pay[school], -1, 20);
  numbers.finite("revenue", schools.revenue[school]);
  numbers.finite("spending", schools.spending[school]);
  numbers.finite("fund balance", schools.fund_balance[school]);
  numbers.finite("resources", schools.resources[school]);
  numbers.share("service quality", schools.service_quality[school]);
  numbers.finite("support staff", schools.support_staff[school]);
  numbers.within("rating", schools.rating[school], 0, 100);
  numbers.finite("rating index", schools.rating_index[school]);
  for (const double index : schools.rating_history[school]) numbers.finite("rating history", index);
  numbers.share("credibility", schools.credibility[school]);
  numbers.finite("support", schools.support[school]);
  numbers.finite("picture", schools.picture[school]);
  numbers.finite("published growth", schools.published_growth[school]);
}

void check_results(const SchoolYear& year, Numbers& numbers) {
  numbers.finite("baseline", year.mean_baseline);
  numbers.finite("teachers' effect", year.mean_effect);
  numbers.share("turnover", year.turnover);
  numbers.finite("error of value added", year.value_added_se);
  for (int m = 0; m < kSubjects; ++m) {
    numbers.finite("mean score", year.mean_score[m]);
    numbers.within("growth percentile", year.median_sgp[m], 0, 99);
    numbers.finite("value added", year.value_added[m]);
    for (const double term : year.growth[m]) numbers.within("term of growth", term, -5, 5);
  }
}

void check_children(const Students& students, Numbers& numbers) {
  for (std::size_t row = 0; row < students.size(); ++row) {
    numbers.at(fmt::format("child {}: ", row));
    for (int m = 0; m < kSubjects; ++m) {
      for (const auto* column : {&students.baseline[m], &students.durable[m], &students.fleeting[m],
                                 &students.transient[m]}) {
        numbers.within("achievement", static_cast<double>((*column)[row]), -50, 50);
      }
    }
  }
}

void check_teachers(const Teachers& teachers, Numbers& numbers) {
  for (std::size_t row = 0; row < teachers.size(); ++row) {
    if (teachers.place[row] == TeacherPlace::Outside) continue;
    numbers.at(fmt::format("teacher {}: ", row));
    for (int m = 0; m < kSubjects; ++m) {
      numbers.within("effect", static_cast<double>(teachers.effect[m][row]), -10, 10);
    }
    numbers.within("fit", static_cast<double>(teachers.fit[row]), -10, 10);
    numbers.within("morale", static_cast<double>(teachers.morale[row]), -50, 50);
    numbers.within("evaluations", static_cast<double>(teachers.seen_sum[row]), -50, 50);
  }
}

void check_institutions(const World& world, Numbers& numbers) {
  const CentralOffice& office = world.office;
  numbers.at("city: ");
  numbers.share("buy-in", office.buy_in);
  numbers.share("support office", office.support_office);
  numbers.share("compliance load", office.compliance_load);
  numbers.share("service quality", office.service_quality);
  numbers.finite("service price", office.service_price);
  numbers.finite("cash", office.cash);
  numbers.finite("pool cost", office.pool_cost);
  numbers.finite("revenue", office.revenue);
  numbers.finite("outlay", office.outlay);
  numbers.finite("resource norm", office.resource_norm);
  numbers.share("commitment", world.superintendent.commitment);
  numbers.share("reform share", world.board.reform_share);
  for (const double stance : world.board.seat_stance) numbers.share("stance of a seat", stance);
  for (const double mean : world.board.city_mean) numbers.finite("city's mean", mean);
  numbers.finite("closure memory", world.board.closure_memory);
  numbers.finite("appointer", world.board.appointer_stance);
  numbers.share("union's strength", world.teachers_union.strength);
  numbers.within("union's stance", world.teachers_union.stance, -1, 1);
  for (int m = 0; m < kSubjects; ++m) {
    numbers.finite("anchor", world.anchor[m]);
    numbers.finite("growth", world.raw_growth[m]);
  }
}

}  // namespace

std::string number_fault(const World& world) {
  Numbers numbers;
  for (std::size_t s = 0; s < world.schools.size(); ++s) {
    numbers.at(fmt::format("school {}: ", s));
    const SchoolId school{s};
    check_results(world.results.school[school], numbers);
    if (world.schools.taught_in(school, world.year)) check_school(world.schools, school, numbers);
  }
  check_children(world.students, numbers);
  check_teachers(world.teachers, numbers);
  check_institutions(world, numbers);
  return numbers.fault();
}

std::string growth_fault(const Students& before, const World& world,
                         const LearningParameters& nature, const LearningOutcome& outcome) {
  const Students& students = world.students;
  std::vector<PerSubject<double>> gained(world.schools.size());
  std::vector<int> children(world.schools.size());
  for (std::size_t row = 0; row < students.size(); ++row) {
    ++children[students.school[row]];
    for (int m = 0; m < kSubjects; ++m) {
      gained[students.school[row]][m] +=
          static_cast<double>(students.durable[m][row]) -
          nature.persistence * static_cast<double>(before.durable[m][row]) +
          static_cast<double>(students.fleeting[m][row]) -
          nature.fading * static_cast<double>(before.fleeting[m][row]);
    }
  }
  for (std::size_t s = 0; s < children.size(); ++s) {
    if (children[s] == 0) continue;
    for (int m = 0; m < kSubjects; ++m) {
      double terms = 0.0;
      for (const double term : outcome.growth[SchoolId{s}][m]) terms += term;
      const double mean = gained[s][m] / children[s];
      // Children's columns are floats: seven digits each.
      if (std::abs(mean - terms) > 2e-6) {
        return fmt::format("school {}: terms sum to {}, children gain {}", s, terms, mean);
      }
    }
  }
  return {};
}

}  // namespace homeroom::testing
