// Schools and their principals: one row each; opening slots stand ready with status Slot.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/core/ids.hpp"
#include "sim/vocabulary/autonomies.hpp"
#include "sim/vocabulary/entities.hpp"
#include "sim/vocabulary/grades.hpp"

namespace homeroom {

enum class SchoolStatus : std::uint8_t { Slot, Planning, Open, Probation, Restart, Closed };

struct Principals {
  Column<SchoolRow, std::uint64_t> person;  ///< name in the dice
  Column<SchoolRow, double> leadership;     ///< instructional leadership L [SD]
  Column<SchoolRow, double> skill;          ///< autonomy skill [SD]
  Column<SchoolRow, int> years_here;
  Column<SchoolRow, int> experience;
  Column<SchoolRow, double> frustration;   ///< stock of friction met [share]
  Column<SchoolRow, std::uint8_t> is_new;  ///< came this year
  Column<SchoolRow, double> time;          ///< left for leading, share
};

struct Schools {
  // What a school is.
  Column<SchoolRow, std::string> name;
  Column<SchoolRow, ModelId> model;
  Column<SchoolRow, ModelId> second_model;  ///< for schools of double status, else nobody
  Column<SchoolRow, GradeSpan> span;
  Column<SchoolRow, std::uint16_t> place;  ///< neighbourhood
  Column<SchoolRow, float> x, y;           ///< [km], as the neighbourhoods'
  Column<SchoolRow, PerGrade<int>> seats;  ///< seats by grade
  Column<SchoolRow, int> opened;           ///< first year
  Column<SchoolRow, int> in_model_since;   ///< year of opening in, or conversion to, the model
  Column<SchoolRow, SchoolStatus> status;
  Column<SchoolRow, int> status_since;
  Column<SchoolRow, std::uint8_t> selective;       ///< admits by examination
  Column<SchoolRow, std::uint8_t> special_school;  ///< children come by placement alone
  Column<SchoolRow, ZoneId> zone;                  ///< in which it is now; nobody: none
  Column<SchoolRow, ZoneId> listed_zone;  ///< in which the place puts it under the model it lists
  Column<SchoolRow, ModelId> scheduled_model;  ///< taken up in `scheduled_year`
  Column<SchoolRow, int> scheduled_year;       ///< 0: none

  // Rights this year (written by governance).
  Column<SchoolRow, PerRight<double>> paper;        ///< on paper, after trims and gates
  Column<SchoolRow, PerAutonomy<double>> honoured;  ///< h: share let stand beyond ordinary practice
  Column<SchoolRow, PerRight<double>> held;         ///< min(a,a0) + max(0,a-a0) h: what can be used
  Column<SchoolRow, PerAutonomy<double>> used;      ///< held and taken up
  Column<SchoolRow, double> friction;               ///< promised and fought over [share]
  Column<SchoolRow, double> supervision;  ///< leader's time taken by further supervisors [share]
  Column<SchoolRow, double> checking;     ///< leader's time that rules and reports ask for [share]
  Column<SchoolRow, double> partner;      ///< the school's contact in the office [SD]
  Column<SchoolRow, double> trimmed;      ///< share of rights withdrawn for decline
  Column<SchoolRow, double> first_effective;  ///< effective autonomy in the model's first year
  Column<SchoolRow, int>
      agreement_until;  ///< last year of the zone's or network's agreement; 0: none
  Column<SchoolRow, std::uint8_t> agreement_lapsed;  ///< the parties let it end
  Column<SchoolRow, std::uint8_t> unsigned_work;  ///< staff voted this year's work agreement down

  // The school's own design.
  Column<SchoolRow, double> design_quality;  ///< D, standardised among unselected leaders
  Column<SchoolRow, double> distinctness;    ///< [0,1]
  Column<SchoolRow, int> design_years;       ///< years since the design began
  Column<SchoolRow, double> planned;         ///< what the planning year added [SD of design]

  // Slow states and pressure.
  Column<SchoolRow, double> climate;   ///< c [SD-like, about -1..1]
  Column<SchoolRow, double> urgency;   ///< perceived probability of loss [share]
  Column<SchoolRow, double> start_up;  ///< disruption of a start that fades [share]
  Column<SchoolRow, double> hours;     ///< effective extra hours a day
  Column<SchoolRow, double> pay;       ///< teachers' pay against the district scale [share]

  // Money (written by budget).
  Column<SchoolRow, double> revenue;         ///< [USD]
  Column<SchoolRow, double> spending;        ///< [USD]
  Column<SchoolRow, double> fund_balance;    ///< [USD]
  Column<SchoolRow, double> debt_on_record;  ///< balance below 0 with which the record ended [USD]
  Column<SchoolRow, double>
      resources;  ///< useful spending beyond staff against the city's norm [USD/student]
  Column<SchoolRow, double> service_quality;  ///< [0,1]
  Column<SchoolRow, double> support_staff;    ///< counsellors, aides ... per 100 students

  // Accountability.
  Column<SchoolRow, double> rating;        ///< this year's published rating, percentile [0,100]
  Column<SchoolRow, double> rating_index;  ///< index behind it, mean of up to three years
  Column<SchoolRow, std::array<double, 3>> rating_history;  ///< yearly index, newest first
  Column<SchoolRow, int> rated_years;                       ///< how many of them exist
  Column<SchoolRow, int> last_rated;                        ///< year of the last rating; 0: never
  Column<SchoolRow, int> probation_years;
  Column<SchoolRow, int> next_review;  ///< year of the next contract review; 0: none
  Column<SchoolRow, double>
      reviewed_rating;                    ///< rating at the last review, or at the start; 0: none
  Column<SchoolRow, double> support;      ///< support received now, share of a full dose
  Column<SchoolRow, double> credibility;  ///< probability that failure has its consequence [share]
  Column<SchoolRow, std::uint8_t> replace_leader;  ///< the principal is to be replaced next year
  Column<SchoolRow, std::uint8_t> may_replicate;   ///< approved to open another campus
  Column<SchoolRow, int> under_enrolled;           ///< years below the minimum enrolment
  Column<SchoolRow, int> listed;  ///< year of the state's list that names the school; 0: none

  // What families see: last year's public picture.
  Column<SchoolRow, double> picture;           ///< proficiency and peers, standardised in the city
  Column<SchoolRow, double> published_growth;  ///< published value added, standardised

  Principals principals;

  std::size_t size() const { return name.size(); }
  void resize(std::size_t rows);
  bool is_open(SchoolId school) const {
    const SchoolStatus s = status[school];
    return s == SchoolStatus::Open || s == SchoolStatus::Probation || s == SchoolStatus::Restart;
  }
  /// Open, or closed at the end of `year`: it had children in that year.
  bool taught_in(SchoolId school, int year) const {
    return is_open(school) ||
           (status[school] == SchoolStatus::Closed && status_since[school] == year);
  }
};

}  // namespace homeroom
