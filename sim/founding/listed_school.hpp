// A school as an official list has it, one row each: what its publisher counted, where it stands,
// and which model it has. The import writes such rows; anybody may.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/core/described.hpp"

namespace homeroom {

/// One school of an official list. What the list does not say is left out, not guessed.
struct ListedSchool {
  std::string id;    ///< the publisher's, as text: it may begin with 0
  std::string name;  ///< in tables
  std::string model;
  std::string second_model;  ///< model of double status, else empty
  std::string zone;          ///< zone or network; empty: none
  int first_grade = 0;
  int last_grade = 0;
  std::vector<double> enrolment;  ///< by grade, from the first to the last
  int prekindergarten = 0;        ///< children the list counts before kindergarten
  int ungraded = 0;               ///< children the list counts in no grade
  // Shares of enrolment, where the list gives them.
  std::optional<double> black, hispanic, white, asian;
  std::optional<double> low_income, english_learner, special;
  std::optional<double> x_km, y_km;  ///< where it stands; both or neither
  int opened = 1900;                 ///< first year, or year of conversion to the model
  bool selective = false;            ///< admits by examination
  bool special_school = false;       ///< of special education: children come by placement alone
  double further_seats = 0;          ///< beyond the place's seat_slack, share of enrolment
  void describe(FieldVisitor& visit);

  /// Children in grades K-12, who are those that are founded.
  double students() const;
  bool has_place() const { return x_km && y_km; }
  bool has_groups() const { return black && hispanic && white && asian; }
  /// Whether children come by where they live and what their families wish for.
  bool is_ordinary() const { return !selective && !special_school; }
};

}  // namespace homeroom
