#include "analysis/truth/moved.hpp"

#include <limits>

#include "analysis/panel/table_columns.hpp"

namespace homeroom::truth {

namespace {

using panel::TableColumns;

constexpr std::int16_t kNobody = std::numeric_limits<std::int16_t>::min();

/// Who the children are, for the parts of a count.
class Traits {
 public:
  explicit Traits(const Batch& batch) : table_(batch) {}

  void add(std::size_t row, MoveCount& count) const {
    count.parts[0] += low_income_[row] != 0;
    count.parts[1] += english_learner_[row] != 0;
    count.parts[2] += special_[row] != 0;
    // The first four groups have a part each, in the order of the tables' columns.
    if (group_[row] < 4) ++count.parts[3 + static_cast<std::size_t>(group_[row])];
  }

 private:
  TableColumns table_;
  const std::vector<std::int64_t>&low_income_ = table_.wholes("low_income"),
        &english_learner_ = table_.wholes("english_learner"),
        &special_ = table_.wholes("special_education"), &group_ = table_.wholes("group");
};

std::string where(const CityYear& year, int place) {
  if (place == TeacherPlaces::kPool) return "pool";
  if (place == TeacherPlaces::kOutside) return "outside";
  // A school that has staff and no children yet taught under no model.
  const auto school = static_cast<std::size_t>(place);
  return school < year.model_of_school.size() ? year.model_of_school[school] : "";
}

/// Nobody who was never seen in one life was ever hired there.
TeacherPlaces::One seen(const TeacherPlaces& teachers, std::uint64_t person) {
  const auto found = teachers.by_person.find(person);
  if (found == teachers.by_person.end()) return {TeacherPlaces::kOutside, "never_hired"};
  return found->second;
}

}  // namespace

const std::array<const char*, MoveCount::kParts>& move_parts() {
  static constexpr std::array<const char*, MoveCount::kParts> names = {
      "low_income", "english_learner", "special_education", "black", "hispanic", "white", "asian"};
  return names;
}

std::string in_words(ChildHow how) {
  static constexpr std::array<const char*, 5> words = {"assigned", "chosen", "moved", "displaced",
                                                       "stayed"};
  return words[static_cast<std::size_t>(how)];
}

void MoveCounter::count_children(const CityYear& base, const CityYear& alternative,
                                 const Batch& children, Moved& moved) {
  const ChildPlaces &one = base.children, &other = alternative.children;
  const Traits traits(children);
  apart_.resize(one.school.size(), kNobody);
  for (std::size_t row = 0; row < one.school.size(); ++row) {
    if (one.school[row] == other.school[row]) {
      apart_[row] = kNobody;
      continue;
    }
    MoveCount& count = moved[{Who::Child, base.model_of_school[one.school[row]],
                              alternative.model_of_school[other.school[row]],
                              in_words(one.how[row]), in_words(other.how[row])}];
    ++count.people;
    count.since_this_year += apart_[row] != one.arrived[row];
    traits.add(row, count);
    apart_[row] = one.arrived[row];
  }
}

void MoveCounter::count_teachers(const CityYear& base, const CityYear& alternative, Moved& moved) {
  std::unordered_set<std::uint64_t> apart;
  const auto compare = [&](std::uint64_t person) {
    const TeacherPlaces::One one = seen(base.teachers, person),
                             other = seen(alternative.teachers, person);
    if (one.place == other.place || !apart.insert(person).second) return;
    MoveCount& count = moved[{Who::Teacher, where(base, one.place), where(alternative, other.place),
                              std::string(one.how), std::string(other.how)}];
    ++count.people;
    count.since_this_year += teachers_apart_.count(person) == 0;
  };
  for (const auto& [person, one] : base.teachers.by_person) compare(person);
  for (const auto& [person, one] : alternative.teachers.by_person) compare(person);
  teachers_apart_ = std::move(apart);
}

Moved MoveCounter::count(const CityYear& base, const CityYear& alternative, const Batch& children) {
  Moved moved;
  count_children(base, alternative, children, moved);
  count_teachers(base, alternative, moved);
  return moved;
}

}  // namespace homeroom::truth
