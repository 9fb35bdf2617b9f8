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
        .add(students.has(row, trait::kSpecialSevere)     ? 2
             : students.has(row, trait::kSpecialModerate) ? 1
                                                          : 0)
        .add(static_cast<int>(students.home[row]))
        .add(name_of(students.arrival[row]))
        .add(students.rank[row] == kNoRank ? 0 : static_cast<int>(students.rank[row]));
    for (int m = 0; m < kSubjects; ++m)
      add_score(batch, tested ? students.score[m][row] : kNoScore);
    for (int m = 0; m < kSubjects; ++m)
      batch.add(sgp[m].empty() ? 0 : static_cast<int>(sgp[m][row]));
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
        .add(static_cast<int>(made.offered))
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

void observe_teachers(const World& world, const RowKey& key, Batch& batch) {
  const Teachers& teachers = world.teachers;
  std::vector<int> section(teachers.size(), -1);
  for (std::size_t post = 0; post < world.posts.size(); ++post) {
    if (world.posts.teacher[post])
      section[world.posts.teacher[post].row()] = world.posts.section[post];
  }
  std::vector<const TeacherMove*> move(teachers.size(), nullptr);
  for (const TeacherMove& made : world.results.moves) {
    if (made.teacher && teachers.person[made.teacher.row()] == made.person &&
        made.why != Departure::None) {
      move[made.teacher.row()] = &made;
    }
  }
  for (std::size_t row = 0; row < teachers.size(); ++row) {
    if (teachers.place[row] == TeacherPlace::Outside) continue;
    const bool placed = teachers.in_school(row);
    add_key(batch, key)
        .add(fmt::format("{}", teachers.person[row]))
        .add(placed ? static_cast<int>(teachers.school[row]) : -1)
        .add(static_cast<int>(teachers.grade[row]))
        .add(section[row])
        .add(name_of(teachers.post[row]))
        .add(static_cast<int>(teachers.experience[row]))
        .add(static_cast<int>(teachers.years_here[row]))
        .add(static_cast<int>(teachers.tenured[row]))
        .add(name_of(teachers.hired[row]))
        .add(move[row] && move[row]->from ? static_cast<int>(move[row]->from.row()) : -1)
        .add(move[row] ? name_of(move[row]->why) : std::string_view());
    batch.end_row();
  }
}

}  // namespace

Microdata::Microdata()
    : students(students_table()),
      applications(applications_table()),
      cutoffs(cutoffs_table()),
      teachers(teachers_table()) {}

void observe_microdata(const World& world, const PerSubject<std::vector<std::uint8_t>>& sgp,
                       const RowKey& key, Microdata& microdata) {
  observe_students(world, sgp, key, microdata.students);
  observe_market(world, key, microdata);
  observe_teachers(world, key, microdata.teachers);
}

}  // namespace homeroom
