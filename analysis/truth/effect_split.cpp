#include "analysis/truth/effect_split.hpp"

#include <map>

#include "analysis/estimators/outcome_weights.hpp"
#include "analysis/truth/effect_estimates.hpp"

namespace homeroom::truth {
namespace {

/// Sums over the tested of one school, by part; the truth holds the gain of the model's children.
struct SchoolParts {
  std::array<double, kParts> sum{};
  int tested = 0;
  int compared = 0;  ///< of these, whom both lives have
  double& at(Part part) { return sum[static_cast<std::size_t>(part)]; }
};

void add_child(const EffectLives& lives, bool of_model, int subject, std::size_t row,
               SchoolParts& school) {
  const LearningYear &with = lives.with.now, &without = lives.without.now;
  ++school.tested;
  const double error = with.score[subject][row] - with.level(subject, row);
  if (!lives.in_both(row)) {  // nothing to compare with: its score is where it starts
    school.at(Part::Start) += with.score[subject][row] - error;
    school.at(Part::Noise) += error;
    return;
  }
  ++school.compared;
  const Path path = lives.paths->of(without, subject, row);
  school.at(Part::Noise) += error + without.passing[subject][row];
  school.at(of_model ? Part::Truth : Part::Congestion) += lives.gain(subject, row);
  school.at(Part::Start) += path.start;
  school.at(Part::Reversion) += path.reversion;
  school.at(Part::Families) += path.own;
  school.at(Part::Choices) += path.choices;
  school.at(Part::Peers) += path.peers;
  school.at(Part::Schools) += path.school;
}

std::map<int, SchoolParts> parts_of_schools(const EffectLives& lives,
                                            const std::vector<Side>& sides) {
  const LearningYear& now = lives.with.now;
  std::map<int, SchoolParts> schools;
  for (std::size_t row = 0; row < now.size(); ++row) {
    const auto school = static_cast<std::size_t>(now.school[row]);
    const bool of_model = school < sides.size() && sides[school] == Side::Model;
    for (int m = 0; m < kSubjects; ++m) {
      if (now.tested(m, row)) add_child(lives, of_model, m, row, schools[now.school[row]]);
    }
  }
  return schools;
}

/// The plain mean of the gain over the model's tested children and subjects; whom the other life
/// does not have has none, as in the truth.
double plain_gain(std::map<int, SchoolParts>& schools, const std::vector<Side>& sides) {
  double sum = 0;
  int compared = 0;
  for (auto& [number, school] : schools) {
    const auto s = static_cast<std::size_t>(number);
    if (s >= sides.size() || sides[s] != Side::Model) continue;
    sum += school.at(Part::Truth);
    compared += school.compared;
  }
  return sum / compared;
}

}  // namespace

double EffectSplit::sum() const {
  double all = 0;
  for (const double one : part) all += one;
  return all;
}

const PartText& text_of(Part part) {
  static const std::array<PartText, kParts> texts = {{
      {"start", "starting level", "score in the spring before the child came to its school"},
      {"reversion", "mean reversion", "what that score had too low or too high"},
      {"families", "selection of families",
       "what children gain or lose whatever their school: the family's drift, what fades, drive"},
      {"choices", "choice and moves",
       "being where they wished to be, a design that suits the child, moves"},
      {"schools", "selection of schools",
       "what the same schools teach any child where they produce as the reference does"},
      {"peers", "peers", "what classmates add where the model's schools produce as the reference"},
      {"congestion", "congestion",
       "what the model does to the children with whom its own are compared"},
      {"noise", "noise", "error of this year's test, and the year's passing state"},
      {"weights", "weights", "schools count by composition, the truth by child"},
      {"truth", "truth", "what the model does to its tested children"},
  }};
  return texts[static_cast<std::size_t>(part)];
}

EffectSplit effect_split(const EffectQuestion& question, const EffectLives& lives) {
  const estimators::LinearModel model = report_on_scores(question, lives.panel);
  const Eigen::VectorXd weight = estimators::outcome_weights(model, column_of(question));
  const std::vector<Side> sides =
      sides_of_schools(lives.panel.years.back().schools, question.model);
  std::map<int, SchoolParts> schools = parts_of_schools(lives, sides);
  EffectSplit split;
  split.estimate = weight.dot(model.y);
  for (Eigen::Index row = 0; row < weight.size(); ++row) {
    SchoolParts& school = schools[model.cluster[static_cast<std::size_t>(row)]];
    for (std::size_t p = 0; p < kParts; ++p)
      split.part[p] += weight[row] * school.sum[p] / school.tested;
  }
  const double truth = plain_gain(schools, sides);
  split.part[static_cast<std::size_t>(Part::Weights)] = split.of(Part::Truth) - truth;
  split.part[static_cast<std::size_t>(Part::Truth)] = truth;
  return split;
}

}  // namespace homeroom::truth
