#include <span>

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

struct ChildDraws {
  std::uint32_t traits[3];  ///< words: language, special, learner
  // Standard normals.
  float information, individual, ela, engagement, housing;
  float transient[kSubjects];
};

/// The birth dice of many children: three blocks of four words.
class Births {
 public:
  Births(const Dice& dice, int year, std::span<const std::uint32_t> rows)
      : count_(rows.size()), words_(count_ * 12), normals_(words_.size()) {
    const std::vector<std::uint32_t> generation(count_, static_cast<std::uint32_t>(year));
    std::size_t block = 0;
    for (const Die die : {Die::ChildLanguage, Die::ChildBaseline, Die::ChildShockMath}) {
      std::uint32_t* lanes[4];
      for (std::size_t l = 0; l < 4; ++l) lanes[l] = words_.data() + (4 * block + l) * count_;
      dice.block(die, year, rows.data(), generation.data(), 0, static_cast<int>(count_), lanes);
      ++block;
    }
    normals_from(words_.data(), static_cast<int>(words_.size()), normals_.data());
  }

  ChildDraws of(std::size_t child) const {
    const auto word = [&](std::size_t lane) { return words_[lane * count_ + child]; };
    const auto normal = [&](std::size_t lane) { return normals_[lane * count_ + child]; };
    return {{word(0), word(1), word(2)}, normal(3), normal(4), normal(5), normal(6), normal(7),
            {normal(8), normal(9)}};
  }

 private:
  std::size_t count_;
  std::vector<std::uint32_t> words_;
  std::vector<float> normals_;
};

/// What is left of a spread of 1 when a part of it is shared.
double own_part(double shared) { return sqrt_of(1.0 - shared * shared); }

/// The roots that every child's numbers want, taken once.
struct OwnParts {
  double ela, engagement, transient;
  explicit OwnParts(const CohortParameters& nature)
      : ela(own_part(nature.subject_correlation)),
        engagement(own_part(nature.engagement_correlation)),
        transient(own_part(nature.transient_correlation)) {}
};

void settle_one(World& world, const CohortParameters& nature, const OwnParts& own_parts,
                std::size_t row, int year, const ChildDraws& draws) {
  Students& students = world.students;
  students.arrived[row] = static_cast<std::int16_t>(year);
  students.traits[row] = drawn_traits(world, nature, students.traits[row], draws.traits);
  const bool poor = students.has(row, trait::kLowIncome);
  students.information[row] =
      byte_of(nature.information_mean + (poor ? nature.information_low_income : 0.0) +
              nature.information_spread * draws.information);
  students.housing[row] = byte_of(0.5 + (poor ? -nature.housing_low_income : 0.0) +
                                  nature.housing_spread * draws.housing);

  const double common = draws.individual;
  const double own = draws.ela;
  const double r = nature.subject_correlation;
  const double ela = r * common + own_parts.ela * own;
  const double expected = expected_baseline(world, nature, row);
  const bool learner = students.has(row, trait::kEnglishLearner);
  students.baseline[kMath][row] = static_cast<float>(expected + nature.individual * common);
  students.baseline[kEla][row] = static_cast<float>(expected + nature.individual * ela +
                                                    (learner ? nature.english_learner_ela : 0.0));

  const double e = nature.engagement_correlation;
  const double engaged = e * common + own_parts.engagement * draws.engagement;
  students.drive[row] = static_cast<std::int8_t>(clamp_to(engaged * 32.0, -127.0, 127.0));
  students.engagement[row] = students.drive[row];

  const double noise = nature.transient * nature.shocks().noise_in(students.grade[row]);
  const double shared = nature.transient_correlation;
  const double luck[kSubjects] = {
      draws.transient[kMath],
      shared * draws.transient[kMath] + own_parts.transient * draws.transient[kEla]};
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
  const OwnParts own_parts(nature);
  for_slices(rows.size(), [&](std::size_t first, std::size_t past, std::size_t) {
    const std::span<const std::uint32_t> here(rows.data() + first, past - first);
    const Births births(dice, year, here);
    for (std::size_t i = 0; i < here.size(); ++i) {
      settle_one(world, nature, own_parts, here[i], year, births.of(i));
    }
  });
}

}  // namespace homeroom
