#include "sim/year/choice_special_schools.hpp"

#include <algorithm>

namespace homeroom::choice {
namespace {

std::vector<std::uint16_t> with_seats(const SchoolsSeen& seen, const Seating& seating, int grade) {
  std::vector<std::uint16_t> schools;
  for (std::size_t s = 0; s < seen.gate.size(); ++s) {
    if (seen.gate[s] == Gate::Placement && seating.left[cell_of(s, grade)] > 0) {
      schools.push_back(static_cast<std::uint16_t>(s));
    }
  }
  return schools;
}

/// Schools with seats left in a grade, from which the nearest is taken.
class SpecialSeats {
 public:
  SpecialSeats(const Utility& utility, const Seating& seating, int grade)
      : world_(utility.world()),
        grade_(grade),
        schools_(with_seats(utility.seen(), seating, grade)) {}
  bool empty() const { return schools_.empty(); }
  std::uint16_t nearest(std::size_t home) const {
    return *std::min_element(
        schools_.begin(), schools_.end(), [&](std::uint16_t a, std::uint16_t b) {
          return world_.distance(home, SchoolId{a}) < world_.distance(home, SchoolId{b});
        });
  }
  void was_taken(std::uint16_t school, const Seating& seating) {
    if (seating.left[cell_of(school, grade_)] > 0) return;
    schools_.erase(std::find(schools_.begin(), schools_.end(), school));
  }

 private:
  const World& world_;
  const int grade_;
  std::vector<std::uint16_t> schools_;
};

/// Children with severe needs in the district's other schools.
std::vector<std::uint32_t> in_order_of_referral(const Utility& utility, int grade,
                                                const ChoiceOutcome& outcome) {
  const World& world = utility.world();
  const Students& students = world.students;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> order;
  for (std::size_t row = 0; row < students.size(); ++row) {
    const bool here = students.grade[row] == grade && students.has(row, trait::kSpecialSevere);
    if (!here || utility.seen().gate[outcome.school[row]] != Gate::Assignment) continue;
    order.emplace_back(utility.dice().word(Die::SpecialReferred, world.year,
                                           who_of(row, students.generation(row))),
                       static_cast<std::uint32_t>(row));
  }
  std::sort(order.begin(), order.end());
  std::vector<std::uint32_t> rows;
  for (const auto& [word, row] : order) rows.push_back(row);
  return rows;
}

}  // namespace

std::vector<InNeed> children_in_need(const Utility& utility, int grade, const Families& families,
                                     const Priorities& priorities, const Seating& seating) {
  const Students& students = utility.world().students;
  std::vector<InNeed> waiting;
  const FamilyRange all = families.in_grade(grade);
  for (std::uint32_t f = all.first; f < all.past; ++f) {
    const std::uint32_t row = families.row[f];
    if (seating.seated(f) || !students.has(row, trait::kSpecial)) continue;
    waiting.push_back({!students.has(row, trait::kSpecialSevere),
                       priorities.leftover(f, utility.zoned(families.home[f], grade)), f});
  }
  std::sort(waiting.begin(), waiting.end());
  return waiting;
}

void place_in_special_schools(const Utility& utility, int grade, const Families& families,
                              const Priorities& priorities, Filed& filed, Seating& seating) {
  SpecialSeats seats(utility, seating, grade);
  if (seats.empty()) return;
  for (const InNeed& next : children_in_need(utility, grade, families, priorities, seating)) {
    const std::uint16_t school = seats.nearest(families.home[next.family]);
    seating.take(next.family, grade, school);
    filed.district.count[next.family] = filed.lottery.count[next.family] = 0;
    seats.was_taken(school, seating);
    if (seats.empty()) return;
  }
}

void refer_to_special_schools(const Utility& utility, Seating& seating, ChoiceOutcome& outcome) {
  const Students& students = utility.world().students;
  for (int grade = 0; grade < kGrades; ++grade) {
    SpecialSeats seats(utility, seating, grade);
    if (seats.empty()) continue;
    for (const std::uint32_t row : in_order_of_referral(utility, grade, outcome)) {
      const std::uint16_t school = seats.nearest(students.home[row]);
      outcome.school[row] = school;
      outcome.rank[row] = kNoRank;
      outcome.arrival[row] = Arrival::Assigned;
      --seating.left[cell_of(school, grade)];
      seats.was_taken(school, seating);
      if (seats.empty()) break;
    }
  }
}

}  // namespace homeroom::choice
