// The official lists that are known, as files of scenarios/lists describe them: how a list calls
// what it says, which rows are no schools, and what it says of models.
#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "sim/lists/fields.hpp"
#include "sim/lists/rules.hpp"
#include "sim/scenario/fault.hpp"

namespace homeroom::lists {

/// How a list's rows and a city's schools go together.
enum class Role {
  Schools,    ///< a row a school: such a list makes the schools of a place
  Additions,  ///< adds to schools that another list makes, found by their id
  Sites,      ///< coordinates by an id of its own
  Crosswalk,  ///< joins the ids of schools and of sites
};

struct ListFormat {
  std::string key;    ///< name of its file
  std::string title;  ///< publisher and list, as a source
  std::string ids;    ///< lists whose ids are of one kind can be joined
  Role role = Role::Schools;
  int id_digits = 0;  ///< length of an id; 0: any
  int order = 0;      ///< of several lists of schools the lowest makes them, others add
  std::array<std::vector<std::string>, kFields> names;  ///< official name first, then aliases
  std::vector<Field> required;  ///< a list that lacks one of them is not this one
  std::vector<Rule> left_out;   ///< rows that are no schools of the kind
  std::vector<Rule> models;     ///< what the list itself says of models
  // Lists with several rows for a school: what their words mean.
  std::map<std::string, std::string> races;      ///< plain word -> black, hispanic, white, asian
  std::vector<std::string> low_income_programs;  ///< plain words
  std::map<std::string, std::string> totals;     ///< plain word -> by_grade, by_race, all,
                                                 ///< in_detail, programs

  const std::vector<std::string>& names_of(Field field) const {
    return names[static_cast<std::size_t>(field)];
  }
};

/// A box of the country or a territory [degrees].
struct Box {
  std::string name;
  double south, north, west, east;
};

/// What all lists have in common.
struct CommonWords {
  std::string ordinary;                   ///< model of schools of which no rule says one
  std::vector<std::string> missing;       ///< in place of any number
  std::vector<std::string> no_grade;      ///< in place of a grade, where it is unknown
  std::map<std::string, int> grades;      ///< plain word -> grade; prekindergarten is -1
  std::vector<std::string> other_grades;  ///< adult education and the like
  std::vector<Box> country;
};

struct KnownLists {
  std::vector<ListFormat> formats;
  CommonWords common;
};

/// Reads every *.toml file of the folder; common.toml holds the common words.
KnownLists read_known_lists(const std::filesystem::path& folder, Faults& faults);

}  // namespace homeroom::lists
