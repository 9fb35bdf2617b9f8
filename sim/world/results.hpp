// What one school year left behind, school by school: chapters write it, instruments read it.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/core/ids.hpp"
#include "sim/vocabulary/entities.hpp"
#include "sim/vocabulary/grades.hpp"
#include "sim/vocabulary/growth_terms.hpp"
#include "sim/world/teachers.hpp"

namespace homeroom {

struct SchoolYear {
  // Who was there.
  int enrolment = 0;
  PerGrade<int> by_grade{};
  int low_income = 0, english_learners = 0, special = 0, severe = 0;
  std::array<int, 5> group{};
  int moved_in = 0, moved_out = 0;      ///< within the year
  int entrants = 0, first_choices = 0;  ///< children new to the school by choice, and at first rank
  // Tests.
  PerSubject<int> tested{}, proficient{}, with_growth{};
  PerSubject<double> mean_score{};   ///< [state SD]
  PerSubject<double> median_sgp{};   ///< 1-99; 0 where too few
  PerSubject<double> value_added{};  ///< mean residual on prior scores [SD]
  double value_added_se = 0;         ///< of the mean of both subjects
  int value_added_level = 0;         ///< 1-5; 0: none
  // Growth, true: mean over the school's children by subject and term [SD/year].
  PerSubject<std::array<double, kTerms>> growth{};
  double mean_baseline = 0;  ///< mean B of both subjects, true
  // Staff.
  int posts = 0, teachers = 0, novices = 0, departures = 0, vacancies = 0, late_hires = 0,
      forced = 0, dismissed = 0, recruited_away = 0;
  int staff_before = 0;    ///< teachers at the end of last year: turnover's denominator
  double mean_effect = 0;  ///< in mathematics, of those who teach it, true
  double turnover = 0;     ///< departures / staff_before
  int rated_bottom = 0;    ///< 1: rated below the bar of its review body
};

/// One teacher whose place this year is not that of last year, for teachers.csv and the
/// conservation laws.
struct TeacherMove {
  TeacherId teacher;
  std::uint64_t person;
  TeacherPlace before, after;  ///< Outside before: hired from outside; after: left the city
  SchoolId from, to;           ///< nobody where the place is no school
  bool tenured;                ///< when the year's moves began
  Departure why;               ///< why it left `from` or the pool for good; else None
  Hire how;                    ///< how it came to `to`
};

/// Things that happen once: openings, closures, successions, elections.
enum class EventKind {
  Opening,
  Closure,
  Restart,
  Conversion,
  Selection,
  Planning,
  Probation,
  ProbationEnd,
  LeaderReplaced,
  Renewal,
  Replication,
  Succession,
  Election,
  Appointment,
  SupportOfficeOpened,
  SupportOfficeDissolved,
  RightsTrimmed,
  RightsRestored,
  Agreement,
  AgreementEnded,
  ForcedPlacement,
  TakeoverList,
  VoteFailed,
  ApplicationRefused,
  StateTakeover,
};

struct Event {
  EventKind kind;
  SchoolId school;  ///< nobody for events of the city
  double value;     ///< what the kind says: a share, a count
};

/// One application, kept only when asked for (see `Keep`).
struct Application {
  std::uint32_t row;
  std::uint32_t generation;
  std::uint8_t market;  ///< 0 district, 1 separate lottery
  std::uint8_t rank;    ///< 1 is best
  SchoolId school;
  std::uint64_t priority;  ///< class and lottery number
  float lottery;           ///< number in (0,1), smaller is better
  std::uint8_t offered;    ///< 0 never, 1 after waiting lists or seats given back, 2 at once
  std::uint8_t enrolled;
};

struct Cutoff {
  std::uint8_t market;
  SchoolId school;
  std::uint8_t grade;
  int seats, applicants, offers;
  float lottery;  ///< worst number that was served; 1 where all were
};

struct Results {
  Column<SchoolRow, SchoolYear> school;
  std::vector<Event> events;
  std::vector<TeacherMove> moves;
  std::vector<Application> applications;
  std::vector<Cutoff> cutoffs;
  int placements_forced = 0;
  int pool_size = 0, pool_entries = 0, pool_exits = 0;
  int hires_outside = 0, hires_novice = 0;
  int teachers_before = 0, teachers_left = 0;  ///< on the payroll last year; left the city
  int participants = 0, choosers = 0, got_first = 0, got_top3 = 0, got_any = 0, unassigned = 0;
  int separate_applicants = 0, separate_offers = 0, separate_enrolled = 0;
  int arrived = 0, left_city = 0, graduated = 0;
};

}  // namespace homeroom
