#include "sim/year/choice_priorities.hpp"

#include "sim/core/arithmetic.hpp"
#include "sim/core/contracts.hpp"
#include "sim/core/parallel.hpp"
#include "sim/year/child_dice.hpp"
#include "sim/year/choice_wishes.hpp"

namespace homeroom::choice {
namespace {

/// Scores within these many SD of the state's mean keep their order.
constexpr float kScoreLimit = 8.0f;

/// Who of some neighbouring families sits the examination; without branches, since its neighbours
/// tell nothing about a family.
struct Sitting {
  std::vector<std::uint32_t> family, row;

  Sitting(const Families& families, std::size_t first, std::size_t past)
      : family(past - first), row(past - first) {
    std::size_t count = 0;
    for (std::size_t f = first; f < past; ++f) {
      family[count] = static_cast<std::uint32_t>(f);
      row[count] = families.row[f];
      count += families.has(f, wish::kExam);
    }
    family.resize(count);
    row.resize(count);
  }
};

/// Results of those who sit the examination, by family; the best score gives the smallest number.
std::vector<std::uint32_t> examinations(const World& world, const ChoiceParameters& nature,
                                        const Dice& dice, const Families& families) {
  std::vector<std::uint32_t> results(families.size());
  for_slices(families.size(), [&](std::size_t first, std::size_t past, std::size_t) {
    const Sitting sitting(families, first, past);
    const auto noises = ChildDice(world, dice, Die::ExamScore, sitting.row).normals(Die::ExamScore);
    for (std::size_t i = 0; i < sitting.row.size(); ++i) {
      const auto noise = static_cast<float>(static_cast<double>(noises[i]) * nature.exam_noise);
      const float score =
          clamp_to(score_of(world.students, sitting.row[i]) + noise, -kScoreLimit, kScoreLimit);
      // 2^27 steps per SD fit into the 32 bits.
      results[sitting.family[i]] = static_cast<std::uint32_t>((kScoreLimit - score) * 134217728.0);
    }
  });
  return results;
}

}  // namespace

Priorities::Priorities(const World& world, const Law& law, const ChoiceParameters& nature,
                       const Dice& dice, const Zones& zones, const SchoolsSeen& seen,
                       const Families& families)
    : world_(world),
      dice_(dice),
      zones_(zones),
      seen_(seen),
      families_(families),
      tie_breaking_(law.choice.tie_breaking),
      sibling_priority_(law.choice.sibling_priority.in(world.year)),
      examination_(examinations(world, nature, dice, families)) {
  HOMEROOM_EXPECT(world.students.size() < (std::size_t{1} << kDrawAt));
}

float Priorities::draw_of(std::uint64_t priority) {
  return open_unit(static_cast<std::uint32_t>(priority >> kDrawAt));
}

std::uint32_t Priorities::own_tie_breaker(std::size_t family, std::size_t school) const {
  return dice_.word(Die::Lottery, world_.year, families_.who(family),
                    static_cast<std::uint32_t>(school) + 1);
}

std::uint64_t Priorities::lottery(std::size_t family, std::size_t school) const {
  const bool brother = families_.sibling[family] == school;
  return key(brother ? Served::Sibling : Served::Others,
             dice_.word(Die::LotteryOwn, world_.year, families_.who(family),
                        static_cast<std::uint32_t>(school)),
             family);
}

void Priorities::lotteries(std::span<const Entrant> entrants, const std::uint32_t* entrant,
                           const std::vector<std::uint8_t>& drawing,
                           mechanism::Market& market) const {
  static_assert(static_cast<std::uint32_t>(Die::LotteryOwn) % 4 == 0);
  const std::size_t lines = market.choice.size();
  Buffer<std::uint32_t> line(lines), row(lines), generation(lines), school(lines);
  std::size_t count = 0;
  for (std::size_t i = 0; i < lines; ++i) {
    line[count] = static_cast<std::uint32_t>(i);
    row[count] = entrants[entrant[i]].row;
    generation[count] = entrants[entrant[i]].generation;
    school[count] = market.choice[i];
    count += drawing[market.choice[i]];
  }
  Buffer<std::uint32_t> drawn(count), other(count);
  std::uint32_t* const lanes[4] = {drawn.data(), other.data(), other.data(), other.data()};
  dice_.block_of_each(Die::LotteryOwn, world_.year, row.data(), generation.data(), school.data(),
                      static_cast<int>(count), lanes);
  market.priority.assign(lines, 0);
  for (std::size_t i = 0; i < count; ++i) {
    const bool brother = entrants[entrant[line[i]]].sibling == school[i];
    market.priority[line[i]] = key_of(brother ? Served::Sibling : Served::Others, drawn[i], row[i]);
  }
}

std::uint64_t Priorities::leftover(std::size_t family, SchoolId zoned) const {
  const bool brother = zoned && sibling(family, zoned.row());
  return key(brother ? Served::Sibling : Served::Others, families_.lottery[family], family);
}

}  // namespace homeroom::choice
