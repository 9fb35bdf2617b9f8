#include "analysis/truth/children.hpp"

#include <cmath>
#include <limits>

namespace homeroom::truth {

namespace {

constexpr int kBlack = 0, kHispanic = 1, kWhite = 2;  // among the words of students.csv

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

struct Kind {
  const char *name, *what;
};
constexpr Kind kKinds[4] = {{"level_math", "true achievement in mathematics"},
                            {"level_ela", "true achievement in ELA"},
                            {"score_math", "measured score in mathematics"},
                            {"score_ela", "measured score in ELA"}};

std::vector<ChildMeasure> listed() {
  std::vector<ChildMeasure> all;
  for (const Kind& kind : kKinds) {
    all.push_back({kind.name, std::string("mean ") + kind.what + " of the model's children"});
  }
  for (const Gap& gap : gaps()) {
    for (const Kind& kind : kKinds) {
      all.push_back({"gap_" + std::string(gap.name) + "_" + kind.name,
                     std::string(kind.what) + ", " + std::string(gap.meaning)});
    }
  }
  for (int subject = 0; subject < 2; ++subject) {
    all.push_back({std::string("own_") + kKinds[subject].name,
                   std::string("mean ") + kKinds[subject].what +
                       " of the children whom the model has in the base, wherever they are now"});
  }
  return all;
}

}  // namespace

const std::vector<Gap>& gaps() {
  static const std::vector<Gap> all = {
      {"low_income", "mean of other children less that of children of low income"},
      {"black_white", "mean of White less that of Black children"},
      {"hispanic_white", "mean of White less that of Hispanic children"},
      {"english_learner", "mean of other children less that of English learners"},
      {"special_education", "mean of other children less that of children in special education"}};
  return all;
}

const std::vector<ChildMeasure>& child_measures() {
  static const std::vector<ChildMeasure> all = listed();
  return all;
}

void ChildSums::add_to(int side, const Child& child) {
  for (int kind = 0; kind < 4; ++kind) {
    if (std::isnan(child.value[kind])) continue;
    sum_[side][kind] += child.value[kind];
    ++count_[side][kind];
  }
}

void ChildSums::add(const Child& child) {
  add_to(0, child);
  // Sides 2 g + 1 and 2 g + 2 of gap g: those ahead, and those of the group.
  add_to(child.low_income ? 2 : 1, child);
  if (child.group == kBlack) add_to(4, child);
  if (child.group == kHispanic) add_to(6, child);
  if (child.group == kWhite) {
    add_to(3, child);
    add_to(5, child);
  }
  add_to(child.english_learner ? 8 : 7, child);
  add_to(child.special_education ? 10 : 9, child);
}

std::vector<double> ChildSums::values() const {
  const auto mean = [&](int side, int kind) {
    return count_[side][kind] > 0 ? sum_[side][kind] / count_[side][kind] : kUnknown;
  };
  std::vector<double> all;
  for (int kind = 0; kind < 4; ++kind) all.push_back(mean(0, kind));
  for (int gap = 0; gap < static_cast<int>(gaps().size()); ++gap) {
    for (int kind = 0; kind < 4; ++kind) {
      all.push_back(mean(2 * gap + 1, kind) - mean(2 * gap + 2, kind));
    }
  }
  all.resize(child_measures().size(), kUnknown);
  return all;
}

}  // namespace homeroom::truth
