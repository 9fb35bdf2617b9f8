// Children for lists that count none, such as a directory alone.
#pragma once

#include <vector>

#include "sim/lists/school_row.hpp"

namespace homeroom::lists {

/// Spreads so many children over the schools by the grades K-12 that each offers, unless a list
/// counts children in one of them. Every grade of every school gets as many as any other, up to
/// one.
void spread_students(int students, std::vector<SchoolRow>& schools);

}  // namespace homeroom::lists
