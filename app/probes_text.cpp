#include "app/probes_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace homeroom::app {
namespace {

std::string cell(const std::string& text) {
  std::string doubled;
  for (const char letter : text) doubled += letter == '"' ? "\"\"" : std::string(1, letter);
  return '"' + doubled + '"';
}

std::string cell(double value) {
  return std::isnan(value) ? std::string() : fmt::format("{:.5g}", value);
}

std::string in_percent(double share) { return fmt::format("{:.0f}", 100.0 * share); }

/// Three figures, and no minus before a nought.
std::string number(double value) {
  const std::string text = fmt::format("{:.3g}", value);
  return text == "-0" ? "0" : text;
}

/// "gain on the others by 3.1 points (2.8 to 3.4; true is 0)", "... in 62 % of 40 cities (...)".
std::string clause(const Measured& one) {
  const ProbeMeasure& measure = *one.measure;
  const probes::Told& told = one.told;
  if (told.replicates == 0) return fmt::format("{}: no city can tell", measure.says);
  const std::string word =
      one.word == probes::Word::NoRule ? "" : fmt::format(": {}", words_of(one.word));
  if (is_share(measure.statistic)) {
    const std::string chance = measure.statistic == ProbeStatistic::Rising
                                   ? fmt::format("; by chance {} %", in_percent(one.truth))
                                   : "";
    return fmt::format("{} in {} % of {} cities ({} to {} %{}){}", measure.says,
                       in_percent(told.estimate), told.replicates, in_percent(told.low),
                       in_percent(told.high), chance, word);
  }
  const std::string truth =
      std::isnan(one.truth) ? "" : fmt::format("; true is {}", number(one.truth));
  const std::string unit = measure.unit.empty() ? "" : " " + measure.unit;
  return fmt::format("{} {}{} ({} to {}{}){}", measure.says, number(told.estimate), unit,
                     number(told.low), number(told.high), truth, word);
}

std::vector<std::string> cities_of(const std::vector<Measured>& all) {
  std::vector<std::string> cities;
  for (const Measured& one : all) {
    if (std::find(cities.begin(), cities.end(), one.city) == cities.end()) {
      cities.push_back(one.city);
    }
  }
  return cities;
}

probes::Word word_of_all(const std::vector<Measured>& all) {
  std::vector<probes::Word> words;
  for (const Measured& one : all) words.push_back(one.word);
  return probes::word_of(words);
}

}  // namespace

std::string probe_text(const Probe& probe, const std::vector<Measured>& all) {
  std::string text =
      fmt::format("{:<5}{:<14}{}\n", probe.id, words_of(word_of_all(all)), probe.weakness);
  for (const std::string& city : cities_of(all)) {
    std::string sentence;
    for (const Measured& one : all) {
      if (one.city != city || !one.measure->told) continue;
      sentence += (sentence.empty() ? "" : "; ") + clause(one);
    }
    if (!sentence.empty()) text += fmt::format("     {}: {}.\n", city, sentence);
  }
  return text;
}

std::string probe_rows(const Probe& probe, const std::vector<Measured>& all) {
  std::string rows;
  for (const Measured& one : all) {
    const auto statistic = probe_statistics()[static_cast<std::size_t>(one.measure->statistic)];
    rows += fmt::format("{},{},{},{},{},{},{},{},{},{},{}\n", probe.id, cell(probe.weakness),
                        one.city, statistic, cell(one.told.estimate), cell(one.told.low),
                        cell(one.told.high), cell(one.truth), one.told.replicates,
                        cell(std::string(words_of(one.word))), cell(clause(one)));
  }
  return rows;
}

}  // namespace homeroom::app
