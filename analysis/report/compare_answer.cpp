#include <fmt/format.h>

#include "analysis/report/compare_sections.hpp"
#include "analysis/report/number_text.hpp"

namespace homeroom::report {
namespace {

std::string interval_text(const Difference& row) {
  return with_interval(row.difference, row.low, row.high);
}

/// What 0 within the interval means, where it is.
std::string unsure(const Difference& row) {
  return row.is_told() ? "" : ", which cannot be told from 0";
}

std::string city_sentence(const std::string& alternative, const Differences& differences) {
  const int year = differences.last_year();
  const Difference* level = differences.find(alternative, year, "", "level_math");
  const Difference* growth = differences.find(alternative, year, "", "latent_growth_math");
  if (!level || !growth) return {};
  return fmt::format(
      "Under {} the true achievement of all children in mathematics differs from the base in {} by "
      "{} state SD{}, and what that year adds by {} SD{} ({} pairs of replicates over the same "
      "dice).",
      alternative, year, interval_text(*level), unsure(*level), interval_text(*growth),
      unsure(*growth), level->replicates);
}

/// Which models' children gain and lose: those whom the base gives the model.
std::string models_sentence(const Results& results, const std::string& alternative,
                            const Differences& differences) {
  const Difference *best = nullptr, *worst = nullptr;
  std::string best_name, worst_name;
  int gain = 0, lose = 0, all = 0;
  for (const std::string& model : results.models) {
    const Difference* row =
        differences.find(alternative, differences.last_year(), model, "own_level_math");
    if (!row) continue;
    ++all;
    if (row->is_told()) ++(row->difference > 0 ? gain : lose);
    if (!best || row->difference > best->difference) best = row, best_name = results.label(model);
    if (!worst || row->difference < worst->difference) {
      worst = row, worst_name = results.label(model);
    }
  }
  if (!best) return {};
  std::string text = fmt::format(
      "Of the children of {} models, as the base places them, those of {} gain and those of {} "
      "lose beyond the interval; the most stands with {}: {} SD{}",
      all, gain, lose, best_name, interval_text(*best), unsure(*best));
  if (worst != best) {
    text += fmt::format(", the least with {}: {} SD{}", worst_name, interval_text(*worst),
                        unsure(*worst));
  }
  return text + ".";
}

std::string gap_sentence(const std::string& alternative, const Differences& differences) {
  const Difference* gap =
      differences.find(alternative, differences.last_year(), "", "gap_low_income_level_math");
  if (!gap) return {};
  return fmt::format(
      "The gap in true mathematics between low-income and other children, {} SD in the base, "
      "changes by {} SD{}.",
      fixed_text(gap->base, 2), interval_text(*gap), unsure(*gap));
}

/// One sentence on all alternatives: what differs, in state SD.
std::string sentence_of_all(const std::string& begin, const char* measure,
                            const Differences& differences) {
  std::vector<std::string> parts, told;
  for (const std::string& alternative : differences.alternatives()) {
    const Difference* row = differences.find(alternative, differences.last_year(), "", measure);
    if (!row) continue;
    const int decimals = decimals_for((row->high - row->low) / 2);
    parts.push_back(fmt::format("{} {} ({} to {})", alternative,
                                signed_text(row->difference, decimals),
                                signed_text(row->low, decimals), signed_text(row->high, decimals)));
    if (row->is_told()) told.push_back(alternative);
  }
  if (parts.empty()) return {};
  return fmt::format("{}: {}. With 0 outside the interval: {}.", begin, fmt::join(parts, ", "),
                     told.empty() ? "none" : fmt::format("{}", fmt::join(told, ", ")));
}

}  // namespace

std::vector<std::string> compare_answer(const Results& results, const Differences& differences) {
  const std::vector<std::string>& all = differences.alternatives();
  std::vector<std::string> sentences;
  if (all.size() == 1) {
    sentences = {city_sentence(all.front(), differences),
                 models_sentence(results, all.front(), differences),
                 gap_sentence(all.front(), differences)};
  } else {
    sentences = {
        sentence_of_all(fmt::format("True mathematics of all children in {}, difference from the "
                                    "base with its 95\u00a0% interval [state SD]",
                                    differences.last_year()),
                        "level_math", differences),
        sentence_of_all("What that year adds [state SD]", "latent_growth_math", differences),
        sentence_of_all("Gap between low-income and other children [state SD]",
                        "gap_low_income_level_math", differences)};
  }
  std::erase(sentences, "");
  return sentences;
}

}  // namespace homeroom::report
