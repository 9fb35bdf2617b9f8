// Maps: which model each school of a list has, by rules that a city's file states.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sim/lists/found_school.hpp"
#include "sim/lists/rules.hpp"

namespace homeroom::lists {

struct PlaceMap {
  std::string title;          ///< the city's name; empty: that of its district
  std::string ordinary;       ///< model of schools of which no rule says one; empty: the common one
  std::vector<Rule> include;  ///< rows that belong to the city
  std::vector<Rule> rules;
};

/// Lays a map beside others: its rules come after theirs, its title stands where it has one.
void read_map(const std::filesystem::path& file, PlaceMap& map, Faults& faults);

/// Plain names of the columns that the rules look at.
std::vector<std::string> columns_of(const PlaceMap& map);

/// Gives every school its model, zone and years: of all rules that fit, the map's before those of
/// the list's description, the first that says something of a matter decides it. Rules that fit no
/// school are noted; ids that no school has and columns that no list has are faults.
void apply_map(const PlaceMap& map, const CommonWords& common, std::vector<FoundSchool>& schools,
               Remarks& remarks);

}  // namespace homeroom::lists
