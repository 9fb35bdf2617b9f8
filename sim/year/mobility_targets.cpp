// Where movers go: each looks at the schools near its home that have its grade, and takes the one
// it likes best among those that have a desk when its turn comes.
#include <algorithm>

#include "sim/core/parallel.hpp"
#include "sim/year/mobility_movers.hpp"
#include "sim/year/mobility_sight.hpp"
#include "sim/year/seats.hpp"

namespace homeroom {
namespace {

constexpr std::size_t kLanes = Sight::kLanes;

/// Seats movers grade after grade; its memory is kept between grades.
class Doorkeeper {
 public:
  Doorkeeper(const World& world, const MobilityParameters& nature, const Dice& dice,
             const std::vector<std::uint32_t>& names)
      : dice_(dice),
        year_(world.year),
        // One more than a mover looks at: its own school may be among them.
        width_(static_cast<std::size_t>(nature.nearest_schools) + 1),
        backfill_(static_cast<float>(nature.backfill)),
        near_(world, nature.distance, width_, names),
        sight_(width_) {}

  /// `takes` and `free`, by school: whether it takes movers of the grade, and its free desks.
  void let_in(std::span<const Mover> movers, const std::uint8_t* takes, std::span<int> free,
              std::vector<std::uint16_t>& to) {
    if (movers.empty()) return;
    near_.turn_to(takes);
    turns_.put_in_order(movers);
    row_.clear();
    for (const Mover& mover : turns_.all()) row_.push_back(near_.find(mover.home));
    if (near_.most() == 0) return;
    std::fill(sight_.utility.begin(), sight_.utility.end(), Sight::kNothing);
    for (std::size_t first = 0; first < movers.size(); first += kLanes) {
      const std::size_t count = std::min(kLanes, movers.size() - first);
      for (std::size_t lane = 0; lane < kLanes; ++lane) {
        const std::size_t turn = first + (lane < count ? lane : 0);
        look_from(turns_.all()[turn], near_.row(row_[turn]), lane);
      }
      rank();
      for (std::size_t lane = 0; lane < count; ++lane) {
        const Mover& mover = turns_.all()[first + lane];
        to[mover.place] = knock(mover.from, free, lane);
      }
    }
  }

 private:
  void look_from(const Mover& mover, const Door* doors, std::size_t lane) {
    sight_.row[lane] = mover.row;
    sight_.generation[lane] = mover.generation;
    sight_.own[lane] = mover.from;
    const std::size_t slots = near_.most();
    for (std::size_t slot = 0; slot < slots; ++slot) {
      sight_.door[slot * kLanes + lane] = doors[slot];
    }
  }

  void rank() {
    const std::size_t slots = near_.most();
    sight_.part_doors(slots);
    dice_.blocks_of_each(Die::MidYearTarget, year_, sight_.row.data(), sight_.generation.data(),
                         sight_.school.data(), static_cast<int>(slots), sight_.words.data());
    sight_.value_schools(slots, width_, backfill_);
    mechanism::top_choices_side_by_side(sight_.utility.data(), width_, sight_.floor.data(),
                                        width_ - 1, sight_.best.data());
  }

  /// Where the mover of a lane goes; nowhere if all that it looks at are full.
  std::uint16_t knock(std::uint16_t from, std::span<int> free, std::size_t lane) const {
    for (std::size_t place = 0; place + 1 < width_; ++place) {
      const std::uint32_t slot = sight_.best[place * kLanes + lane];
      if (slot == mechanism::kNoCandidate) break;
      const std::uint32_t school = sight_.school[slot * kLanes + lane];
      if (free[school] <= 0) continue;
      --free[school];
      ++free[from];
      return static_cast<std::uint16_t>(school);
    }
    return kNoSchool;
  }

  const Dice& dice_;
  int year_;
  std::size_t width_;
  float backfill_;
  NearDoors near_;
  Sight sight_;
  Turns turns_;
  std::vector<std::uint32_t> row_;  ///< of doors, by turn
};

}  // namespace

Doors::Doors(const World& world, const Law& law, const MobilityParameters& nature)
    : world_(world),
      nature_(nature),
      free_(world.schools.size() * kGrades),
      takes_(free_.size()),
      name_(world.schools.size()) {
  const std::size_t schools = world.schools.size();
  for (std::size_t s = 0; s < schools; ++s) {
    const SchoolId school{s};
    const Gate gate = gate_of(world, law, school);
    name_[s] = static_cast<std::uint32_t>(s) | (gate == Gate::Lottery ? Door::kOwnLottery : 0u);
    const PerGrade<int>& children = world.results.school[school].by_grade;
    for (int grade = 0; grade < kGrades; ++grade) {
      const std::size_t cell = static_cast<std::size_t>(grade) * schools + s;
      const int seats = seats_open(world, law, school, grade);
      free_[cell] = seats - children[static_cast<std::size_t>(grade)];
      takes_[cell] = gate != Gate::Examination && gate != Gate::Placement && seats > 0;
    }
  }
}

void Doors::let_in(const Dice& dice, const Movers& movers, std::vector<std::uint16_t>& to) {
  const std::size_t schools = world_.schools.size();
  const std::size_t keepers = movers.size() > kSliceRows ? kGrades : 1;
  for_each_index(keepers, [&](std::size_t first) {
    Doorkeeper keeper(world_, nature_, dice, name_);
    for (std::size_t grade = first; grade < kGrades; grade += keepers) {
      keeper.let_in(movers.of(static_cast<int>(grade)), takes_.data() + grade * schools,
                    {free_.data() + grade * schools, schools}, to);
    }
  });
}

}  // namespace homeroom
