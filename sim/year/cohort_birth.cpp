#include <algorithm>
#include <array>
#include <span>

#include "sim/core/arithmetic.hpp"
#include "sim/core/buffer.hpp"
#include "sim/core/parallel.hpp"
#include "sim/year/cohort.hpp"

namespace homeroom {
namespace {

double unit(std::uint32_t word) { return (static_cast<double>(word) + 0.5) * 0x1p-32; }

std::uint8_t byte_of(double share) {
  return static_cast<std::uint8_t>(clamp_to(share, 0.0, 1.0) * 255.0 + 0.5);
}

double group_gap(const CohortParameters& nature, Group group) {
  switch (group) {
    case Group::Black:
      return nature.black;
    case Group::Hispanic:
      return nature.hispanic;
    case Group::Asian:
      return nature.asian;
    case Group::Other:
      return nature.other;
    case Group::White:
      return 0.0;
  }
  return 0.0;
}

/// Traits that the baseline depends on, as they stand in the lowest bits.
constexpr std::size_t kTraitsOfBaseline = 128;

/// What demographics make of the baseline.
double expected_of(const CohortParameters& nature, std::uint16_t traits) {
  double b = nature.base + group_gap(nature, static_cast<Group>(traits & trait::kGroupMask));
  if (traits & trait::kLowIncome) b += nature.low_income;
  if (traits & trait::kEnglishLearner) b += nature.english_learner;
  if (traits & trait::kSpecialModerate) b += nature.special;
  if (traits & trait::kSpecialSevere) b += nature.severe;
  return b;
}

/// What is left of a spread of 1 when a part of it is shared.
double own_part(double shared) { return sqrt_of(1.0 - shared * shared); }

/// What all births of a year look up; which of its neighbours is poor tells nothing about a child,
/// so that branches would be guessed wrong.
struct BirthTables {
  double ela, engagement, transient;  ///< parts that are not shared
  std::array<double, kTraitsOfBaseline> expected;
  std::array<double, trait::kGroupMask + 1> learner{};  ///< chance of learning English, by group
  std::array<double, 2> information, housing;           ///< means by low income
  BirthTables(const World& world, const CohortParameters& nature);
};

// English learners are more frequent among Hispanic, Asian and other children; founding sets both
// ratios so that the city's share holds.
BirthTables::BirthTables(const World& world, const CohortParameters& nature)
    : ela(own_part(nature.subject_correlation)),
      engagement(own_part(nature.engagement_correlation)),
      transient(own_part(nature.transient_correlation)),
      information{nature.information_mean, nature.information_mean + nature.information_low_income},
      housing{0.5, 0.5 - nature.housing_low_income} {
  for (std::size_t traits = 0; traits < expected.size(); ++traits) {
    expected[traits] = expected_of(nature, static_cast<std::uint16_t>(traits));
  }
  for (std::size_t g = 0; g < learner.size(); ++g) {
    const auto group = static_cast<Group>(g);
    const bool often = group == Group::Hispanic || group == Group::Asian || group == Group::Other;
    learner[g] = world.city.share_english_learner *
                 (often ? world.city.learner_often : world.city.learner_seldom);
  }
}

std::uint16_t drawn_traits(const World& world, const CohortParameters& nature,
                           const BirthTables& tables, std::uint16_t fixed,
                           const std::uint32_t* words) {
  const unsigned kept = fixed & (trait::kGroupMask | trait::kLowIncome | trait::kSibling);
  const double special = unit(words[1]);
  const unsigned learns = unit(words[0]) < tables.learner[kept & trait::kGroupMask];
  const unsigned severe = special < world.city.share_special_severe;
  const unsigned moderate = (special < world.city.share_special) & (severe ^ 1u);
  const unsigned distinct = unit(words[2]) < nature.learner_share;
  return static_cast<std::uint16_t>(
      kept | learns * trait::kEnglishLearner | severe * trait::kSpecialSevere |
      moderate * trait::kSpecialModerate | distinct * trait::kLearner);
}

struct ChildDraws {
  std::uint32_t traits[3];  ///< words: language, special, learner
  // Standard normals.
  float information, individual, ela, engagement, housing;
  float transient[kSubjects];
};

/// The birth dice of many children: three blocks of four words, of which the lanes from
/// kFirstNormal on are read as normals.
class Births {
 public:
  Births(const Dice& dice, int year, std::span<const std::uint32_t> rows)
      : count_(rows.size()), words_(count_ * 12), normals_(count_ * kNormals) {
    Buffer<std::uint32_t> generation(count_);
    std::fill(generation.begin(), generation.end(), static_cast<std::uint32_t>(year));
    std::size_t block = 0;
    for (const Die die : {Die::ChildLanguage, Die::ChildBaseline, Die::ChildShockMath}) {
      std::uint32_t* lanes[4];
      for (std::size_t l = 0; l < 4; ++l) lanes[l] = words_.data() + (4 * block + l) * count_;
      dice.block(die, year, rows.data(), generation.data(), 0, static_cast<int>(count_), lanes);
      ++block;
    }
    normals_from(words_.data() + kFirstNormal * count_, static_cast<int>(normals_.size()),
                 normals_.data());
  }

  ChildDraws of(std::size_t child) const {
    const auto word = [&](std::size_t lane) { return words_[lane * count_ + child]; };
    const auto normal = [&](std::size_t lane) {
      return normals_[(lane - kFirstNormal) * count_ + child];
    };
    return {{word(0), word(1), word(2)}, normal(3), normal(4), normal(5), normal(6), normal(7),
            {normal(8), normal(9)}};
  }

 private:
  static constexpr std::size_t kFirstNormal = 3, kNormals = 7;
  std::size_t count_;
  Buffer<std::uint32_t> words_;
  Buffer<float> normals_;
};

void settle_one(World& world, const CohortParameters& nature, const BirthTables& tables,
                std::size_t row, int year, const ChildDraws& draws) {
  Students& students = world.students;
  students.arrived[row] = static_cast<std::int16_t>(year);
  const std::uint16_t traits =
      drawn_traits(world, nature, tables, students.traits[row], draws.traits);
  students.traits[row] = traits;
  const std::size_t poor = (traits & trait::kLowIncome) != 0;
  students.information[row] =
      byte_of(tables.information[poor] + nature.information_spread * draws.information);
  students.housing[row] = byte_of(tables.housing[poor] + nature.housing_spread * draws.housing);

  const double common = draws.individual;
  const double own = draws.ela;
  const double r = nature.subject_correlation;
  const double ela = r * common + tables.ela * own;
  const std::size_t home = students.home[row];
  const double expected = tables.expected[traits % kTraitsOfBaseline] +
                          nature.poverty * world.places.status[home] +
                          nature.field * world.places.field[home];
  const bool learner = (traits & trait::kEnglishLearner) != 0;
  students.baseline[kMath][row] = static_cast<float>(expected + nature.individual * common);
  students.baseline[kEla][row] = static_cast<float>(expected + nature.individual * ela +
                                                    (learner ? nature.english_learner_ela : 0.0));

  const double e = nature.engagement_correlation;
  const double engaged = e * common + tables.engagement * draws.engagement;
  students.drive[row] = static_cast<std::int8_t>(clamp_to(engaged * 32.0, -127.0, 127.0));
  students.engagement[row] = students.drive[row];

  const double noise = nature.transient * nature.shocks().noise_in(students.grade[row]);
  const double shared = nature.transient_correlation;
  const double luck[kSubjects] = {
      draws.transient[kMath],
      shared * draws.transient[kMath] + tables.transient * draws.transient[kEla]};
  for (int m = 0; m < kSubjects; ++m) {
    students.durable[m][row] = 0.0f;
    students.fleeting[m][row] = 0.0f;
    students.transient[m][row] = static_cast<float>(noise * luck[m]);
    students.score[m][row] = kNoScore;
    students.score_before[m][row] = kNoScore;
  }
  students.school[row] = kNoSchool;
  students.section[row] = 0;
  students.arrival[row] = Arrival::Assigned;
  students.rank[row] = kNoRank;
  students.moved[row] = 0;
}

}  // namespace

void settle_children(World& world, const CohortParameters& nature, const Dice& dice, int year,
                     const std::vector<std::uint32_t>& rows) {
  const BirthTables tables(world, nature);
  for_slices(rows.size(), [&](std::size_t first, std::size_t past, std::size_t) {
    const std::span<const std::uint32_t> here(rows.data() + first, past - first);
    const Births births(dice, year, here);
    for (std::size_t i = 0; i < here.size(); ++i) {
      settle_one(world, nature, tables, here[i], year, births.of(i));
    }
  });
}

}  // namespace homeroom
