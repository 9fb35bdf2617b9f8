#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/estimators/lottery_study.hpp"
#include "analysis/estimators/text_cells.hpp"
#include "app/estimate_vectors.hpp"
#include "app/estimated.hpp"

namespace homeroom::app {
namespace {

using estimators::Coefficient;
using estimators::LotteryApplicant;
using estimators::LotteryStudy;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

void refuse_values(const EstimateTable& table, ValueFaults& faults) {
  for (std::size_t i = 0; i < table.lines.size(); ++i) {
    for (const char* option : {"--offer", "--enrolled"}) {
      const TableColumn* flag = table.named_by(option);
      if (!flag || flag->numbers[i] == 0.0 || flag->numbers[i] == 1.0) continue;
      faults.at(i, flag->name, fmt::format("is {:g}", flag->numbers[i]), "0 or 1");
    }
    const TableColumn &chance = *table.named_by("--chance"), &years = *table.named_by("--attended");
    if (chance.numbers[i] < 0.0 || chance.numbers[i] > 1.0) {
      faults.at(i, chance.name, fmt::format("is {:g}", chance.numbers[i]), "chances from 0 to 1");
    }
    if (years.numbers[i] < 0.0) {
      faults.at(i, years.name, fmt::format("is {:g}", years.numbers[i]), "years, 0 and more");
    }
  }
}

/// Rows as applicants. Who is in the table was due to have a score; who has none was lost.
estimators::LotteryApplicants applicants_of(const EstimateTable& table,
                                            const std::vector<estimators::Column>& traits) {
  const TableColumn &outcome = *table.named_by("--lottery"), &offer = *table.named_by("--offer"),
                    &chance = *table.named_by("--chance"), &years = *table.named_by("--attended");
  const TableColumn *enrolled = table.named_by("--enrolled"), *before = table.named_by("--prior"),
                    *within = table.named_by("--within");
  const std::vector<int> cluster = numbers_of(table.clusters);
  const std::vector<int> drawn = within ? numbers_of(within->words) : std::vector<int>{};
  estimators::LotteryApplicants all(table.lines.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    LotteryApplicant& one = all[i];
    one.offer.student = static_cast<int>(i);
    one.offer.grade = within ? drawn[i] : 0;
    one.offer.at_once = one.offer.ever = chance.numbers[i];
    one.offer.offered = one.offer.offered_ever = offer.numbers[i] == 1.0;
    one.baseline = before ? before->numbers[i] : kNone;
    for (const auto& trait : traits) {
      one.trait.push_back(trait.second[static_cast<Eigen::Index>(i)]);
    }
    one.years = years.numbers[i];
    one.enrolled = enrolled ? enrolled->numbers[i] == 1.0 : one.years > 0.0;
    one.outcome = outcome.numbers[i];
    one.due = true;
    one.present = !std::isnan(one.outcome);
    one.classmates = cluster.empty() ? 0 : cluster[i];
  }
  return all;
}

estimators::LotteryQuestion question_of(const EstimateOptions& options,
                                        const std::vector<estimators::Column>& traits) {
  estimators::LotteryQuestion question;
  if (options.chance_as == "linear") question.control = estimators::ScoreControl::Linear;
  if (options.errors == "classical") question.errors = estimators::Errors::Classical;
  if (!options.cluster.empty()) question.errors = estimators::Errors::Clustered;
  question.traits.clear();
  for (const auto& trait : traits) question.traits.push_back(trait.first);
  return question;
}

/// What is told, a line each.
struct Quantity {
  const char* key;
  std::string words;
  Coefficient of;
};

Coefficient alone(double value, double p = kNone) {
  return {"", false, value, kNone, kNone, p, kNone, kNone};
}

std::vector<Quantity> quantities_of(const EstimateOptions& options, const LotteryStudy& study) {
  const bool enrolled = !options.enrolled.empty();
  std::vector<Quantity> all = {
      {"itt", "offer (ITT)", study.itt},
      {"late", "a year attended (LATE)", study.late},
      {"first_years", "offer on years attended", study.first_years},
      {enrolled ? "first_enrolled" : "first_attended",
       enrolled ? "offer on " + options.enrolled : "offer on attending at all",
       study.first_enrolled},
      {"first_f", "F of the offer on years", alone(study.first_f)}};
  if (!options.prior.empty()) {
    all.push_back({"balance", "offer on the score before", study.draw.balance});
  }
  all.push_back({"joint_balance", "F of what was before on the offer",
                 alone(study.draw.joint_balance.f, study.draw.joint_balance.p)});
  all.push_back({"followed", "offer on having a score", study.draw.followed});
  return all;
}

std::string text_of(const std::vector<Quantity>& all, const LotteryStudy& study) {
  using estimators::number_text;
  std::size_t width = 0;
  for (const Quantity& one : all) width = std::max(width, estimators::width_of(one.words));
  std::string text = fmt::format("{}  {:>10}  {:>10}  {:>8}  {:>6}  {:>10}  {:>10}\n",
                                 estimators::padded("", width), "estimate", "std. error", "t", "p",
                                 "95 % low", "high");
  for (const Quantity& one : all) {
    text += fmt::format(
        "{}  {:>10}  {:>10}  {:>8}  {:>6}  {:>10}  {:>10}\n", estimators::padded(one.words, width),
        number_text(one.of.estimate), number_text(one.of.error), number_text(one.of.t),
        estimators::p_text(one.of.p), number_text(one.of.low), number_text(one.of.high));
  }
  text += fmt::format(
      "{} applicants, {} at risk, {} of them compared in {} cell{}; {} alone in "
      "theirs\n",
      study.applicants, study.at_risk, study.used, study.cells, study.cells == 1 ? "" : "s",
      study.alone);
  return text + fmt::format(
                    "with an offer {}, of whom {:.0f} % have a score, {} years attended; "
                    "without {}, {:.0f} %, {}\n",
                    study.offered.children, 100 * study.offered.scored,
                    number_text(study.offered.years), study.not_offered.children,
                    100 * study.not_offered.scored, number_text(study.not_offered.years));
}

std::string csv_of(const std::vector<Quantity>& all, const LotteryStudy& study) {
  using estimators::csv_cell;
  std::string text = "quantity,estimate,standard_error,t,p,low,high\n";
  for (const Quantity& one : all) {
    text += fmt::format("{},{},{},{},{},{},{}\n", one.key, csv_cell(one.of.estimate),
                        csv_cell(one.of.error), csv_cell(one.of.t), csv_cell(one.of.p),
                        csv_cell(one.of.low), csv_cell(one.of.high));
  }
  const std::pair<const char*, int> counts[] = {{"applicants", study.applicants},
                                                {"at_risk", study.at_risk},
                                                {"used", study.used},
                                                {"alone", study.alone},
                                                {"cells", study.cells}};
  for (const auto& [key, count] : counts) text += fmt::format("{},{},,,,,\n", key, count);
  return text;
}

}  // namespace

Estimated estimate_lottery(const EstimateOptions& options, const EstimateTable& table) {
  Estimated estimated;
  ValueFaults faults(options, table);
  refuse_values(table, faults);
  estimated.faults = faults.take();
  if (!estimated.faults.empty()) return estimated;
  refuse_constant(*table.named_by("--lottery"), "explain");
  const std::vector<estimators::Column> traits = regressors_of(table);
  const LotteryStudy study =
      estimators::study_of_applicants(applicants_of(table, traits), question_of(options, traits));
  const std::vector<Quantity> all = quantities_of(options, study);
  estimated.warnings = study.warnings;
  estimated.text = text_of(all, study) + about_bases(table);
  estimated.csv = csv_of(all, study);
  return estimated;
}

}  // namespace homeroom::app
