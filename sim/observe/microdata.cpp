#include <fmt/format.h>

#include "sim/observe/names.hpp"
#include "sim/observe/public_records.hpp"

namespace homeroom {
namespace {

std::string student_name(std::uint32_t row, std::uint32_t generation) {
  return fmt::format("{}_{}", row, static_cast<std::int32_t>(generation));
}

void add_score(Batch& batch, std::int16_t score) {
  if (score == kNoScore) {
    batch.add_missing();
  } else {
    batch.add(score / 1000.0);
  }
}

std::string_view special_education(const Students& students, std::size_t row) {
  if (students.has(row, trait::kSpecialSevere)) return "severe";
  return students.has(row, trait::kSpecialModerate) ? "moderate" : "none";
}

std::string_view offer_name(std::uint8_t offered) {
  return offered == 0 ? "never" : offered == 1 ? "later" : "at_once";
}

/// A whole number, missing where `there` is false.
void add_if(Batch& batch, bool there, int value) {
  if (there) {
    batch.add(value);
  } else {
    batch.add_missing();
  }
}

void observe_students(const World& world, const PerSubject<std::vector<std::uint8_t>>& sgp,
                      const RowKey& key, Batch& batch) {
  const Students& students = world.students;
  for (std::size_t row = 0; row < students.size(); ++row) {
    const bool tested = is_tested(students.grade[row]);
    add_key(batch, key)
        .add(student_name(static_cast<std::uint32_t>(row), students.generation(row)))
        .add(static_cast<int>(students.grade[row]))
        .add(static_cast<int>(students.school[row]))
        .add(static_cast<int>(students.section[row]))
        .add(name_of(students.group(row)))
        .add(static_cast<int>(students.has(row, trait::kLowIncome)))
        .add(static_cast<int>(students.has(row, trait::kEnglishLearner)))
        .add(special_education(students, row))
        .add(static_cast<int>(students.home[row]))
        .add(name_of(students.arrival[row]));
    add_if(batch, students.rank[row] != kNoRank, students.rank[row]);
    for (int m = 0; m < kSubjects; ++m)
      add_score(batch, tested ? students.score[m][row] : kNoScore);
    for (int m = 0; m < kSubjects; ++m)
      add_if(batch, !sgp[m].empty() && sgp[m][row] > 0, sgp[m].empty() ? 0 : sgp[m][row]);
    batch.end_row();
  }
}

std::string_view market_name(std::uint8_t market) { return market == 0 ? "district" : "lottery"; }

void observe_market(const World& world, const RowKey& key, Microdata& microdata) {
  for (const Application& made : world.results.applications) {
    add_key(microdata.applications, key)
        .add(student_name(made.row, made.generation))
        .add(market_name(made.market))
        .add(static_cast<int>(made.rank))
        .add(static_cast<int>(made.school.row()))
        .add(static_cast<int>(world.students.grade[made.row]))
        .add(fmt::format("{}", made.priority))
        .add(static_cast<double>(made.lottery))
        .add(offer_name(made.offered))
        .add(static_cast<int>(made.enrolled));
    microdata.applications.end_row();
  }
  for (const Cutoff& cutoff : world.results.cutoffs) {
    add_key(microdata.cutoffs, key)
        .add(market_name(cutoff.market))
        .add(static_cast<int>(cutoff.school.row()))
        .add(static_cast<int>(cutoff.grade))
        .add(cutoff.seats)
        .add(cutoff.applicants)
        .add(cutoff.offers)
        .add(static_cast<double>(cutoff.lottery));
    microdata.cutoffs.end_row();
  }
}

void observe_neighbourhoods(const World& world, const RowKey& key, Batch& batch) {
  for (std::size_t home = 0; home < world.places.x.size(); ++home) {
    add_key(batch, key)
        .add(static_cast<int>(home))
        .add(static_cast<double>(world.places.x[home]))
        .add(static_cast<double>(world.places.y[home]));
    batch.end_row();
  }
}

}  // namespace

Microdata::Microdata()
    : students(students_table()),
      applications(applications_table()),
      cutoffs(cutoffs_table()),
      teachers(teachers_table()),
      neighbourhoods(neighbourhoods_table()) {}

void observe_microdata(const World& world, const PerSubject<std::vector<std::uint8_t>>& sgp,
                       const RowKey& key, Microdata& microdata) {
  observe_students(world, sgp, key, microdata.students);
  observe_market(world, key, microdata);
  observe_teachers(world, key, microdata.teachers);
  observe_neighbourhoods(world, key, microdata.neighbourhoods);
}

}  // namespace homeroom
