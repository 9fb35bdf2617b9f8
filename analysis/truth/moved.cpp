#include "analysis/truth/moved.hpp"

#include <limits>
#include <unordered_map>

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

/// The models of a year's schools by small numbers.
class Models {
 public:
  explicit Models(const CityYear& year) {
    std::map<std::string, std::uint64_t> numbers;
    for (const std::string& model : year.model_of_school) {
      const auto [number, fresh] = numbers.try_emplace(model, keys_.size());
      if (fresh) keys_.push_back(model);
      of_school_.push_back(number->second);
    }
  }
  std::uint64_t of(std::size_t school) const { return of_school_[school]; }
  const std::string& key(std::uint64_t number) const { return keys_[number]; }

 private:
  std::vector<std::uint64_t> of_school_;
  std::vector<std::string> keys_;
};

/// Children who are counted together, in one number.
struct Cell {
  std::uint64_t base, alternative;
  ChildHow base_how, alternative_how;

  std::uint64_t packed() const {
    return base << 40 | alternative << 16 | static_cast<std::uint64_t>(base_how) << 8 |
           static_cast<std::uint64_t>(alternative_how);
  }
  static Cell of(std::uint64_t packed) {
    return {packed >> 40, packed >> 16 & 0xffffff, static_cast<ChildHow>(packed >> 8 & 0xff),
            static_cast<ChildHow>(packed & 0xff)};
  }
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
  const Models base_models(base), alternative_models(alternative);
  // Counted by numbers, and told in words at the end: a policy may move every second child.
  std::unordered_map<std::uint64_t, MoveCount> counts;
  apart_.resize(one.school.size(), kNobody);
  for (std::size_t row = 0; row < one.school.size(); ++row) {
    if (one.school[row] == other.school[row]) {
      apart_[row] = kNobody;
      continue;
    }
    const Cell cell{base_models.of(one.school[row]), alternative_models.of(other.school[row]),
                    one.how[row], other.how[row]};
    MoveCount& count = counts[cell.packed()];
    ++count.people;
    count.since_this_year += apart_[row] != one.arrived[row];
    traits.add(row, count);
    apart_[row] = one.arrived[row];
  }
  for (const auto& [packed, count] : counts) {
    const Cell cell = Cell::of(packed);
    moved[{Who::Child, base_models.key(cell.base), alternative_models.key(cell.alternative),
           in_words(cell.base_how), in_words(cell.alternative_how)}] = count;
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
