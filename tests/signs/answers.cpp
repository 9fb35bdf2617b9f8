#include "tests/signs/answers.hpp"

#include <cmath>
#include <stdexcept>

#include "tests/signs/outcomes.hpp"
#include "tests/support/lived_city.hpp"

namespace homeroom::signs {
namespace {

std::vector<Departure> fates(const World& world, const Teachers& before) {
  std::vector<Departure> fate(before.size(), Departure::None);
  for (const TeacherMove& move : world.results.moves) {
    const std::size_t row = move.teacher.row();
    const bool was_here = move.before == TeacherPlace::School && row < before.size();
    if (was_here && before.person[row] == move.person) fate[row] = move.why;
  }
  return fate;
}

std::vector<std::uint8_t> asked_by_row(const World& world) {
  std::vector<std::uint8_t> asked(world.students.size(), 0);
  for (const Application& one : world.results.applications) {
    asked[one.row] |= world.schools.selective[one.school] ? asked::kExamination
                      : one.market == 0                   ? asked::kDistrict
                                                          : asked::kLottery;
  }
  return asked;
}

/// One question, asked year by year.
class Asked {
 public:
  explicit Asked(const Question& question)
      : statistic_(question.statistic),
        outcome_(named(question.outcome)),
        by_(question.by.empty() ? nullptr : named(question.by)),
        where_(question.where.empty() ? nullptr : named(question.where)),
        among_(question.among) {}

  void see(const SeenYear& year) {
    for (std::size_t unit = 0; unit < year.units(outcome_->kind); ++unit) {
      if (!year.is_there(outcome_->kind, unit) || !counts(year, unit)) continue;
      sample_.add(outcome_->look(year, unit), by_ == nullptr ? 0.0 : value(*by_, year, unit));
    }
    sample_.end_year();
  }
  double answer() const { return sample_.take(statistic_); }

 private:
  static const Outcome* named(const std::string& name) {
    const Outcome* found = find_outcome(name);
    if (found == nullptr) throw std::invalid_argument("no outcome " + name);
    return found;
  }
  /// Of the unit, or of the school in which it is.
  double value(const Outcome& other, const SeenYear& year, std::size_t unit) const {
    if (other.kind == outcome_->kind) return other.look(year, unit);
    const SchoolId school = year.school_of(outcome_->kind, unit);
    const bool has = other.kind == Kind::School && school.row() < year.world.schools.size();
    return has ? other.look(year, school.row()) : NAN;
  }
  bool counts(const SeenYear& year, std::size_t unit) const {
    if (where_ != nullptr) {
      const double there = value(*where_, year, unit);
      if (std::isnan(there) || there == 0.0) return false;
    }
    if (among_.empty()) return true;
    const SchoolId school = year.school_of(outcome_->kind, unit);
    return school.row() < year.world.schools.size() &&
           year.law.model(year.world.schools.model[school]).key == among_;
  }

  Statistic statistic_;
  const Outcome *outcome_, *by_, *where_;
  std::string among_;
  Sample sample_;
};

}  // namespace

std::vector<double> answers_of(const Scenario& scenario, std::uint32_t replicate,
                               const std::set<Question>& questions) {
  std::vector<Asked> asked(questions.begin(), questions.end());
  testing::LivedCity city(scenario, replicate);
  while (city.pass_year()) {
    if (city.world().year < scenario.run.first_year) continue;
    const SeenYear year = {city.world(),
                           scenario.law,
                           city.before(),
                           city.teachers_before(),
                           city.tests(),
                           fates(city.world(), city.teachers_before()),
                           asked_by_row(city.world())};
    for (Asked& one : asked) one.see(year);
  }
  std::vector<double> answers;
  for (const Asked& one : asked) answers.push_back(one.answer());
  return answers;
}

}  // namespace homeroom::signs
