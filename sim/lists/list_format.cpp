#include "sim/lists/list_format.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/lists/column_name.hpp"
#include "sim/scenario/field_reader.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/toml_file.hpp"
#include "sim/scenario/toml_folder.hpp"

namespace homeroom::lists {

namespace fs = std::filesystem;

namespace {

using Words = std::map<std::string, std::string>;

std::vector<std::string> plain(std::vector<std::string> words) {
  for (std::string& word : words) word = plain_name(word);
  return words;
}

/// A table whose members are strings, or lists of them: plain member -> key that lists it.
Words words_at(const Node& root, const std::string& key, Faults& faults) {
  Words words;
  const Node* table = root.find(key);
  if (!table || !table->is(Node::Kind::Table)) return words;
  for (const auto& [name, member] : table->members) {
    for (const std::string& word : texts_at(*table, key, name, faults)) {
      words[plain_name(word)] = name;
    }
  }
  return words;
}

void read_columns(const Node& root, ListFormat& format, Faults& faults) {
  const Node* columns = root.find("columns");
  if (!columns || !columns->is(Node::Kind::Table)) {
    faults.add(root.at, "columns", "is missing", "a table of names");
    return;
  }
  for (const auto& [name, member] : columns->members) {
    const std::optional<Field> field = field_named(name);
    if (!field) {
      faults.add(member.at, "columns." + name, "is nothing that a list can say", {},
                 nearest_of(name, field_names()));
      continue;
    }
    format.names[static_cast<std::size_t>(*field)] = texts_at(*columns, "columns", name, faults);
  }
  for (const std::string& name : texts_at(root, "", "required", faults)) {
    const std::optional<Field> field = field_named(name);
    if (field && !format.names_of(*field).empty()) {
      format.required.push_back(*field);
    } else {
      faults.add(root.find("required")->at, "required", fmt::format("\"{}\" is no column", name));
    }
  }
}

struct Head {
  std::string title, ids;
  Role role = Role::Schools;
  int id_digits = 0, order = 0;
  void describe(FieldVisitor& visit) {
    visit.text("title", "publisher and list", title);
    visit.text("ids", "kind of ids; lists of one kind can be joined", ids);
    visit.choice_of("role", {"schools", "additions", "sites", "crosswalk"},
                    "what its rows are to a city", role);
    visit.integer({"id_digits", "digits", 0, 20, "length of an id; 0: any"}, id_digits);
    visit.integer({"order", "1", 0, 9, "of several lists of schools the lowest makes them"}, order);
  }
};

ListFormat read_format(const Node& root, const std::string& key, Faults& faults) {
  ListFormat format;
  format.key = key;
  Head head;
  Provenance unused;
  FieldReader reader(root, "list", Demand::Optional, faults, unused);
  head.describe(reader);
  reader.refuse_unknown_keys({"list.columns", "list.required", "list.leave_out", "list.rule",
                              "list.races", "list.low_income_programs", "list.totals"});
  format.title = head.title;
  format.ids = head.ids;
  format.role = head.role;
  format.id_digits = head.id_digits;
  format.order = head.order;
  read_columns(root, format, faults);
  format.left_out = read_rules(root, "leave_out", Says::Why, faults);
  format.models = read_rules(root, "rule", Says::School, faults);
  format.races = words_at(root, "races", faults);
  format.totals = words_at(root, "totals", faults);
  format.low_income_programs = plain(texts_at(root, "", "low_income_programs", faults));
  return format;
}

void read_country(const Node& root, CommonWords& common, Faults& faults) {
  const Node* country = root.find("country");
  if (!country || !country->is(Node::Kind::Table)) return;
  for (const auto& [name, box] : country->members) {
    const bool four = box.is(Node::Kind::Array) && box.items.size() == 4 &&
                      std::all_of(box.items.begin(), box.items.end(),
                                  [](const Node& item) { return item.is_number(); });
    if (!four) {
      faults.add(box.at, "country." + name, "is no box", "[south, north, west, east] in degrees");
      continue;
    }
    common.country.push_back({name, box.items[0].as_number(), box.items[1].as_number(),
                              box.items[2].as_number(), box.items[3].as_number()});
  }
}

CommonWords read_common(const Node& root, Faults& faults) {
  CommonWords common;
  refuse_unknown_keys(
      root, "", {"ordinary", "missing", "no_grade", "grades", "other_grades", "country"}, faults);
  const std::vector<std::string> ordinary = texts_at(root, "", "ordinary", faults);
  if (!ordinary.empty()) common.ordinary = ordinary.front();
  common.missing = texts_at(root, "", "missing", faults);
  common.no_grade = texts_at(root, "", "no_grade", faults);
  common.other_grades = plain(texts_at(root, "", "other_grades", faults));
  for (const auto& [word, grade] : words_at(root, "grades", faults)) {
    common.grades[word] = grade == "PK" ? -1 : index_in(grade);
  }
  read_country(root, common, faults);
  return common;
}

std::vector<fs::path> files_of(const fs::path& folder, Faults& faults) {
  std::vector<fs::path> files = toml_files_in(folder);
  if (files.empty()) {
    faults.add({folder.generic_string(), 0, 0, "", "holds no descriptions of lists", "", ""});
  }
  return files;
}

}  // namespace

KnownLists read_known_lists(const fs::path& folder, Faults& faults) {
  KnownLists known;
  for (const fs::path& file : files_of(folder, faults)) {
    const std::optional<Node> root = read_toml_file(file, faults);
    if (!root) continue;
    if (file.stem() == "common") {
      known.common = read_common(*root, faults);
    } else {
      known.formats.push_back(read_format(*root, file.stem().string(), faults));
    }
  }
  return known;
}

}  // namespace homeroom::lists
