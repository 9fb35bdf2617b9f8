// A replicate's public records as typed columns, year by year: what an analyst could lawfully have.
// Missing numbers are NaN, missing ids kNobody. Nothing hidden has a place here.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/vocabulary/grades.hpp"

namespace homeroom::panel {

inline constexpr int kNobody = -1;

/// Race/ethnicity in the order of the table's words.
enum class Group : std::uint8_t { Black, Hispanic, White, Asian, Other };

/// One row per child in May. Ids of children and teachers are dense within a panel.
struct Students {
  std::vector<int> student, grade, school, section, home;
  std::vector<Group> group;
  std::vector<std::uint8_t> low_income, english_learner, special_education;  ///< 0 or 1
  PerSubject<std::vector<float>> score;                                      ///< [state SD]
  PerSubject<std::vector<float>> sgp;                                        ///< growth percentile
  std::size_t size() const { return student.size(); }
};

/// One row per school that taught in the year.
struct Schools {
  std::vector<int> school, enrolment, principal_years, opened;
  std::vector<std::string> model, second_model, employer, status;
  std::vector<std::uint8_t> selective;
  std::vector<std::uint8_t> special_school;  ///< the district places its children
  std::vector<double> low_income, english_learner, special_education, black,
      hispanic;  ///< shares of enrolment
  PerSubject<std::vector<double>> tested, mean_score, proficiency, median_sgp;
  std::vector<int> value_added_level;  ///< 1 to 5; kNobody: none published
  std::vector<double> rating;          ///< the framework's published percentile
  std::vector<double> value_added, teachers, turnover, novice_share, mobility, east, north;
  std::size_t size() const { return school.size(); }
  /// Row of a school, or kNobody.
  int row_of(int id) const {
    return id >= 0 && static_cast<std::size_t>(id) < row_.size()
               ? row_[static_cast<std::size_t>(id)]
               : kNobody;
  }
  /// Does any of them admit by examination?
  bool any_selective() const;
  void index();

 private:
  std::vector<int> row_;
};

/// One row per teacher in the city's schools or pool last year or this year.
struct Teachers {
  std::vector<int> teacher, school_before, school, grade, section, experience;
  std::vector<std::int8_t> subject;  ///< kMath, kEla, or kSubjects for both
  std::vector<std::int8_t> tenured;  ///< 0, 1, or kNobody
  std::vector<std::string> move, place_before, place, reason;
  std::size_t size() const { return teacher.size(); }
};

/// One row per school on a child's list in one kind of market.
struct Applications {
  std::vector<int> student, rank, school, grade;
  std::vector<int> served;                 ///< class of priority; smaller is served first
  std::vector<double> number;              ///< in (0,1), within the class; smaller is served first
  std::vector<std::uint8_t> offered;       ///< in the first round
  std::vector<std::uint8_t> offered_ever;  ///< then or later
  std::size_t size() const { return student.size(); }
};

/// Where the district's market offered seats.
struct Offers {
  std::vector<int> school, grade, seats;
  std::size_t size() const { return school.size(); }
};

struct District {
  double proficiency_math = 0, proficiency_ela = 0, mean_score_math = 0, mean_score_ela = 0;
  double teachers = 0, turnover = 0, novice_share = 0, principal_turnover = 0, vacancies = 0;
  double hires = 0, late_hires = 0, pool = 0;
  double choosers = 0, participants = 0, first_choice = 0, top_three = 0;
  double superintendent_years = 0;
};

struct Event {
  std::string kind, detail;
  int school = kNobody;
  double value = 0;
};

struct Year {
  int year = 0;
  Students students;
  Schools schools;
  Teachers teachers;
  Applications applications;  ///< the district's assignment
  Applications lotteries;     ///< separate lotteries of schools
  Offers offers;
  District district;
  std::vector<Event> events;
  std::vector<double> home_east, home_north;  ///< by neighbourhood [km]
};

struct Panel {
  std::vector<Year> years;         ///< in order
  int students = 0, teachers = 0;  ///< ids given
};

/// Row of each child of `students` in the year `then`, or kNobody.
std::vector<int> rows_in(const Year& then, const Students& students, int ids);

}  // namespace homeroom::panel
