// Where movers go: each looks at the schools near its home that have its grade, and takes the one
// it likes best among those that have a desk when its turn comes.
#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "sim/core/buffer.hpp"
#include "sim/core/parallel.hpp"
#include "sim/core/wide.hpp"
#include "sim/mechanism/discrete_choice.hpp"
#include "sim/year/mobility_movers.hpp"
#include "sim/year/seats.hpp"

namespace homeroom {
namespace {

constexpr float kNothing = -std::numeric_limits<float>::infinity();
constexpr std::size_t kLanes = mechanism::kSideBySide;
static_assert(kLanes == Dice::kSideBySide);

/// A school near a home: what the way to it costs, its row, and a bit of its own.
struct Door {
  static constexpr std::uint32_t kOwnLottery = 1u << 16;  ///< seldom offers a mover a seat
  static constexpr std::uint32_t kRow = kOwnLottery - 1;

  float away = 0.0f;
  std::uint32_t school = kNoSchool;
};

/// The nearest schools that take a grade in mid-year, by home: a row of `width` doors, nearest
/// first, of which the last may lead nowhere. Looked up for those homes alone that have movers.
class NearDoors {
 public:
  NearDoors(const World& world, double distance, std::size_t width,
            const std::vector<std::uint32_t>& names)
      : world_(world), distance_(static_cast<float>(distance)), width_(width), names_(names) {}

  /// Forgets all, for another grade: `takes` says by school whether it takes movers.
  void turn_to(const std::uint8_t* takes) {
    takes_ = takes;
    row_.assign(world_.places.x.size(), kUnknown);
    doors_.clear();
    most_ = 0;
  }

  /// Where the row of a home stands; found now if nobody asked before.
  std::uint32_t find(std::size_t home) {
    if (row_[home] == kUnknown) row_[home] = look_around(home);
    return row_[home];
  }
  const Door* row(std::uint32_t at) const { return doors_.data() + at; }
  /// Doors in the longest row so far.
  std::size_t most() const { return most_; }

 private:
  static constexpr std::uint32_t kUnknown = 0xffffffffu;

  std::uint32_t look_around(std::size_t home) {
    const std::size_t first = doors_.size();
    doors_.resize(first + width_);
    Door* const row = doors_.data() + first;
    const auto order = world_.nearest(home);
    std::size_t found = 0;
    for (std::size_t i = 0; i < order.size() && found < width_; ++i) {
      if (!takes_[order[i]]) continue;
      row[found++].school = order[i];
      __builtin_prefetch(world_.places.distance.data() + home * world_.schools.size() + order[i]);
    }
    // In a loop of their own, so that one distance does not wait for the one before.
    for (std::size_t slot = 0; slot < found; ++slot) {
      const std::uint32_t school = row[slot].school;
      row[slot] = {distance_ * world_.distance(home, SchoolId{school}), names_[school]};
    }
    most_ = std::max(most_, found);
    return static_cast<std::uint32_t>(first);
  }

  const World& world_;
  float distance_;
  std::size_t width_;
  const std::uint8_t* takes_ = nullptr;
  const std::vector<std::uint32_t>& names_;
  std::vector<std::uint32_t> row_;
  std::vector<Door> doors_;
  std::size_t most_ = 0;
};

/// What sixteen movers see of the schools near them, by slot, nearest first, and lane.
struct Sight {
  Buffer<Door> door;
  Buffer<std::uint32_t> name, school, words, best;
  Buffer<float> away, utility;
  std::array<std::uint32_t, kLanes> row{}, generation{}, own{};
  std::array<float, kLanes> floor{};
  explicit Sight(std::size_t width)
      : door(width * kLanes),
        name(width * kLanes),
        school(width * kLanes),
        words(4 * width * kLanes),
        best((width - 1) * kLanes),
        away(width * kLanes),
        utility(width * kLanes) {
    floor.fill(kNothing);
  }
};

/// Takes the doors of the first slots apart into columns.
HOMEROOM_WIDE void part(Sight& sight, std::size_t slots) {
  const Door* __restrict door = sight.door.data();
  std::uint32_t* __restrict name = sight.name.data();
  std::uint32_t* __restrict school = sight.school.data();
  float* __restrict away = sight.away.data();
  for (std::size_t cell = 0; cell < slots * kLanes; ++cell) {
    name[cell] = door[cell].school;
    school[cell] = door[cell].school & Door::kRow;
    away[cell] = door[cell].away;
  }
}

/// Makes utilities of the words of the first slots, among `width`. The own school and schools
/// without an offer are worth nothing, and the last slot of all is looked at instead of the own
/// school only.
HOMEROOM_WIDE void value(Sight& sight, std::size_t slots, std::size_t width, float backfill) {
  std::array<std::uint32_t, kLanes> past_own{};
  const std::uint32_t* __restrict own = sight.own.data();
  for (std::size_t slot = 0; slot < slots; ++slot) {
    const std::uint32_t* __restrict name = sight.name.data() + slot * kLanes;
    const float* __restrict away = sight.away.data() + slot * kLanes;
    const std::uint32_t* __restrict school = sight.school.data() + slot * kLanes;
    const std::uint32_t* __restrict taste = sight.words.data() + slot * 4 * kLanes;
    const std::uint32_t* __restrict offered = taste + kLanes;
    float* __restrict utility = sight.utility.data() + slot * kLanes;
    const std::uint32_t too_many = slot + 1 == width;
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      const std::uint32_t is_own = school[lane] == own[lane];
      const std::uint32_t nowhere = school[lane] == kNoSchool;
      const float offer = (name[lane] & Door::kOwnLottery) != 0 ? backfill : 1.0f;
      const std::uint32_t refused = open_unit(offered[lane]) >= offer;
      const std::uint32_t shut = is_own | nowhere | refused | (too_many & (past_own[lane] ^ 1u));
      past_own[lane] |= is_own;
      utility[lane] = shut != 0 ? kNothing : gumbel_from(taste[lane]) - away[lane];
    }
  }
}

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
    std::fill(sight_.utility.begin(), sight_.utility.end(), kNothing);
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
    part(sight_, slots);
    dice_.blocks_of_each(Die::MidYearTarget, year_, sight_.row.data(), sight_.generation.data(),
                         sight_.school.data(), static_cast<int>(slots), sight_.words.data());
    value(sight_, slots, width_, backfill_);
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
