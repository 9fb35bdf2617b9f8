// Who is elsewhere in the alternative than in the base, and how each came where it is.
#pragma once

#include <array>
#include <map>
#include <string>
#include <tuple>
#include <unordered_set>
#include <vector>

#include "analysis/truth/city_year.hpp"

namespace homeroom::truth {

enum class Who { Child, Teacher };

/// Those who are counted together.
struct MoveKey {
  Who who = Who::Child;
  std::string base_model, alternative_model;  ///< keys; "pool" or "outside" of a teacher
  std::string base_how, alternative_how;
  bool operator<(const MoveKey& other) const {
    return std::tie(who, base_model, base_how, alternative_model, alternative_how) <
           std::tie(other.who, other.base_model, other.base_how, other.alternative_model,
                    other.alternative_how);
  }
};

/// How many, how many of them for the first year, and of children who they are.
struct MoveCount {
  static constexpr int kParts = 7;
  int people = 0, since_this_year = 0;
  std::array<int, kParts> parts{};
};
/// Names of the parts: low_income, english_learner, ...
const std::array<const char*, MoveCount::kParts>& move_parts();

using Moved = std::map<MoveKey, MoveCount>;

/// Words for how a child came to its school, those of students.csv and "stayed".
std::string in_words(ChildHow how);

/// Compares an alternative with its base, year by year.
class MoveCounter {
 public:
  /// `children`: the alternative's table of the year, for who they are.
  Moved count(const CityYear& base, const CityYear& alternative, const Batch& children);

 private:
  void count_children(const CityYear& base, const CityYear& alternative, const Batch& children,
                      Moved& moved);
  void count_teachers(const CityYear& base, const CityYear& alternative, Moved& moved);

  std::vector<std::int16_t> apart_;  ///< by row, the child that was elsewhere a year ago
  std::unordered_set<std::uint64_t> teachers_apart_;
};

}  // namespace homeroom::truth
