#include "app/published_outcomes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <tuple>

#include "analysis/panel/panel_builder.hpp"
#include "app/panel_year.hpp"
#include "sim/core/number_from.hpp"
#include "sim/core/words.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/notes.hpp"
#include "sim/vocabulary/grades.hpp"

namespace homeroom::app {
namespace {

using estimators::SchoolOutcome;

constexpr const char* kTable = "published";
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
// The word of the pooled models of one side; keys of models have no blank.
constexpr const char* kOf = "asked for";

const std::vector<std::string> kStatistics = {"estimate", "error", "p"};
const std::vector<std::string> kOutcomes = {"proficiency", "mean_score",  "growth",
                                            "index5",      "value_added", "rating"};
const std::vector<std::string> kSubjects = {"math", "ela"};

/// The place of a word among `known`, or nothing and a fault.
std::optional<std::size_t> place_of(const std::string& word, const std::vector<std::string>& known,
                                    PublishedReading& read) {
  const auto found = std::find(known.begin(), known.end(), word);
  if (found != known.end()) return static_cast<std::size_t>(found - known.begin());
  read.fault = fmt::format("has no \"{}\"", word);
  read.allowed = listed(known);
  read.nearest = nearest_of(word, known);
  return std::nullopt;
}

void read_years(const std::string& text, PublishedReading& read) {
  for (const std::string& word : split_at(text, '+')) {
    const int year = number_from<int>(word).value_or(0);
    if (year < 1000) {
      read.fault = fmt::format("has no year \"{}\"", word);
      read.allowed = "@2015, or @2015+2016";
    }
    read.outcome.years.push_back(year);
  }
}

void read_subjects(const std::string& text, PublishedReading& read) {
  for (const std::string& word : split_at(text, '+')) {
    const auto place = place_of(word, kSubjects, read);
    if (place) read.outcome.subjects.push_back(*place == 0 ? kMath : kEla);
  }
}

void read_sides(const std::string& text, PublishedReading& read) {
  const std::vector<std::string> sides = split_at(text, '-');
  if (sides.size() == 2) {
    read.outcome.of = split_at(sides[0], '+');
    read.outcome.against = split_at(sides[1], '+');
  }
  std::set<std::string> seen;
  bool good = sides.size() == 2;
  for (const auto* side : {&read.outcome.of, &read.outcome.against}) {
    for (const std::string& model : *side)
      good = good && !model.empty() && seen.insert(model).second;
  }
  if (good) return;
  read.fault = fmt::format("compares no models in \"{}\"", text);
  read.allowed = "MODEL-MODEL, or MODEL+MODEL-MODEL, each once";
}

class PublishedReader final : public RunReader {
 public:
  explicit PublishedReader(const std::vector<PublishedOutcome>& outcomes) : outcomes_(outcomes) {}

  void add(const ReplicateRecords& year) override { add_year(builder_, year); }

  std::vector<double> values() override {
    std::vector<double> values;
    for (const PublishedOutcome& outcome : outcomes_) values.push_back(value_of(outcome));
    return values;
  }

 private:
  using Asked = std::tuple<SchoolOutcome, std::vector<int>, std::vector<int>,
                           std::vector<std::string>, std::vector<std::string>, bool>;

  double value_of(const PublishedOutcome& outcome) {
    const Asked asked{outcome.outcome, outcome.subjects, outcome.years,
                      outcome.of,      outcome.against,  outcome.raw};
    const auto known = found_.find(asked);
    const auto& found = known != found_.end()
                            ? known->second
                            : found_.emplace(asked, estimated(outcome)).first->second;
    switch (outcome.statistic) {
      case PublishedStatistic::Estimate:
        return found.estimate;
      case PublishedStatistic::Error:
        return found.error;
      case PublishedStatistic::P:
        break;
    }
    return found.p;
  }

  /// Of one question; NaN where these schools cannot answer it.
  estimators::Coefficient estimated(const PublishedOutcome& outcome) const {
    estimators::Coefficient none;
    none.estimate = none.error = none.p = kNone;
    try {
      const estimators::LinearFit fit = report_regression(builder_.panel(), question_of(outcome));
      const estimators::Coefficient& found = fit.of(std::string("level:") + kOf);
      return found.dropped ? none : found;
    } catch (const std::invalid_argument&) {
      return none;
    } catch (const std::out_of_range&) {
      return none;
    }
  }

  estimators::ReportQuestion question_of(const PublishedOutcome& outcome) const {
    estimators::ReportQuestion question{
        outcome.outcome, outcome.years, outcome.subjects, {}, !outcome.raw};
    if (question.years.empty()) question.years = {builder_.panel().years.back().year};
    question.comparison.reference = outcome.against;
    for (const panel::Year& year : builder_.panel().years) {
      for (const std::string& model : year.schools.model) {
        const bool asked =
            std::find(outcome.of.begin(), outcome.of.end(), model) != outcome.of.end();
        question.comparison.levels[model] = asked ? kOf : model;
      }
    }
    return question;
  }

  const std::vector<PublishedOutcome>& outcomes_;
  panel::PanelBuilder builder_;
  std::map<Asked, estimators::Coefficient> found_;
};

}  // namespace

bool is_published(const std::string& name) { return name.starts_with(std::string(kTable) + "."); }

PublishedReading read_published(const std::string& name) {
  PublishedReading read;
  read.outcome.name = name;
  const std::vector<std::string> halves = split_at(name, '@');
  const std::vector<std::string> parts = split_at(halves[0], '.');
  read.outcome.raw = parts.size() == 6 && parts[5] == "raw";
  if ((parts.size() != 5 && !read.outcome.raw) || halves.size() > 2) {
    read.fault = "is no published outcome";
    read.allowed = "published.STATISTIC.OUTCOME.SUBJECTS.OF-AGAINST[.raw]@YEARS";
    return read;
  }
  if (const auto place = place_of(parts[1], kStatistics, read)) {
    read.outcome.statistic = static_cast<PublishedStatistic>(*place);
  }
  if (const auto place = place_of(parts[2], kOutcomes, read)) {
    read.outcome.outcome = static_cast<SchoolOutcome>(*place);
  }
  read_subjects(parts[3], read);
  read_sides(parts[4], read);
  if (halves.size() == 2) read_years(halves[1], read);
  return read;
}

std::unique_ptr<RunReader> published_reader(const std::vector<PublishedOutcome>& outcomes) {
  return std::make_unique<PublishedReader>(outcomes);
}

}  // namespace homeroom::app
