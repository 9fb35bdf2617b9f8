// Schools that a policy raises, lowers, or leaves where chance could have them.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "analysis/report/results.hpp"

namespace homeroom::report {

struct SchoolCount {
  int lower = 0, unclear = 0, higher = 0;
};

/// By alternative and model under the base (empty: not the same in all replicates), of true
/// mathematics in `year`. differences_schools.csv is read row by row. Throws TableFault.
std::map<std::pair<std::string, std::string>, SchoolCount> count_schools(const Results& results,
                                                                         int year);

}  // namespace homeroom::report
