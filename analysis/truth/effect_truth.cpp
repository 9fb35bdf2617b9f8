#include "analysis/truth/effect_truth.hpp"

#include <array>
#include <limits>
#include <stdexcept>

#include "analysis/estimators/panel_years.hpp"

namespace homeroom::truth {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
/// The three sides, then the whole city, then the model's children whom both lives seat alike.
constexpr std::size_t kSides = 4, kGroups = 5;

struct Mean {
  double sum = 0;
  int count = 0;
  void add(double value) {
    sum += value;
    ++count;
  }
  double value() const { return count > 0 ? sum / count : kUnknown; }
};

/// A school in one life.
struct SchoolMeans {
  Mean level, growth;
};

class Truth {
 public:
  Truth(const EffectQuestion& question, const EffectLives& lives)
      : question_(question),
        lives_(lives),
        side_(sides_in(question.year)),
        side_before_(sides_in(question.year - 1)),
        with_(side_.size()),
        without_(side_.size()) {}

  EffectTruth found() {
    for (std::size_t row = 0; row < lives_.with.now.size(); ++row) {
      if (lives_.in_both(row)) {
        add_child(row);
      } else {
        ++truth_.absent;
      }
    }
    truth_.elsewhere = elsewhere_.value();
    for (int m = 0; m < kSubjects; ++m) add_matched(m);
    write_children();
    write_offers();
    write_schools();
    return truth_;
  }

 private:
  std::vector<Side> sides_in(int year) const {
    return sides_of_schools(estimators::year_of(lives_.panel, year).schools, question_.model);
  }
  static Side at(const std::vector<Side>& sides, int school) {
    const auto s = static_cast<std::size_t>(school);
    return s < sides.size() ? sides[s] : Side::None;
  }

  double growth(const TwoSprings& life, int subject, std::size_t row) const {
    return growth_in(life.before, life.now, question_.rates, subject, row);
  }

  void add_child(std::size_t row) {
    const LearningYear &with = lives_.with.now, &without = lives_.without.now;
    double level[2] = {}, grown[2] = {};  // with, without
    for (int m = 0; m < kSubjects; ++m) {
      level[0] += with.level(m, row) / kSubjects;
      level[1] += without.level(m, row) / kSubjects;
      grown[0] += growth(lives_.with, m, row) / kSubjects;
      grown[1] += growth(lives_.without, m, row) / kSubjects;
    }
    const Side side = at(side_, with.school[row]);
    for (const std::size_t s : groups_of(side, with.school[row] == without.school[row])) {
      level_[s].add(level[0] - level[1]);
      growth_[s].add(grown[0] - grown[1]);
      add_proficiency(row, s);
    }
    add_to_school(with_, with.school[row], level[0], grown[0]);
    add_to_school(without_, without.school[row], level[1], grown[1]);
    if (side == Side::Model) add_model_child(row, grown[0] - grown[1]);
  }

  void add_proficiency(std::size_t row, std::size_t side) {
    for (int m = 0; m < kSubjects; ++m) {
      const LearningYear &with = lives_.with.now, &without = lives_.without.now;
      if (!with.tested(m, row) || !without.tested(m, row)) continue;
      const auto proficient = [&](const LearningYear& year) {
        return year.score[m][row] >= question_.cuts[m] ? 100.0 : 0.0;
      };
      proficiency_[side].add(proficient(with) - proficient(without));
    }
  }

  void add_model_child(std::size_t row, double grown) {
    const LearningYear &now = lives_.with.now, &before = lives_.with.before;
    ++truth_.children;
    elsewhere_.add(now.school[row] != lives_.without.now.school[row]);
    truth_.tested += now.tested(kMath, row) || now.tested(kEla, row);
    const bool same = before.arrived[row] == now.arrived[row];
    const bool newcomer = same && at(side_before_, before.school[row]) != Side::Model;
    bool both = same;
    for (int m = 0; m < kSubjects; ++m) {
      if (now.tested(m, row)) tested_.add(lives_.gain(m, row));
      const bool twice = same && now.tested(m, row) && before.tested(m, row);
      both = both && twice;
      if (!newcomer || !twice) continue;
      newcomers_[m].add(growth(lives_.with, m, row) - growth(lives_.without, m, row));
    }
    if (both) growth_tested_.add(grown);
  }

  /// The children of a matched comparison; a row of the panel's year is a child's seat.
  void add_matched(int subject) {
    Mean share, growth_of;
    for (const estimators::Twins& one : twins(subject)) {
      share.add(one.twins.empty() ? 0.0 : 1.0);
      const std::size_t row = one.child.row;
      if (one.twins.empty() || !lives_.in_both(row)) continue;
      growth_of.add(growth(lives_.with, subject, row) - growth(lives_.without, subject, row));
    }
    truth_.matched[subject] = share.value();
    put(subject == kMath ? Estimand::GrowthMatchedMath : Estimand::GrowthMatchedEla,
        growth_of.value());
  }
  std::vector<estimators::Twins> twins(int subject) const {
    try {
      return estimators::virtual_twins(lives_.panel, twin_question(question_, subject));
    } catch (const std::invalid_argument&) {  // told by the estimate
      return {};
    }
  }

  static void add_to_school(std::vector<SchoolMeans>& schools, int school, double level,
                            double grown) {
    const auto s = static_cast<std::size_t>(school);
    if (s >= schools.size()) return;  // a school of the other life alone
    schools[s].level.add(level);
    schools[s].growth.add(grown);
  }

  void put(Estimand estimand, double value) {
    truth_.value[static_cast<std::size_t>(estimand)] = value;
  }

  void write_children() {
    for (std::size_t s = 0; s < kSides; ++s) {
      const auto first = static_cast<std::size_t>(Estimand::Level) + 3u * s;
      truth_.value[first] = level_[s].value();
      truth_.value[first + 1] = growth_[s].value();
      truth_.value[first + 2] = proficiency_[s].value();
    }
    put(Estimand::LevelSeated, level_[kSides].value());
    put(Estimand::GrowthSeated, growth_[kSides].value());
    put(Estimand::ProficiencySeated, proficiency_[kSides].value());
    put(Estimand::LevelTested, tested_.value());
    put(Estimand::GrowthTested, growth_tested_.value());
    put(Estimand::GrowthNewcomersMath, newcomers_[kMath].value());
    put(Estimand::GrowthNewcomersEla, newcomers_[kEla].value());
  }

  void write_offers() {
    const OfferYear none = {0, 0, kUnknown, {}, {kUnknown, kUnknown}, {}};
    const OfferYear& of = lives_.offers ? *lives_.offers : none;
    put(Estimand::OfferMath, of.taught[kMath]);
    put(Estimand::OfferEla, of.taught[kEla]);
    truth_.attended = of.attended;
    const bool attended = of.attended != 0.0;
    put(Estimand::YearMath, attended ? of.taught[kMath] / of.attended : kUnknown);
    put(Estimand::YearEla, attended ? of.taught[kEla] / of.attended : kUnknown);
  }

  /// A school that one life does not have is compared with nothing.
  void write_schools() {
    std::array<SchoolMeans, kSides> means;
    for (std::size_t school = 0; school < side_.size(); ++school) {
      if (side_[school] == Side::None) continue;
      truth_.schools += side_[school] == Side::Model;
      if (with_[school].level.count == 0 || without_[school].level.count == 0) continue;
      for (const std::size_t s : groups_of(side_[school], false)) {
        SchoolMeans& mean = means[s];
        mean.level.add(with_[school].level.value() - without_[school].level.value());
        mean.growth.add(with_[school].growth.value() - without_[school].growth.value());
      }
    }
    for (std::size_t s = 0; s < kSides; ++s) {
      const auto first = static_cast<std::size_t>(Estimand::SchoolsLevel) + 2u * s;
      truth_.value[first] = means[s].level.value();
      truth_.value[first + 1] = means[s].growth.value();
    }
  }
  /// Its side's, the city's, and that of children whom both lives seat alike.
  static std::vector<std::size_t> groups_of(Side side, bool seated) {
    std::vector<std::size_t> groups = {static_cast<std::size_t>(Side::None)};
    if (side != Side::None) groups.push_back(static_cast<std::size_t>(side));
    if (side == Side::Model && seated) groups.push_back(kSides);
    return groups;
  }

  const EffectQuestion& question_;
  const EffectLives& lives_;
  std::vector<Side> side_, side_before_;
  std::vector<SchoolMeans> with_, without_;
  std::array<Mean, kGroups> level_, growth_, proficiency_;
  Mean tested_, growth_tested_, elsewhere_;
  PerSubject<Mean> newcomers_;
  EffectTruth truth_;
};

static_assert(static_cast<int>(Side::None) == 3, "the city stands where schools of no side would");

}  // namespace

estimators::TwinQuestion twin_question(const EffectQuestion& question, int subject) {
  return {question.year - 1, question.year, subject, {question.model}, {question.reference}, true};
}

EffectTruth effect_truth(const EffectQuestion& question, const EffectLives& lives) {
  return Truth(question, lives).found();
}

}  // namespace homeroom::truth
