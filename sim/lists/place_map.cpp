#include "sim/lists/place_map.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <unordered_set>

#include "sim/founding/place.hpp"
#include "sim/lists/selection.hpp"
#include "sim/scenario/field_reader.hpp"
#include "sim/scenario/toml_file.hpp"

namespace homeroom::lists {

namespace {

constexpr std::size_t kMostIds = 100;  // that a fault names

std::string first_text(const Node& root, const std::string& key, Faults& faults) {
  const std::vector<std::string> texts = texts_at(root, "map", key, faults);
  return texts.empty() ? std::string() : texts.front();
}

bool fits(const Rule& rule, const FoundSchool& found) {
  if (!fits_column(rule, *found.row->list, found.row->row)) return false;
  if (!rule.ids.empty() && rule.ids.count(found.school.id) == 0) return false;
  if (rule.levels.empty()) return true;
  const Level level = level_of({found.school.first_grade, found.school.last_grade});
  const std::string& word = level_words()[static_cast<std::size_t>(level)];
  return std::find(rule.levels.begin(), rule.levels.end(), word) != rule.levels.end();
}

class Application {
 public:
  Application(const PlaceMap& map, const CommonWords& common, std::vector<FoundSchool>& schools,
              Remarks& remarks)
      : map_(map), common_(common), schools_(schools), remarks_(remarks) {
    for (const FoundSchool& found : schools) ids_.insert(found.school.id);
  }

  void apply() {
    for (FoundSchool& found : schools_) {
      for (const Rule& rule : map_.rules) take(rule, found);
      for (const Rule& rule : found.row->list->format->models) take(rule, found);
      ListedSchool& school = found.school;
      if (school.model.empty()) school.model = map_.ordinary;
      if (school.model.empty()) school.model = common_.ordinary;
      if (school.second_model == school.model) school.second_model.clear();
    }
    open_evenly();
    for (const Rule& rule : map_.rules) {
      check_ids(rule);
      check_column(rule);
    }
    for (const Rule& rule : map_.include) check_column(rule);
  }

 private:
  struct Decided {
    bool selective = false, special_school = false, seats = false, opened = false;
  };

  void take(const Rule& rule, FoundSchool& found) {
    if (!fits(rule, found)) return;
    fitted_[&rule] = true;
    ListedSchool& school = found.school;
    Decided& decided = decided_[&found];
    if (school.model.empty()) school.model = rule.model;
    if (school.second_model.empty()) school.second_model = rule.second_model;
    if (school.zone.empty()) school.zone = rule.zone;
    if (rule.selective && !decided.selective) {
      school.selective = *rule.selective;
      decided.selective = true;
    }
    if (rule.special_school && !decided.special_school) {
      school.special_school = *rule.special_school;
      decided.special_school = true;
    }
    if (rule.further_seats && !decided.seats) {
      school.further_seats = *rule.further_seats;
      decided.seats = true;
    }
    if (rule.opened_first && !decided.opened) {
      opened_by_[&rule].push_back(&school);
      decided.opened = true;
    }
  }

  /// Schools to which one rule gives a range of years opened evenly in it, in the list's order.
  void open_evenly() {
    for (auto& [rule, schools] : opened_by_) {
      const int count = static_cast<int>(schools.size());
      for (int i = 0; i < count; ++i) {
        schools[static_cast<std::size_t>(i)]->opened =
            opened_evenly(*rule->opened_first, *rule->opened_last, i, count);
      }
    }
  }

  void check_ids(const Rule& rule) {
    std::vector<std::string> unknown;
    std::size_t further = 0;
    for (const std::string& id : rule.ids) {
      if (ids_.count(id) > 0) continue;
      if (unknown.size() < kMostIds) {
        unknown.push_back(id);
      } else {
        ++further;
      }
    }
    if (!unknown.empty()) {
      remarks_.at(Weight::Fault, rule.at.file_name(), rule.at.line, "id",
                  fmt::format("no school that is taken has the id {}{}", fmt::join(unknown, ", "),
                              further > 0 ? fmt::format(" and {} more", further) : ""),
                  "ids of the lists, as text", "what the rule says of them");
    } else if (!fitted_[&rule]) {
      remarks_.at(Weight::Note, rule.at.file_name(), rule.at.line, "", "the rule fits no school");
    }
  }

  void check_column(const Rule& rule) {
    if (rule.column.empty() || schools_.empty()) return;
    const bool there = std::any_of(schools_.begin(), schools_.end(), [&](const auto& found) {
      return found.row->list->column(found.row->row, rule.column).has_value();
    });
    if (there) return;
    remarks_.at(Weight::Fault, rule.at.file_name(), rule.at.line, "column",
                fmt::format("\"{}\" is no column of the lists", rule.column_as_written), "",
                "the rule");
  }

  const PlaceMap& map_;
  const CommonWords& common_;
  std::vector<FoundSchool>& schools_;
  Remarks& remarks_;
  std::unordered_set<std::string> ids_;
  std::map<const FoundSchool*, Decided> decided_;
  std::map<const Rule*, bool> fitted_;
  std::map<const Rule*, std::vector<ListedSchool*>> opened_by_;
};

}  // namespace

void read_map(const std::filesystem::path& file, PlaceMap& map, Faults& faults) {
  const std::optional<Node> tree = read_toml_file(file, faults);
  if (!tree) return;
  const Node& root = *tree;
  refuse_unknown_keys(root, "", {"title", "ordinary", "include", "rule"}, faults);
  if (root.find("title")) map.title = first_text(root, "title", faults);
  if (root.find("ordinary")) map.ordinary = first_text(root, "ordinary", faults);
  const std::vector<Rule> include = read_rules(root, "include", Says::Nothing, faults);
  const std::vector<Rule> rules = read_rules(root, "rule", Says::School, faults);
  map.include.insert(map.include.end(), include.begin(), include.end());
  map.rules.insert(map.rules.end(), rules.begin(), rules.end());
}

std::vector<std::string> columns_of(const PlaceMap& map) {
  std::vector<std::string> columns;
  for (const auto* rules : {&map.include, &map.rules}) {
    for (const Rule& rule : *rules) {
      if (!rule.column.empty()) columns.push_back(rule.column);
    }
  }
  return columns;
}

void apply_map(const PlaceMap& map, const CommonWords& common, std::vector<FoundSchool>& schools,
               Remarks& remarks) {
  Application(map, common, schools, remarks).apply();
}

}  // namespace homeroom::lists
