#include "sim/year/choice_candidates.hpp"

#include <algorithm>
#include <array>

namespace homeroom::choice {
namespace {

/// As what a school is considered for a grade, in the order in which candidates are kept.
enum class As : std::uint8_t { District, Examination, Lottery, Backfill, Nothing };
constexpr std::size_t kKinds = 4;

As considered_as(const World& world, const SchoolsSeen& seen, const std::vector<int>& offers,
                 std::size_t school, int grade, bool founding) {
  const std::size_t cell = cell_of(school, grade);
  const bool entry = founding || is_entry(world, SchoolId{school}, grade);
  switch (seen.seats[cell] > 0 ? seen.gate[school] : Gate::Shut) {
    case Gate::Assignment:
      return As::District;
    case Gate::Examination:
      return entry ? As::Examination : As::Nothing;
    case Gate::Lottery:
      return offers[cell] == 0 ? As::Nothing : entry ? As::Lottery : As::Backfill;
    case Gate::Shut:
      return As::Nothing;
  }
  return As::Nothing;
}

/// Gathers the candidates of one home cell after the other.
class Gatherer {
 public:
  Gatherer(const World& world, const ChoiceParameters& nature, const Zones& zones,
           const SchoolsSeen& seen, const Families& families, bool founding)
      : world_(world), zones_(zones), schools_(world.schools.size()), as_(schools_ * kGrades) {
    const auto offers = lottery_seats(world, nature, seen, families.holders, founding);
    for (std::size_t s = 0; s < schools_; ++s) {
      for (int grade = 0; grade < kGrades; ++grade) {
        as_[at(grade, s)] = considered_as(world, seen, offers, s, grade, founding);
      }
    }
    const auto lotteries = static_cast<std::size_t>(nature.lottery_candidates);
    limit_ = {static_cast<std::size_t>(nature.district_candidates), schools_, lotteries, lotteries};
  }

  /// Appends the cell's candidates, kind after kind, each nearest first.
  void append(std::size_t home, int grade, Candidates& candidates) {
    for (auto& kind : found_) kind.clear();
    for (const std::uint16_t school : world_.nearest(home)) {
      const As as = as_[at(grade, school)];
      if (as == As::Nothing) continue;
      auto& kind = found_[static_cast<std::size_t>(as)];
      if (kind.size() < limit_[static_cast<std::size_t>(as)]) kind.push_back(school);
    }
    add_zoned(home, grade);
    auto& out = candidates.school;
    out.insert(out.end(), found_[0].begin(), found_[0].end());
    candidates.exam.back() = static_cast<std::uint32_t>(out.size());
    out.insert(out.end(), found_[1].begin(), found_[1].end());
    candidates.lottery.back() = static_cast<std::uint32_t>(out.size());
    out.insert(out.end(), found_[2].begin(), found_[2].end());
    candidates.backfill.back() = static_cast<std::uint32_t>(out.size());
    out.insert(out.end(), found_[3].begin(), found_[3].end());
  }

 private:
  std::size_t at(int grade, std::size_t school) const {
    return static_cast<std::size_t>(grade) * schools_ + school;
  }

  void add_zoned(std::size_t home, int grade) {
    const SchoolId zoned = zones_[static_cast<std::size_t>(stage_of(grade))][home];
    if (!zoned || as_[at(grade, zoned.row())] != As::District) return;
    auto& district = found_[0];
    const auto school = static_cast<std::uint16_t>(zoned.row());
    if (std::find(district.begin(), district.end(), school) == district.end()) {
      district.push_back(school);
    }
  }

  const World& world_;
  const Zones& zones_;
  std::size_t schools_;
  std::vector<As> as_;  ///< by grade and school
  std::array<std::size_t, kKinds> limit_{};
  std::array<std::vector<std::uint16_t>, kKinds> found_;
};

}  // namespace

std::vector<int> lottery_seats(const World& world, const ChoiceParameters& nature,
                               const SchoolsSeen& seen, const std::vector<int>& holders,
                               bool founding) {
  std::vector<int> offers(seen.seats.size(), 0);
  for (std::size_t s = 0; s < world.schools.size(); ++s) {
    if (seen.gate[s] != Gate::Lottery) continue;
    for (int grade = 0; grade < kGrades; ++grade) {
      const std::size_t cell = cell_of(s, grade);
      const int vacant = std::max(0, seen.seats[cell] - holders[cell]);
      const bool entry = founding || is_entry(world, SchoolId{s}, grade);
      offers[cell] = entry ? vacant : static_cast<int>(nature.lottery_backfill * vacant + 0.5);
    }
  }
  return offers;
}

std::vector<int> places_on_offer(const World& world, const ChoiceParameters& nature,
                                 const SchoolsSeen& seen, const std::vector<int>& holders,
                                 bool founding) {
  std::vector<int> offers = lottery_seats(world, nature, seen, holders, founding);
  for (std::size_t s = 0; s < world.schools.size(); ++s) {
    const Gate gate = seen.gate[s];
    if (gate != Gate::Assignment && gate != Gate::Examination) continue;
    for (int grade = 0; grade < kGrades; ++grade) {
      const bool entry = founding || is_entry(world, SchoolId{s}, grade);
      if (gate == Gate::Examination && !entry) continue;
      const std::size_t cell = cell_of(s, grade);
      offers[cell] = std::max(0, seen.seats[cell] - holders[cell]);
    }
  }
  return offers;
}

Candidates find_candidates(const World& world, const ChoiceParameters& nature, const Zones& zones,
                           const SchoolsSeen& seen, const Families& families, bool founding) {
  Candidates candidates;
  Gatherer gatherer(world, nature, zones, seen, families, founding);
  for (std::size_t n = 0; n < world.places.x.size(); ++n) {
    for (int grade = 0; grade < kGrades; ++grade) {
      const auto start = static_cast<std::uint32_t>(candidates.school.size());
      for (auto* bound :
           {&candidates.first, &candidates.exam, &candidates.lottery, &candidates.backfill}) {
        bound->push_back(start);
      }
      const std::size_t cell = home_cell(n, grade);
      const bool anyone = families.first[cell] < families.first[cell + 1];
      if (anyone) gatherer.append(n, grade, candidates);
    }
  }
  candidates.first.push_back(static_cast<std::uint32_t>(candidates.school.size()));
  return candidates;
}

}  // namespace homeroom::choice
