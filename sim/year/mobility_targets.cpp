#include <algorithm>
#include <array>
#include <span>
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

std::vector<std::uint16_t> by_distance(const World& world, std::size_t home) {
  std::vector<std::pair<float, std::uint16_t>> order;
  for (std::size_t s = 0; s < world.schools.size(); ++s) {
    if (!world.schools.is_open(SchoolId{s})) continue;
    order.emplace_back(world.distance(home, SchoolId{s}), static_cast<std::uint16_t>(s));
  }
  std::sort(order.begin(), order.end());
  std::vector<std::uint16_t> schools;
  for (const auto& [km, school] : order) schools.push_back(school);
  return schools;
}

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
    const auto order = by_distance(world, home);
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

/// Ranks the schools near one mover.
class TargetRanking {
 public:
  TargetRanking(const World& world, const MobilityParameters& nature, const Dice& dice,
                const Near& near)
      : world_(world),
        nature_(nature),
        dice_(dice),
        near_(near),
        school_(near.width),
        words_(near.width),
        best_(near.width),
        away_(near.width),
        utility_(near.width) {}

  void write(std::size_t row, std::uint16_t* target) {
    const std::size_t count = gather(row);
    dice_.alternatives(Die::MidYearTarget, world_.year, who(row), school_.data(),
                       static_cast<int>(count), words_.data());
    gumbels_from(words_.data(), static_cast<int>(near_.width), utility_.data());
    for (std::size_t i = 0; i < count; ++i) utility_[i] -= away_[i];
    mechanism::top_choices(std::span(utility_).first(count), std::span(best_).first(count));
    for (std::size_t i = 0; i < near_.width; ++i) {
      target[i] = i < count ? static_cast<std::uint16_t>(school_[best_[i]]) : kNoSchool;
    }
  }

 private:
  std::uint64_t who(std::size_t row) const {
    return who_of(static_cast<std::uint32_t>(row), world_.students.generation(row));
  }

  std::size_t gather(std::size_t row) {
    const Students& students = world_.students;
    const std::size_t at = near_.row(students.home[row], students.grade[row]);
    const std::uint16_t* near = near_.school.data() + at;
    std::size_t count = 0;
    for (std::size_t i = 0; i < near_.width && near[i] != kNoSchool; ++i) {
      if (near[i] == students.school[row] || count + 1 == near_.width) continue;
      if (near_.by_lottery[near[i]] &&
          !dice_.happens(nature_.backfill, Die::Backfill, world_.year, who(row), near[i])) {
        continue;
      }
      away_[count] = near_.away[at + i];
      school_[count++] = near[i];
    }
    return count;
  }

  const World& world_;
  const MobilityParameters& nature_;
  const Dice& dice_;
  const Near& near_;
  std::vector<std::uint32_t> school_, words_, best_;
  std::vector<float> away_, utility_;
};

}  // namespace

void rank_targets(const World& world, const Law& law, const MobilityParameters& nature,
                  const Dice& dice, Movers& movers) {
  const Near near = find_near(world, law, nature);
  movers.width = near.width;
  movers.target.resize(movers.size() * near.width);
  for_slices(movers.size(), [&](std::size_t first, std::size_t past, std::size_t) {
    TargetRanking ranking(world, nature, dice, near);
    for (std::size_t i = first; i < past; ++i) {
      ranking.write(movers.row[i], movers.target.data() + i * near.width);
    }
  });
}

}  // namespace homeroom
