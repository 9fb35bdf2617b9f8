#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>
#include <set>
#include <stdexcept>

#include "analysis/estimators/linear_text.hpp"
#include "analysis/estimators/matched_comparison.hpp"
#include "analysis/estimators/text_cells.hpp"
#include "app/estimate_models.hpp"
#include "app/estimate_vectors.hpp"
#include "app/estimated.hpp"
#include "sim/core/words.hpp"

namespace homeroom::app {
namespace {

using estimators::MatchedComparison;
using estimators::TwinCandidate;
using Words = std::vector<std::string>;

/// The table's children: schools by number, kinds of like children by number.
class Children {
 public:
  Children(const EstimateOptions& options, const EstimateTable& table)
      : score_(*table.named_by("--twins")),
        before_(*table.named_by("--prior")),
        model_(*table.named_by("--model")),
        model_before_(table.named_by("--model-before")),
        treated_(words_of("--treated", options.treated, model_)),
        reference_(words_of("--reference", options.reference, model_)),
        kind_(kinds_of(table)) {
    const Words &now = table.named_by("--school")->words,
                &then = table.named_by("--school-before")->words;
    Words both = now;
    both.insert(both.end(), then.begin(), then.end());
    const std::vector<int> number = numbers_of(both);
    school_.assign(number.begin(), number.begin() + static_cast<std::ptrdiff_t>(now.size()));
    school_before_.assign(number.begin() + static_cast<std::ptrdiff_t>(now.size()), number.end());
  }

  std::vector<estimators::Twins> with_twins(double caliper) const {
    std::vector<TwinCandidate> asked;
    std::vector<int> kinds;
    estimators::TwinPool pool;
    std::map<int, std::set<int>> feeders;
    for (std::size_t i = 0; i < kind_.size(); ++i) {
      if (school_[i] != school_before_[i]) feeders[school_[i]].insert(school_before_[i]);
      if (is_asked(i)) {
        asked.push_back(child(i));
        kinds.push_back(kind_[i]);
      } else if (may_be_twin(i)) {
        pool.add(child(i), kind_[i]);
      }
    }
    pool.sort_by_score();
    return estimators::twins_of(asked, kinds, feeders, pool, caliper);
  }

 private:
  /// A number for each set of words of --alike.
  static std::vector<int> kinds_of(const EstimateTable& table) {
    std::map<Words, int> seen;
    std::vector<int> kinds;
    const auto alike = table.all_named_by("--alike");
    for (std::size_t i = 0; i < table.lines.size(); ++i) {
      Words words;
      for (const TableColumn* column : alike) words.push_back(column->words[i]);
      kinds.push_back(seen.try_emplace(words, static_cast<int>(seen.size())).first->second);
    }
    return kinds;
  }

  bool is_asked(std::size_t i) const {
    const bool stayed = model_before_ && is_among(model_before_->words[i], treated_);
    return is_among(model_.words[i], treated_) && !stayed;
  }

  bool may_be_twin(std::size_t i) const {
    const bool was = !model_before_ || is_among(model_before_->words[i], reference_);
    return is_among(model_.words[i], reference_) && was;
  }

  TwinCandidate child(std::size_t i) const {
    return {i, i, school_[i], school_before_[i], score_.numbers[i], before_.numbers[i]};
  }

  const TableColumn &score_, &before_, &model_;
  const TableColumn* model_before_;
  Words treated_, reference_;
  std::vector<int> kind_, school_, school_before_;
};

/// Columns of the table, for the rows of some children.
estimators::MatchedControls controls_of(const EstimateTable& table) {
  return [columns = regressors_of(table)](const std::vector<TwinCandidate>& children) {
    std::vector<estimators::Column> some;
    for (const auto& [name, values] : columns) {
      Eigen::VectorXd few(static_cast<Eigen::Index>(children.size()));
      for (std::size_t i = 0; i < children.size(); ++i) {
        few[static_cast<Eigen::Index>(i)] = values[static_cast<Eigen::Index>(children[i].row)];
      }
      some.emplace_back(name, few);
    }
    return some;
  };
}

std::string text_of(const MatchedComparison& found, const std::string& compared, double caliper) {
  using estimators::number_text;
  std::string text = fmt::format(
      "{}: growth of children against that of their twins\n{:>8}  {:>8}  {:>8}  {:>13}  {:>10}  "
      "{:>10}  {:>10}  {:>6}  {:>10}  {:>10}\n",
      compared, "children", "matched", "twins", "twins a child", "plain gap", "estimate",
      "std. error", "p", "95 % low", "high");
  text +=
      fmt::format("{:>8}  {:>8}  {:>8}  {:>13}  {:>10}  {:>10}  {:>10}  {:>6}  {:>10}  {:>10}\n",
                  found.children, found.matched, found.twins, number_text(found.twins_a_child),
                  number_text(found.gap), number_text(found.effect.estimate),
                  number_text(found.effect.error), estimators::p_text(found.effect.p),
                  number_text(found.effect.low), number_text(found.effect.high));
  return text +
         fmt::format("scores before within {:g}, seven twins at most; errors by school\n", caliper);
}

std::string csv_of(const MatchedComparison& found, const std::string& compared) {
  using estimators::csv_cell;
  return fmt::format(
      "compared,children,matched,twins,twins_a_child,gap,estimate,standard_error,t,p,low,high\n"
      "{},{},{},{},{},{},{},{},{},{},{},{}\n",
      csv_cell(compared), found.children, found.matched, found.twins, csv_cell(found.twins_a_child),
      csv_cell(found.gap), csv_cell(found.effect.estimate), csv_cell(found.effect.error),
      csv_cell(found.effect.t), csv_cell(found.effect.p), csv_cell(found.effect.low),
      csv_cell(found.effect.high));
}

}  // namespace

Estimated estimate_twins(const EstimateOptions& options, const EstimateTable& table) {
  for (const std::string& word : words_in(options.treated)) {
    if (!is_among(word, words_in(options.reference))) continue;
    throw std::invalid_argument(
        fmt::format("{} is among --treated and --reference; a child is one or a twin", word));
  }
  refuse_constant(*table.named_by("--twins"), "explain");
  refuse_constant(*table.named_by("--prior"), "match by");
  const double caliper = options.caliper.value_or(estimators::kTwinsWithin);
  const MatchedComparison found = estimators::compare_with_twins(
      Children(options, table).with_twins(caliper), 1.0, controls_of(table));
  const std::string compared =
      fmt::format("{} {} against {}", options.model, fmt::join(options.treated, ","),
                  fmt::join(options.reference, ","));
  Estimated estimated;
  estimated.warnings = found.warnings;
  estimated.text = text_of(found, compared, caliper) + about_bases(table);
  estimated.csv = csv_of(found, compared);
  return estimated;
}

}  // namespace homeroom::app
