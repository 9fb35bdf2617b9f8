#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "sim/core/parallel.hpp"
#include "sim/mechanism/discrete_choice.hpp"
#include "sim/world/enrolment.hpp"
#include "sim/year/cohort.hpp"
#include "sim/year/mobility_movers.hpp"
#include "sim/year/seats.hpp"

namespace homeroom {
namespace {

/// The nearest schools that take a grade in mid-year, by neighbourhood and grade; a row of `width`
/// each, ending early with kNoSchool. Examination schools do not.
struct Near {
  std::size_t width;
  std::vector<std::uint16_t> school;
  std::vector<float> away;               ///< what the way to the school costs, beside it
  std::vector<std::uint8_t> by_lottery;  ///< by school
  std::size_t row(std::size_t home, int grade) const {
    return (home * kGrades + static_cast<std::size_t>(grade)) * width;
  }
};

Near find_near(const World& world, const Law& law, const MobilityParameters& nature) {
  Near near;
  // One more than a mover looks at: its own school may be among them.
  near.width = static_cast<std::size_t>(nature.nearest_schools) + 1;
  near.school.assign(world.places.x.size() * kGrades * near.width, kNoSchool);
  near.away.assign(near.school.size(), 0.0f);
  std::vector<std::uint8_t> takes(world.schools.size() * kGrades);
  near.by_lottery.resize(world.schools.size());
  for (std::size_t s = 0; s < world.schools.size(); ++s) {
    const Gate gate = gate_of(world, law, SchoolId{s});
    near.by_lottery[s] = gate == Gate::Lottery;
    for (int grade = 0; grade < kGrades; ++grade) {
      takes[cell_of(s, grade)] =
          gate != Gate::Examination && seats_open(world, law, SchoolId{s}, grade) > 0;
    }
  }
  for (std::size_t home = 0; home < world.places.x.size(); ++home) {
    const auto order = world.nearest(home);
    for (int grade = 0; grade < kGrades; ++grade) {
      std::size_t next = near.row(home, grade);
      const std::size_t past = next + near.width;
      for (std::size_t i = 0; i < order.size() && next < past; ++i) {
        if (!takes[cell_of(order[i], grade)]) continue;
        near.school[next] = order[i];
        near.away[next++] =
            static_cast<float>(nature.distance) * world.distance(home, SchoolId{order[i]});
      }
    }
  }
  return near;
}

constexpr std::size_t kLanes = mechanism::kSideBySide;

/// Ranks the schools near some movers, side by side.
class TargetRanking {
 public:
  TargetRanking(const World& world, const MobilityParameters& nature, const Dice& dice,
                const Near& near)
      : world_(world),
        nature_(nature),
        dice_(dice),
        near_(near),
        utility_(near.width * kLanes),
        best_((near.width - 1) * kLanes) {
    floor_.fill(-std::numeric_limits<float>::infinity());
  }

  /// `target`: rows of `width` schools for `count` movers.
  void write(const std::uint32_t* row, std::size_t count, std::uint16_t* target) {
    look_from(row, count);
    for (std::size_t slot = 0; slot < near_.width; ++slot) value(slot, count);
    mechanism::top_choices_side_by_side(utility_.data(), near_.width, floor_.data(),
                                        near_.width - 1, best_.data());
    for (std::size_t lane = 0; lane < count; ++lane) {
      std::uint16_t* const list = target + lane * near_.width;
      std::fill_n(list, near_.width, kNoSchool);
      for (std::size_t place = 0; place + 1 < near_.width; ++place) {
        const std::uint32_t slot = best_[place * kLanes + lane];
        if (slot == mechanism::kNoCandidate) break;
        list[place] = near_.school[at_[lane] + slot];
      }
    }
  }

 private:
  void look_from(const std::uint32_t* row, std::size_t count) {
    const Students& students = world_.students;
    for (std::size_t lane = 0; lane < count; ++lane) {
      row_[lane] = row[lane];
      generation_[lane] = students.generation(row[lane]);
      at_[lane] = near_.row(students.home[row[lane]], students.grade[row[lane]]);
      own_[lane] = students.school[row[lane]];
      past_own_[lane] = 0;
    }
  }

  /// Writes what the `slot`-th nearest school is worth to each mover; the own school and schools
  /// without an offer are worth nothing, and the last is looked at instead of the own one only.
  void value(std::size_t slot, std::size_t count) {
    for (std::size_t lane = 0; lane < count; ++lane) school_[lane] = near_.school[at_[lane] + slot];
    std::uint32_t* const lanes[4] = {taste_.data(), offer_.data(), unused_.data(), unused_.data()};
    dice_.block_of_each(Die::MidYearTarget, world_.year, row_.data(), generation_.data(),
                        school_.data(), static_cast<int>(kLanes), lanes);
    float* const utility = utility_.data() + slot * kLanes;
    gumbels_from(taste_.data(), static_cast<int>(kLanes), utility);
    for (std::size_t lane = 0; lane < count; ++lane) {
      const std::uint32_t school = school_[lane];
      const bool own = school == own_[lane];
      const bool one_too_many = slot + 1 == near_.width && past_own_[lane] == 0;
      past_own_[lane] |= own;
      const bool shut = own || one_too_many || school == kNoSchool || refuses(school, lane);
      utility[lane] = shut ? -std::numeric_limits<float>::infinity()
                           : utility[lane] - near_.away[at_[lane] + slot];
    }
  }

  bool refuses(std::uint32_t school, std::size_t lane) const {
    return near_.by_lottery[school] &&
           open_unit(offer_[lane]) >= static_cast<float>(nature_.backfill);
  }

  const World& world_;
  const MobilityParameters& nature_;
  const Dice& dice_;
  const Near& near_;
  template <class T>
  using Lane = std::array<T, kLanes>;
  Lane<std::uint32_t> row_{}, generation_{}, school_{}, taste_{}, offer_{}, unused_{};
  Lane<std::uint16_t> own_{};
  Lane<std::uint8_t> past_own_{};
  Lane<std::size_t> at_{};
  Lane<float> floor_{};
  std::vector<float> utility_;
  std::vector<std::uint32_t> best_;
};

}  // namespace

void rank_targets(const World& world, const Law& law, const MobilityParameters& nature,
                  const Dice& dice, Movers& movers) {
  const Near near = find_near(world, law, nature);
  movers.width = near.width;
  movers.target.resize(movers.size() * near.width);
  for_slices(movers.size(), [&](std::size_t first, std::size_t past, std::size_t) {
    TargetRanking ranking(world, nature, dice, near);
    for (std::size_t i = first; i < past; i += kLanes) {
      ranking.write(movers.row.data() + i, std::min(kLanes, past - i),
                    movers.target.data() + i * near.width);
    }
  });
}

}  // namespace homeroom
