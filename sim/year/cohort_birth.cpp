#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/chance/unit_interval.hpp"
#include "sim/core/arithmetic.hpp"
#include "sim/core/buffer.hpp"
#include "sim/core/parallel.hpp"
#include "sim/core/wide.hpp"
#include "sim/year/birth_dice.hpp"
#include "sim/year/birth_tables.hpp"
#include "sim/year/cohort.hpp"

namespace homeroom {
namespace {

inline std::uint8_t byte_of(double share) {
  // By way of a wider number, which vectors know.
  return static_cast<std::uint8_t>(
      static_cast<std::int32_t>(clamp_to(share, 0.0, 1.0) * 255.0 + 0.5));
}

/// Some new children side by side: what their households bring, gathered from the table, and what
/// they are born with.
struct Newborn {
  Buffer<std::uint16_t> traits;   ///< of the household, then the child's own
  Buffer<double> poverty, field;  ///< what the neighbourhood adds to the baseline
  Buffer<double> noise;           ///< SD of v
  Buffer<std::uint8_t> information, housing;
  Buffer<std::int8_t> drive;
  PerSubject<Buffer<float>> baseline, transient;

  Newborn(const Students& students, const BirthTables& tables, std::span<const std::uint32_t> rows)
      : traits(rows.size()),
        poverty(rows.size()),
        field(rows.size()),
        noise(rows.size()),
        information(rows.size()),
        housing(rows.size()),
        drive(rows.size()) {
    for (int m = 0; m < kSubjects; ++m) {
      baseline[m] = Buffer<float>(rows.size());
      transient[m] = Buffer<float>(rows.size());
    }
    for (std::size_t i = 0; i < rows.size(); ++i) traits[i] = students.traits[rows[i]];
    for (std::size_t i = 0; i < rows.size(); ++i) noise[i] = tables.noise[students.grade[rows[i]]];
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const std::size_t home = students.home[rows[i]];
      poverty[i] = tables.poverty[home];
      field[i] = tables.field[home];
    }
  }
};

/// Draws language, special needs and learner type into the traits that a household keeps.
HOMEROOM_WIDE void draw_traits(const CityFacts& city, double learner_share,
                               const BirthTables& tables, const Births& births, Newborn& born) {
  const std::uint32_t* __restrict language = births.language();
  const std::uint32_t* __restrict special = births.special();
  const std::uint32_t* __restrict learner = births.learner();
  const double* __restrict by_group = tables.learner.data();
  const double severe_share = city.share_special_severe, special_share = city.share_special;
  std::uint16_t* __restrict traits = born.traits.data();
  const std::size_t count = births.size();
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t kept =
        traits[i] & (trait::kGroupMask | trait::kLowIncome | trait::kSibling);
    const double needs = unit_interval(special[i]);
    const std::uint32_t learns = unit_interval(language[i]) < by_group[kept & trait::kGroupMask];
    const std::uint32_t severe = needs < severe_share;
    const std::uint32_t moderate =
        static_cast<std::uint32_t>(needs < special_share) & (severe ^ 1u);
    const std::uint32_t distinct = unit_interval(learner[i]) < learner_share;
    traits[i] = static_cast<std::uint16_t>(
        kept | learns * trait::kEnglishLearner | severe * trait::kSpecialSevere |
        moderate * trait::kSpecialModerate | distinct * trait::kLearner);
  }
}

HOMEROOM_WIDE void draw_family(const CohortParameters& nature, const BirthTables& tables,
                               const Births& births, Newborn& born) {
  const std::uint16_t* __restrict traits = born.traits.data();
  const float* __restrict informed = births.information();
  const float* __restrict settled = births.housing();
  std::uint8_t* __restrict information = born.information.data();
  std::uint8_t* __restrict housing = born.housing.data();
  const double information_spread = nature.information_spread;
  const double housing_spread = nature.housing_spread;
  const std::array<double, 2> means = tables.information, homes = tables.housing;
  const std::size_t count = births.size();
  for (std::size_t i = 0; i < count; ++i) {
    const bool poor = (traits[i] & trait::kLowIncome) != 0;
    information[i] = byte_of((poor ? means[1] : means[0]) + information_spread * informed[i]);
    housing[i] = byte_of((poor ? homes[1] : homes[0]) + housing_spread * settled[i]);
  }
}

HOMEROOM_WIDE void draw_child(const CohortParameters& nature, const BirthTables& tables,
                              const Births& births, Newborn& born) {
  const std::uint16_t* __restrict traits = born.traits.data();
  const double* __restrict poverty = born.poverty.data();
  const double* __restrict field = born.field.data();
  const double* __restrict noise = born.noise.data();
  const double* __restrict by_traits = tables.expected.data();
  const float* __restrict individual = births.individual();
  const float* __restrict individual_ela = births.ela();
  const float* __restrict engagement = births.engagement();
  const float* __restrict luck = births.transient(kMath);
  const float* __restrict luck_ela = births.transient(kEla);
  float* __restrict baseline = born.baseline[kMath].data();
  float* __restrict baseline_ela = born.baseline[kEla].data();
  float* __restrict transient = born.transient[kMath].data();
  float* __restrict transient_ela = born.transient[kEla].data();
  std::int8_t* __restrict drive = born.drive.data();
  const double r = nature.subject_correlation, own = tables.ela, spread = nature.individual;
  const double e = nature.engagement_correlation, own_engagement = tables.engagement;
  const double shared = nature.transient_correlation, own_luck = tables.transient;
  const double learner_ela = nature.english_learner_ela;
  const std::size_t count = births.size();
  for (std::size_t i = 0; i < count; ++i) {
    const double common = individual[i];
    const double ela = r * common + own * individual_ela[i];
    const double expected = by_traits[traits[i] % kTraitsOfBaseline] + poverty[i] + field[i];
    const bool learner = (traits[i] & trait::kEnglishLearner) != 0;
    baseline[i] = static_cast<float>(expected + spread * common);
    baseline_ela[i] = static_cast<float>(expected + spread * ela + (learner ? learner_ela : 0.0));
    const double engaged = e * common + own_engagement * engagement[i];
    drive[i] = static_cast<std::int8_t>(
        static_cast<std::int32_t>(clamp_to(engaged * 32.0, -127.0, 127.0)));
    transient[i] = static_cast<float>(noise[i] * luck[i]);
    transient_ela[i] = static_cast<float>(noise[i] * (shared * luck[i] + own_luck * luck_ela[i]));
  }
}

/// Writes new children into their rows, column by column: a column is a stream of its own.
class Writing {
 public:
  explicit Writing(std::span<const std::uint32_t> rows) : rows_(rows) {}
  template <class Value>
  void write(std::vector<Value>& column, const Buffer<Value>& values) const {
    Value* const to = column.data();
    for (std::size_t i = 0; i < rows_.size(); ++i) to[rows_[i]] = values[i];
  }
  template <class Value>
  void fill(std::vector<Value>& column, Value value) const {
    Value* const to = column.data();
    for (const std::uint32_t row : rows_) to[row] = value;
  }

 private:
  std::span<const std::uint32_t> rows_;
};

void write(Students& students, int year, std::span<const std::uint32_t> rows, const Newborn& born) {
  const Writing here(rows);
  here.fill(students.arrived, static_cast<std::int16_t>(year));
  here.write(students.traits, born.traits);
  here.write(students.information, born.information);
  here.write(students.housing, born.housing);
  here.write(students.drive, born.drive);
  here.write(students.engagement, born.drive);
  for (int m = 0; m < kSubjects; ++m) {
    here.write(students.baseline[m], born.baseline[m]);
    here.write(students.transient[m], born.transient[m]);
    here.fill(students.durable[m], 0.0f);
    here.fill(students.fleeting[m], 0.0f);
    here.fill(students.score[m], kNoScore);
    here.fill(students.score_before[m], kNoScore);
  }
  here.fill(students.school, kNoSchool);
  here.fill(students.section, std::uint8_t{0});
  here.fill(students.arrival, Arrival::Assigned);
  here.fill(students.rank, kNoRank);
  here.fill(students.moved, std::uint8_t{0});
}

}  // namespace

void settle_children(World& world, const CohortParameters& nature, const Dice& dice, int year,
                     const std::vector<std::uint32_t>& rows) {
  const BirthTables tables(world, nature);
  for_short_slices(rows.size(), [&](std::size_t first, std::size_t past) {
    const std::span<const std::uint32_t> here(rows.data() + first, past - first);
    const Births births(dice, year, here);
    Newborn born(world.students, tables, here);
    draw_traits(world.city, nature.learner_share, tables, births, born);
    draw_family(nature, tables, births, born);
    draw_child(nature, tables, births, born);
    write(world.students, year, here, born);
  });
}

}  // namespace homeroom
