// Which rows of the lists are the city's schools.
#pragma once

#include <string>
#include <vector>

#include "sim/lists/list.hpp"

namespace homeroom::lists {

struct Selection {
  std::vector<std::string> leaids;     ///< ids of districts
  std::vector<std::string> districts;  ///< names or ids of districts
  std::vector<Rule> include;           ///< rules of maps

  bool everything() const { return leaids.empty() && districts.empty() && include.empty(); }
  bool takes(const List& list, std::size_t row) const;
};

/// True where the row's column holds what the rule wants.
bool fits_column(const Rule& rule, const List& list, std::size_t row);
/// True where the row's id is as the rule wants it, too; levels are not looked at.
bool fits_cells(const Rule& rule, const List& list, std::size_t row);

/// The districts that a list names, in the list's order.
struct District {
  std::string id, name;
  int schools = 0;
};
std::vector<District> districts_of(const List& list);

/// Faults for what is selected and not there; without a selection, for lists of several districts.
void check_selection(const Selection& selection, const std::vector<const List*>& lists,
                     Remarks& remarks);

}  // namespace homeroom::lists
