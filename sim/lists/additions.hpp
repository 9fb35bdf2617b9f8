// What further lists add to schools that another list makes: found by their ids.
#pragma once

#include <vector>

#include "sim/lists/school_row.hpp"

namespace homeroom::lists {

/// Writes what `list` says into the schools that lack it. Rows of another school year than theirs
/// are faults and left out; schools of which the list says nothing are noted.
void add_list(const List& list, const CommonWords& common, std::vector<SchoolRow>& schools,
              Remarks& remarks);

}  // namespace homeroom::lists
