#include "sim/core/arithmetic.hpp"
#include "sim/core/parallel.hpp"
#include "sim/year/cohort.hpp"

namespace homeroom {
namespace {

double unit(std::uint32_t word) { return (static_cast<double>(word) + 0.5) * 0x1p-32; }

std::uint8_t byte_of(double share) {
  return static_cast<std::uint8_t>(clamp_to(share, 0.0, 1.0) * 255.0 + 0.5);
}

std::uint16_t drawn_traits(const World& world, const CohortParameters& nature, std::uint16_t fixed,
                           const std::uint32_t* words) {
  std::uint16_t traits = fixed & (trait::kGroupMask | trait::kLowIncome | trait::kSibling);
  // English learners are more frequent among Hispanic, Asian and other children; founding sets both
  // ratios so that the city's share holds.
  const auto group = static_cast<Group>(traits & trait::kGroupMask);
  const bool often = group == Group::Hispanic || group == Group::Asian || group == Group::Other;
  const double learner = world.city.share_english_learner *
                         (often ? world.city.learner_often : world.city.learner_seldom);
  if (unit(words[0]) < learner) traits |= trait::kEnglishLearner;
  const double special = unit(words[1]);
  if (special < world.city.share_special_severe) {
    traits |= trait::kSpecialSevere;
  } else if (special < world.city.share_special) {
    traits |= trait::kSpecialModerate;
  }
  if (unit(words[2]) < nature.learner_share) traits |= trait::kLearner;
  return traits;
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

/// What demographics and place make of the baseline, without the individual part.
double expected_baseline(const World& world, const CohortParameters& nature, std::size_t row) {
  const Students& students = world.students;
  const std::size_t home = students.home[row];
  double b = nature.base + group_gap(nature, students.group(row));
  if (students.has(row, trait::kLowIncome)) b += nature.low_income;
  if (students.has(row, trait::kEnglishLearner)) b += nature.english_learner;
  if (students.has(row, trait::kSpecialModerate)) b += nature.special;
  if (students.has(row, trait::kSpecialSevere)) b += nature.severe;
  return b + nature.poverty * world.places.status[home] + nature.field * world.places.field[home];
}

struct ChildWords {
  std::uint32_t traits[4];    ///< language, special, learner, information
  std::uint32_t baseline[4];  ///< individual, ELA part, engagement, housing
  std::uint32_t transient[2];
};

void settle_one(World& world, const CohortParameters& nature, std::size_t row, int year,
                const ChildWords& words) {
  Students& students = world.students;
  students.arrived[row] = static_cast<std::int16_t>(year);
  students.traits[row] = drawn_traits(world, nature, students.traits[row], words.traits);
  const bool poor = students.has(row, trait::kLowIncome);
  students.information[row] =
      byte_of(nature.information_mean + (poor ? nature.information_low_income : 0.0) +
              nature.information_spread * normal_from(words.traits[3]));
  students.housing[row] = byte_of(0.5 + (poor ? -nature.housing_low_income : 0.0) +
                                  0.25 * normal_from(words.baseline[3]));

  const double common = normal_from(words.baseline[0]);
  const double own = normal_from(words.baseline[1]);
  const double r = nature.subject_correlation;
  const double ela = r * common + sqrt_of(1.0 - r * r) * own;
  const double expected = expected_baseline(world, nature, row);
  const bool learner = students.has(row, trait::kEnglishLearner);
  students.baseline[kMath][row] = static_cast<float>(expected + nature.individual * common);
  students.baseline[kEla][row] = static_cast<float>(expected + nature.individual * ela +
                                                    (learner ? nature.english_learner_ela : 0.0));

  const double e = nature.engagement_correlation;
  const double engaged = e * common + sqrt_of(1.0 - e * e) * normal_from(words.baseline[2]);
  students.engagement[row] = static_cast<std::int8_t>(clamp_to(engaged * 32.0, -127.0, 127.0));

  const double noise = nature.transient * (students.grade[row] <= 2 ? nature.early_noise : 1.0);
  for (int m = 0; m < kSubjects; ++m) {
    students.durable[m][row] = 0.0f;
    students.fleeting[m][row] = 0.0f;
    students.transient[m][row] = static_cast<float>(noise * normal_from(words.transient[m]));
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
  const auto born = static_cast<std::uint32_t>(year);
  for_slices(rows.size(), [&](std::size_t first, std::size_t past, std::size_t) {
    const std::size_t count = past - first;
    const std::vector<std::uint32_t> generation(count, born);
    std::vector<std::uint32_t> words(count * 12);
    std::uint32_t* lanes[3][4];
    for (int b = 0; b < 3; ++b) {
      for (int l = 0; l < 4; ++l)
        lanes[b][l] = words.data() + (static_cast<std::size_t>(b * 4 + l)) * count;
    }
    const std::uint32_t* low = rows.data() + first;
    const auto n = static_cast<int>(count);
    dice.block(Die::ChildLanguage, year, low, generation.data(), 0, n, lanes[0]);
    dice.block(Die::ChildBaseline, year, low, generation.data(), 0, n, lanes[1]);
    dice.block(Die::ChildShockMath, year, low, generation.data(), 0, n, lanes[2]);
    for (std::size_t i = 0; i < count; ++i) {
      ChildWords child{};
      for (int l = 0; l < 4; ++l) {
        child.traits[l] = lanes[0][l][i];
        child.baseline[l] = lanes[1][l][i];
      }
      child.transient[0] = lanes[2][0][i];
      child.transient[1] = lanes[2][1][i];
      settle_one(world, nature, low[i], year, child);
    }
  });
}

}  // namespace homeroom
