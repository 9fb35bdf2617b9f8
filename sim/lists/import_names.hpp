// What an imported city, its source and its schools are called.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "sim/lists/found_school.hpp"
#include "sim/lists/list.hpp"

namespace homeroom::lists {

/// Schools of one name get their id behind it: names are what tables call schools by.
void tell_names_apart(std::vector<FoundSchool>& schools);

/// Publishers of the lists, and the school year of those that make the schools.
std::string source_of(const std::deque<List>& lists, const std::vector<const List*>& main,
                      const std::vector<SchoolRow>& rows);

/// The district of most schools; "Imported city" where none has a name.
std::string title_of(const std::vector<FoundSchool>& schools);

}  // namespace homeroom::lists
