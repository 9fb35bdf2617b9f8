#include "app/studied_outcomes.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>

#include "analysis/probes/lasting.hpp"
#include "analysis/probes/lowest_schools.hpp"
#include "analysis/probes/raw_change.hpp"
#include "app/published_outcomes.hpp"
#include "sim/core/number_from.hpp"
#include "sim/core/words.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/notes.hpp"

namespace homeroom::app {
namespace {

using probes::Contrast;
using probes::Studied;

const std::vector<std::string> kKinds = {"gap", "lowest", "change", "lasting", "friction"};
const std::vector<std::string> kForms = {
    "studied.gap.VARIANT.STATISTIC.OUTCOME.SUBJECTS.OF-AGAINST@YEARS",
    "studied.lowest.PERCENT.STATISTIC.OUTCOME.SUBJECTS@CHOSEN+FROM+TO",
    "studied.change.MEMBERS.OUTCOME.SUBJECTS.OF-AGAINST@FROM+TO",
    "studied.lasting.STATISTIC.MODELS@YEARS", "studied.friction.PERCENT.MODELS@YEARS"};
const std::vector<std::string> kStatistics = {"estimate", "error", "p", "degrees"};
const std::vector<std::string> kLasting = {"open", "yearly", "survival"};

double value_of(const Studied& studied, std::size_t statistic) {
  const double values[] = {studied.estimate, studied.error, studied.p, studied.degrees};
  return values[statistic];
}

/// Reads one name, part by part.
class NameReader {
 public:
  explicit NameReader(const std::string& name) {
    read_.outcome.name = name;
    const std::vector<std::string> halves = split_at(name, '@');
    parts_ = split_at(halves[0], '.');
    whole_ = halves.size() <= 2;
    if (halves.size() == 2) years_text_ = halves[1];
  }

  StudiedReading read() {
    const std::string word = parts_.size() > 1 ? parts_[1] : "";
    const auto kind = place_of(word, kKinds);
    if (!kind) return std::move(read_);
    form_ = kForms[*kind];
    if (!whole_) refuse("is no studied outcome");
    switch (*kind) {
      case 0:
        read_gap();
        break;
      case 1:
        read_lowest();
        break;
      case 2:
        read_change();
        break;
      case 3:
        read_lasting();
        break;
      default:
        read_friction();
    }
    return std::move(read_);
  }

 private:
  void refuse(const std::string& what) {
    if (!read_.fault.empty()) return;
    read_.fault = what;
    read_.allowed = form_;
  }

  std::optional<std::size_t> place_of(const std::string& word,
                                      const std::vector<std::string>& known) {
    const auto found = std::find(known.begin(), known.end(), word);
    if (found != known.end()) return static_cast<std::size_t>(found - known.begin());
    if (read_.fault.empty()) {
      read_.fault = fmt::format("has no \"{}\"", word);
      read_.allowed = listed(known);
      read_.nearest = nearest_of(word, known);
    }
    return std::nullopt;
  }

  std::optional<int> number_in(const std::string& word) {
    if (const auto number = number_from<int>(word); number && *number > 0) return number;
    refuse(fmt::format("has no number \"{}\"", word));
    return std::nullopt;
  }

  std::vector<int> numbers() {
    std::vector<int> all;
    if (years_text_.empty()) return all;
    for (const std::string& word : split_at(years_text_, '+')) {
      if (const auto number = number_in(word)) all.push_back(*number);
    }
    return all;
  }

  bool has_parts(std::size_t count) {
    if (parts_.size() != count) refuse("is no studied outcome");
    return parts_.size() == count;
  }

  /// What stands from a part on is as of the report's regression.
  Contrast contrast_from(std::size_t part) {
    std::vector<std::string> rest(parts_.begin() + static_cast<std::ptrdiff_t>(part), parts_.end());
    const std::string at = years_text_.empty() ? "" : "@" + years_text_;
    PublishedReading published =
        read_published(fmt::format("published.estimate.{}{}", fmt::join(rest, "."), at));
    if (!published.fault.empty() && read_.fault.empty()) {
      read_.fault = published.fault;
      read_.allowed = published.allowed;
      read_.nearest = published.nearest;
    }
    PublishedOutcome& one = published.outcome;
    read_.outcome.models = one.of;
    read_.outcome.models.insert(read_.outcome.models.end(), one.against.begin(), one.against.end());
    read_.outcome.years = one.years;
    return {one.outcome, one.subjects, one.years, one.of, one.against};
  }

  /// Raw numbers are there of outcomes that are means of children alone.
  void refuse_other_outcomes(estimators::SchoolOutcome outcome) {
    using estimators::SchoolOutcome;
    const bool known = outcome == SchoolOutcome::Proficiency ||
                       outcome == SchoolOutcome::MeanScore ||
                       outcome == SchoolOutcome::MedianGrowth;
    if (known || !read_.fault.empty()) return;
    read_.fault = "is of another outcome";
    read_.allowed = "proficiency, mean_score, growth";
  }

  void read_gap() {
    if (!has_parts(7)) return;
    const auto variant = place_of(parts_[2], probes::variant_words());
    const auto statistic = place_of(parts_[3], kStatistics);
    const Contrast contrast = contrast_from(4);
    if (!read_.fault.empty()) return;
    read_.outcome.value = [contrast, how = static_cast<probes::Variant>(*variant),
                           which = *statistic](const StudiedRun& run) {
      Contrast asked = contrast;
      if (asked.years.empty()) asked.years = {run.panel.years.back().year};
      return value_of(probes::study(run.panel, asked, how), which);
    };
  }

  void read_lowest() {
    if (!has_parts(6)) return;
    const auto percent_and_years = split_at(parts_[2], 'x');
    const auto percent = number_in(percent_and_years[0]);
    const auto rated = percent_and_years.size() > 1 ? number_in(percent_and_years[1]) : 1;
    const auto statistic = place_of(parts_[3], kStatistics);
    PublishedReading published =
        read_published(fmt::format("published.estimate.{}.{}.a-b", parts_[4], parts_[5]));
    if (!published.fault.empty()) refuse(published.fault);
    refuse_other_outcomes(published.outcome.outcome);
    const std::vector<int> years = numbers();
    if (years.size() != 3) refuse("wants three years: of choice, and of the gain");
    if (!read_.fault.empty()) return;
    read_.outcome.years = years;
    probes::LowestSchools question{published.outcome.outcome,
                                   published.outcome.subjects,
                                   *percent / 100.0,
                                   years[0],
                                   *rated,
                                   years[1],
                                   years[2]};
    read_.outcome.value = [question, which = *statistic](const StudiedRun& run) {
      return value_of(probes::gain_of_lowest(run.panel, question), which);
    };
  }

  void read_change() {
    if (!has_parts(6)) return;
    const auto members = place_of(parts_[2], probes::member_words());
    const Contrast contrast = contrast_from(3);
    if (contrast.years.size() != 2) refuse("wants two years");
    refuse_other_outcomes(contrast.outcome);
    if (!read_.fault.empty()) return;
    read_.outcome.value = [contrast,
                           whose = static_cast<probes::Members>(*members)](const StudiedRun& run) {
      return probes::raw_change(run.panel, contrast, whose);
    };
  }

  void read_lasting() {
    if (!has_parts(4)) return;
    const auto statistic = place_of(parts_[2], kLasting);
    const std::vector<std::string> models = split_at(parts_[3], '+');
    const std::vector<int> years = numbers();
    if (statistic == 2u && years.size() != 1) refuse("wants one number of years");
    if (!read_.fault.empty()) return;
    read_.outcome.models = models;
    const int lasting = years.empty() ? 0 : years.front();
    read_.outcome.value = [which = *statistic, models, lasting](const StudiedRun& run) {
      if (which == 0) return probes::share_still_open(run.panel, models);
      if (which == 1) return probes::closures_a_year(run.panel, models);
      return probes::share_lasting(run.panel, models, lasting);
    };
  }

  void read_friction() {
    if (!has_parts(4)) return;
    const auto percent = number_in(parts_[2]);
    const std::vector<std::string> models = split_at(parts_[3], '+');
    const std::vector<int> years = numbers();
    if (!read_.fault.empty()) return;
    read_.outcome.models = models;
    read_.outcome.years = years;
    read_.outcome.value = [models, years, share = *percent / 100.0](const StudiedRun& run) {
      return probes::friction_heard(run.friction, models, years, share);
    };
  }

  StudiedReading read_;
  std::vector<std::string> parts_;
  std::string years_text_, form_ = listed(kForms);
  bool whole_ = true;
};

}  // namespace

bool is_studied(const std::string& name) { return name.starts_with("studied."); }

StudiedReading read_studied(const std::string& name) { return NameReader(name).read(); }

}  // namespace homeroom::app
