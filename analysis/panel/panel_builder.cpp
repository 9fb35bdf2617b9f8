#include "analysis/panel/panel_builder.hpp"

#include <limits>
#include <string_view>

#include "analysis/panel/table_columns.hpp"
#include "sim/core/number_from.hpp"

namespace homeroom::panel {
namespace {

using Words = std::vector<std::string>;

std::vector<int> whole(const TableColumns& table, std::string_view name) {
  std::vector<int> values;
  values.reserve(table.rows());
  for (const std::int64_t value : table.wholes(name)) {
    values.push_back(value == kNoWhole ? kNobody : static_cast<int>(value));
  }
  return values;
}

std::vector<std::uint8_t> flags(const TableColumns& table, std::string_view name) {
  std::vector<std::uint8_t> values;
  values.reserve(table.rows());
  for (const std::int64_t value : table.wholes(name)) values.push_back(value == 1);
  return values;
}

std::vector<double> shares(const TableColumns& table, std::string_view name) {
  std::vector<double> values = table.numbers(name);
  for (double& value : values) value /= 100.0;
  return values;
}

std::vector<float> scores(const TableColumns& table, std::string_view name) {
  const std::vector<double>& values = table.numbers(name);
  return {values.begin(), values.end()};
}

std::vector<float> percentiles(const TableColumns& table, std::string_view name) {
  std::vector<float> values;
  values.reserve(table.rows());
  for (const std::int64_t value : table.wholes(name)) {
    values.push_back(value == kNoWhole ? std::numeric_limits<float>::quiet_NaN()
                                       : static_cast<float>(value));
  }
  return values;
}

std::vector<double> as_numbers(const TableColumns& table, std::string_view name) {
  const std::vector<std::int64_t>& values = table.wholes(name);
  return {values.begin(), values.end()};
}

Group group_of(std::string_view word) {
  if (word == "black") return Group::Black;
  if (word == "hispanic") return Group::Hispanic;
  if (word == "white") return Group::White;
  return word == "asian" ? Group::Asian : Group::Other;
}

std::int8_t subject_of(std::string_view word) {
  if (word == "mathematics") return kMath;
  return word == "ela" ? kEla : kSubjects;
}

/// The class stands in the highest of a priority's 64 bits, the number in the 32 bits below.
int class_of(const std::string& priority) {
  constexpr int kClassAt = 56;
  return static_cast<int>(number_from<std::uint64_t>(priority).value_or(0) >> kClassAt);
}

Schools read_schools(const Batch& batch) {
  const TableColumns table(batch);
  Schools schools;
  schools.school = whole(table, "school_id");
  schools.enrolment = whole(table, "enrolment");
  schools.principal_years = whole(table, "principal_years");
  schools.opened = whole(table, "opened");
  schools.model = table.texts("model");
  schools.second_model = table.texts("second_model");
  schools.employer = table.texts("employer");
  schools.status = table.texts("status");
  schools.selective = flags(table, "selective_admission");
  schools.special_school = flags(table, "special_school");
  schools.low_income = shares(table, "pct_low_income");
  schools.english_learner = shares(table, "pct_english_learner");
  schools.special_education = shares(table, "pct_special_education");
  schools.black = shares(table, "pct_black");
  schools.hispanic = shares(table, "pct_hispanic");
  schools.tested = {as_numbers(table, "n_tested_math"), as_numbers(table, "n_tested_ela")};
  schools.mean_score = {table.numbers("mean_score_math"), table.numbers("mean_score_ela")};
  schools.proficiency = {table.numbers("proficiency_math"), table.numbers("proficiency_ela")};
  schools.median_sgp = {table.numbers("median_sgp_math"), table.numbers("median_sgp_ela")};
  schools.value_added_level = whole(table, "value_added_level");
  schools.value_added = table.numbers("value_added");
  schools.rating = table.numbers("rating");
  schools.teachers = as_numbers(table, "teachers");
  schools.turnover = table.numbers("teacher_turnover");
  schools.novice_share = table.numbers("novice_share");
  schools.mobility = table.numbers("mobility_rate");
  schools.east = table.numbers("east_km");
  schools.north = table.numbers("north_km");
  schools.index();
  return schools;
}

District read_district(const Batch& batch) {
  const TableColumns table(batch);
  const auto number = [&](std::string_view name) { return table.numbers(name).at(0); };
  const auto count = [&](std::string_view name) {
    return static_cast<double>(table.wholes(name).at(0));
  };
  District city;
  city.proficiency_math = number("proficiency_math");
  city.proficiency_ela = number("proficiency_ela");
  city.mean_score_math = number("mean_score_math");
  city.mean_score_ela = number("mean_score_ela");
  city.teachers = count("teachers");
  city.turnover = number("teacher_turnover");
  city.novice_share = number("novice_share");
  city.principal_turnover = number("principal_turnover");
  city.vacancies = count("vacancies");
  city.hires = count("hired_outside");
  city.late_hires = count("late_hires");
  city.pool = count("pool");
  city.choosers = count("choosers");
  city.participants = count("participants");
  city.first_choice = number("first_choice");
  city.top_three = number("top_three");
  city.superintendent_years = count("superintendent_years");
  return city;
}

std::vector<Event> read_events(const Batch& batch) {
  const TableColumns table(batch);
  const std::vector<int> school = whole(table, "school_id");
  std::vector<Event> events;
  for (std::size_t i = 0; i < table.rows(); ++i) {
    events.push_back(
        {table.texts("event")[i], table.texts("detail")[i], school[i], table.numbers("value")[i]});
  }
  return events;
}

Offers read_offers(const Batch& batch) {
  const TableColumns table(batch);
  const std::vector<int> school = whole(table, "school_id"), grade = whole(table, "grade"),
                         seats = whole(table, "seats");
  Offers offers;
  for (std::size_t i = 0; i < table.rows(); ++i) {
    if (table.texts("market")[i] != "district") continue;
    offers.school.push_back(school[i]);
    offers.grade.push_back(grade[i]);
    offers.seats.push_back(seats[i]);
  }
  return offers;
}

}  // namespace

int PanelBuilder::id_of(Ids& ids, const std::string& name) {
  return ids.try_emplace(name, static_cast<int>(ids.size())).first->second;
}

Students PanelBuilder::read_students(const Batch& batch) {
  const TableColumns table(batch);
  Students students;
  students.student.reserve(table.rows());
  for (const std::string& name : table.texts("student_id")) {
    students.student.push_back(id_of(student_ids_, name));
  }
  students.grade = whole(table, "grade");
  students.school = whole(table, "school_id");
  students.section = whole(table, "section");
  students.home = whole(table, "home");
  for (const std::string& word : table.texts("group")) students.group.push_back(group_of(word));
  students.low_income = flags(table, "low_income");
  students.english_learner = flags(table, "english_learner");
  for (const std::string& word : table.texts("special_education")) {
    students.special_education.push_back(word != "none");
  }
  students.score = {scores(table, "score_math"), scores(table, "score_ela")};
  students.sgp = {percentiles(table, "sgp_math"), percentiles(table, "sgp_ela")};
  return students;
}

Teachers PanelBuilder::read_teachers(const Batch& batch) {
  const TableColumns table(batch);
  Teachers teachers;
  for (const std::string& name : table.texts("teacher_id")) {
    teachers.teacher.push_back(id_of(teacher_ids_, name));
  }
  teachers.school_before = whole(table, "school_before");
  teachers.school = whole(table, "school_id");
  teachers.grade = whole(table, "grade");
  teachers.section = whole(table, "section");
  teachers.experience = whole(table, "experience");
  for (const int value : whole(table, "tenured")) {
    teachers.tenured.push_back(static_cast<std::int8_t>(value));
  }
  for (const std::string& word : table.texts("subject")) {
    teachers.subject.push_back(subject_of(word));
  }
  teachers.move = table.texts("move");
  teachers.place_before = table.texts("place_before");
  teachers.place = table.texts("place");
  teachers.reason = table.texts("reason");
  return teachers;
}

Applications PanelBuilder::read_applications(const Batch& batch, std::string_view of_market) {
  const TableColumns table(batch);
  const std::vector<int> rank = whole(table, "rank"), school = whole(table, "school_id"),
                         grade = whole(table, "grade");
  const Words &market = table.texts("market"), &student = table.texts("student_id"),
              &offer = table.texts("offer"), &priority = table.texts("priority");
  const std::vector<double>& number = table.numbers("lottery_number");
  Applications applications;
  for (std::size_t i = 0; i < table.rows(); ++i) {
    if (market[i] != of_market) continue;
    applications.student.push_back(id_of(student_ids_, student[i]));
    applications.rank.push_back(rank[i]);
    applications.school.push_back(school[i]);
    applications.grade.push_back(grade[i]);
    applications.served.push_back(class_of(priority[i]));
    applications.number.push_back(number[i]);
    applications.offered.push_back(offer[i] == "at_once");
    applications.offered_ever.push_back(offer[i] != "never");
  }
  return applications;
}

void PanelBuilder::add(int year, const YearTables& tables) {
  Year read;
  read.year = year;
  read.students = read_students(tables.students);
  read.schools = read_schools(tables.schools);
  read.teachers = read_teachers(tables.teachers);
  read.applications = read_applications(tables.applications, "district");
  read.lotteries = read_applications(tables.applications, "lottery");
  read.offers = read_offers(tables.cutoffs);
  read.district = read_district(tables.district);
  read.events = read_events(tables.events);
  read.home_east = TableColumns(tables.neighbourhoods).numbers("east_km");
  read.home_north = TableColumns(tables.neighbourhoods).numbers("north_km");
  panel_.years.push_back(std::move(read));
  panel_.students = static_cast<int>(student_ids_.size());
  panel_.teachers = static_cast<int>(teacher_ids_.size());
}

}  // namespace homeroom::panel
