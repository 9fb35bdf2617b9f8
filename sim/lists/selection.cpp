#include "sim/lists/selection.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "sim/lists/column_name.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/notes.hpp"

namespace homeroom::lists {

namespace {

constexpr std::size_t kMostDistricts = 10;  // that a fault names

bool is_district(const std::string& wanted, std::string_view id, std::string_view name) {
  return wanted == id || plain_name(wanted) == plain_name(name);
}

std::string described(const District& district) {
  return district.name.empty() || district.id.empty()
             ? district.id + district.name
             : fmt::format("{} {}", district.id, district.name);
}

std::vector<District> districts_of_all(const std::vector<const List*>& lists) {
  std::vector<District> all;
  for (const List* list : lists) {
    const std::vector<District> here = districts_of(*list);
    all.insert(all.end(), here.begin(), here.end());
  }
  return all;
}

void expect_district(const std::string& option, const std::string& wanted, bool by_name,
                     const std::vector<District>& districts, Remarks& remarks) {
  std::vector<std::string> known;
  for (const District& district : districts) {
    if (wanted == district.id || (by_name && is_district(wanted, district.id, district.name))) {
      return;
    }
    known.push_back(district.id);
    if (by_name) known.push_back(district.name);
  }
  const std::string nearest = nearest_of(wanted, known);
  remarks.about(Weight::Fatal, option + " " + wanted, "",
                "is no district of the lists" +
                    (nearest.empty() ? "" : fmt::format("; did you mean \"{}\"?", nearest)));
}

void refuse_several(const std::vector<const List*>& lists, const std::vector<District>& districts,
                    Remarks& remarks) {
  std::map<std::string, District> by_id;
  for (const District& district : districts) by_id.emplace(district.id, district);
  if (by_id.size() < 2) return;
  std::vector<District> largest;
  for (const auto& [id, district] : by_id) largest.push_back(district);
  std::stable_sort(largest.begin(), largest.end(),
                   [](const District& a, const District& b) { return a.schools > b.schools; });
  std::vector<std::string> names;
  for (const District& district : largest) {
    if (names.size() < kMostDistricts) names.push_back(described(district));
  }
  std::string text = listed(names);
  if (by_id.size() > names.size())
    text += fmt::format(", and {} more", by_id.size() - names.size());
  remarks.about(
      Weight::Fatal, lists.front()->file, "", fmt::format("holds {} districts", by_id.size()),
      "--leaid or --district for those of the city, or a --map that includes rows: " + text);
}

}  // namespace

bool fits_column(const Rule& rule, const List& list, std::size_t row) {
  if (rule.column.empty()) return true;
  const auto cell = list.column(row, rule.column);
  return cell && rule.values.find(*cell) != rule.values.end();
}

bool fits_cells(const Rule& rule, const List& list, std::size_t row) {
  if (!rule.ids.empty() && rule.ids.count(list.cell(row, Field::Id)) == 0) return false;
  return fits_column(rule, list, row);
}

bool Selection::takes(const List& list, std::size_t row) const {
  if (everything()) return true;
  const std::string_view id = list.view(row, Field::DistrictId);
  if (std::find(leaids.begin(), leaids.end(), id) != leaids.end()) return true;
  for (const std::string& wanted : districts) {
    if (is_district(wanted, id, list.view(row, Field::District))) return true;
  }
  return std::any_of(include.begin(), include.end(),
                     [&](const Rule& rule) { return fits_cells(rule, list, row); });
}

std::vector<District> districts_of(const List& list) {
  std::vector<District> districts;
  std::map<std::string, std::size_t, std::less<>> at;
  for (std::size_t row = 0; row < list.table.rows(); ++row) {
    const std::string_view id = list.view(row, Field::DistrictId);
    const std::string_view key = id.empty() ? list.view(row, Field::District) : id;
    auto found = at.find(key);
    if (found == at.end()) {
      found = at.emplace(std::string(key), districts.size()).first;
      districts.push_back({std::string(id), list.cell(row, Field::District), 0});
    }
    ++districts[found->second].schools;
  }
  return districts;
}

void check_selection(const Selection& selection, const std::vector<const List*>& lists,
                     Remarks& remarks) {
  if (lists.empty()) return;
  const std::vector<District> districts = districts_of_all(lists);
  if (selection.everything()) refuse_several(lists, districts, remarks);
  for (const std::string& id : selection.leaids) {
    expect_district("--leaid", id, false, districts, remarks);
  }
  for (const std::string& wanted : selection.districts) {
    expect_district("--district", wanted, true, districts, remarks);
  }
}

}  // namespace homeroom::lists
