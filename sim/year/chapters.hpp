// The chapters of the year in the order in which it calls them: what a superintendent would say,
// and where their numbers and levers stand.
#pragma once

#include <string_view>
#include <vector>

namespace homeroom {

struct Chapter {
  std::string_view name;
  std::string_view says;        ///< what happens in it
  std::string_view parameters;  ///< beginning of its keys in nature; empty: it has none
  std::string_view levers;      ///< its part of the law; empty: it has none
  std::string_view page;        ///< of the manual
  std::string_view reads;       ///< what decides
  std::string_view changes;     ///< what is otherwise when it is over
};

/// A test holds them against the year that is lived.
const std::vector<Chapter>& chapters_of_the_year();

}  // namespace homeroom
