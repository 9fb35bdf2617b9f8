#include "sim/lists/import_names.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace homeroom::lists {

void tell_names_apart(std::vector<FoundSchool>& schools) {
  std::map<std::string, int> count;
  for (const FoundSchool& found : schools) ++count[found.school.name];
  for (FoundSchool& found : schools) {
    if (count[found.school.name] > 1) found.school.name += " (" + found.school.id + ")";
  }
}

std::string source_of(const std::deque<List>& lists, const std::vector<const List*>& main,
                      const std::vector<SchoolRow>& rows) {
  std::set<std::string> sources;
  for (const List& list : lists) {
    const bool is_main = std::find(main.begin(), main.end(), &list) != main.end();
    const std::string year = is_main && !rows.empty() ? rows.front().year : "";
    sources.insert(list.format->title + (year.empty() ? "" : ", school year from " + year));
  }
  std::string text;
  for (const std::string& source : sources) text += (text.empty() ? "" : "; ") + source;
  return text;
}

std::string title_of(const std::vector<FoundSchool>& schools) {
  std::map<std::string, int> districts;
  for (const FoundSchool& found : schools) {
    const SchoolRow& row = *found.row;
    ++districts[row.district.empty() ? row.district_id : row.district];
  }
  std::string title = "Imported city";
  int most = 0;
  for (const auto& [name, schools_there] : districts) {
    if (schools_there <= most || name.empty()) continue;
    most = schools_there;
    title = name;
  }
  return title;
}

}  // namespace homeroom::lists
