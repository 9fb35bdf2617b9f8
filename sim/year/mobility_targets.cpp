#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "sim/core/buffer.hpp"
#include "sim/core/parallel.hpp"
#include "sim/core/wide.hpp"
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
  std::vector<float> away;   ///< what the way to the school costs, beside it
  std::vector<float> offer;  ///< chance that the school offers a mover a vacant seat, beside it
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
  near.offer.assign(near.school.size(), 0.0f);
  std::vector<std::uint8_t> takes(world.schools.size() * kGrades);
  std::vector<float> offer(world.schools.size());
  for (std::size_t s = 0; s < world.schools.size(); ++s) {
    const Gate gate = gate_of(world, law, SchoolId{s});
    offer[s] = gate == Gate::Lottery ? static_cast<float>(nature.backfill) : 1.0f;
    for (int grade = 0; grade < kGrades; ++grade) {
      takes[cell_of(s, grade)] = gate != Gate::Examination && gate != Gate::Placement &&
                                 seats_open(world, law, SchoolId{s}, grade) > 0;
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
        near.offer[next] = offer[order[i]];
        near.away[next++] =
            static_cast<float>(nature.distance) * world.distance(home, SchoolId{order[i]});
      }
    }
  }
  return near;
}

constexpr std::size_t kLanes = mechanism::kSideBySide;

/// What sixteen movers see of the schools near them, by slot, nearest first, and lane.
struct Sight {
  Buffer<std::uint32_t> row, generation, school, taste, offered, unused;
  Buffer<float> away, offer, utility;
  std::array<std::uint32_t, kLanes> own{};
  explicit Sight(std::size_t cells)
      : row(cells),
        generation(cells),
        school(cells),
        taste(cells),
        offered(cells),
        unused(cells),
        away(cells),
        offer(cells),
        utility(cells) {}
};

/// Makes utilities of the tastes that stand there. The own school and schools without an offer are
/// worth nothing, and the last slot is looked at instead of the own school only.
HOMEROOM_WIDE void value(Sight& sight, std::size_t slots) {
  std::array<std::uint32_t, kLanes> past_own{};
  const std::uint32_t* __restrict own = sight.own.data();
  for (std::size_t slot = 0; slot < slots; ++slot) {
    const std::uint32_t* __restrict school = sight.school.data() + slot * kLanes;
    const std::uint32_t* __restrict offered = sight.offered.data() + slot * kLanes;
    const float* __restrict away = sight.away.data() + slot * kLanes;
    const float* __restrict offer = sight.offer.data() + slot * kLanes;
    float* __restrict utility = sight.utility.data() + slot * kLanes;
    const std::uint32_t too_many = slot + 1 == slots;
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      const std::uint32_t is_own = school[lane] == own[lane];
      const std::uint32_t refused = open_unit(offered[lane]) >= offer[lane];
      const std::uint32_t shut = is_own | refused | (too_many & (past_own[lane] ^ 1u));
      past_own[lane] |= is_own;
      utility[lane] =
          shut != 0 ? -std::numeric_limits<float>::infinity() : utility[lane] - away[lane];
    }
  }
}

/// Ranks the schools near some movers, side by side.
class TargetRanking {
 public:
  TargetRanking(const World& world, const Dice& dice, const Near& near)
      : world_(world),
        dice_(dice),
        near_(near),
        sight_(near.width * kLanes),
        best_((near.width - 1) * kLanes) {
    floor_.fill(-std::numeric_limits<float>::infinity());
  }

  /// `target`: rows of `width` schools for `count` movers.
  void write(const std::uint32_t* row, std::size_t count, std::uint16_t* target) {
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      look_from(row[lane < count ? lane : 0], lane);
    }
    const auto cells = static_cast<int>(sight_.row.size());
    std::uint32_t* const lanes[4] = {sight_.taste.data(), sight_.offered.data(),
                                     sight_.unused.data(), sight_.unused.data()};
    dice_.block_of_each(Die::MidYearTarget, world_.year, sight_.row.data(),
                        sight_.generation.data(), sight_.school.data(), cells, lanes);
    gumbels_from(sight_.taste.data(), cells, sight_.utility.data());
    value(sight_, near_.width);
    mechanism::top_choices_side_by_side(sight_.utility.data(), near_.width, floor_.data(),
                                        near_.width - 1, best_.data());
    for (std::size_t lane = 0; lane < count; ++lane) {
      std::uint16_t* const list = target + lane * near_.width;
      std::fill_n(list, near_.width, kNoSchool);
      for (std::size_t place = 0; place + 1 < near_.width; ++place) {
        const std::uint32_t slot = best_[place * kLanes + lane];
        if (slot == mechanism::kNoCandidate) break;
        list[place] = static_cast<std::uint16_t>(sight_.school[slot * kLanes + lane]);
      }
    }
  }

 private:
  void look_from(std::uint32_t row, std::size_t lane) {
    const Students& students = world_.students;
    const std::uint32_t generation = students.generation(row);
    std::size_t at = near_.row(students.home[row], students.grade[row]);
    sight_.own[lane] = students.school[row];
    for (std::size_t cell = lane; cell < sight_.row.size(); cell += kLanes, ++at) {
      sight_.row[cell] = row;
      sight_.generation[cell] = generation;
      sight_.school[cell] = near_.school[at];
      sight_.away[cell] = near_.away[at];
      sight_.offer[cell] = near_.offer[at];
    }
  }

  const World& world_;
  const Dice& dice_;
  const Near& near_;
  Sight sight_;
  std::array<float, kLanes> floor_{};
  std::vector<std::uint32_t> best_;
};

}  // namespace

void rank_targets(const World& world, const Law& law, const MobilityParameters& nature,
                  const Dice& dice, Movers& movers) {
  const Near near = find_near(world, law, nature);
  movers.width = near.width;
  movers.target.resize(movers.size() * near.width);
  for_slices(movers.size(), [&](std::size_t first, std::size_t past, std::size_t) {
    TargetRanking ranking(world, dice, near);
    for (std::size_t i = first; i < past; i += kLanes) {
      ranking.write(movers.row.data() + i, std::min(kLanes, past - i),
                    movers.target.data() + i * near.width);
    }
  });
}

}  // namespace homeroom
