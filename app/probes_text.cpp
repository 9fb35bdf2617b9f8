#include "app/probes_text.hpp"

#include <fmt/format.h>

#include <cmath>

#include "sim/records/csv_cell.hpp"

namespace homeroom::app {
namespace {

std::string in_percent(double share) { return fmt::format("{:.0f}", 100.0 * share); }

/// Three figures, and no minus before a nought.
std::string number(double value) {
  const std::string text = fmt::format("{:.3g}", value);
  return text == "-0" ? "0" : text;
}

std::string in_words(probes::Word word) {
  return word == probes::Word::NoRule ? "" : fmt::format(": {}", words_of(word));
}

/// Beside a share: what is true, or what orders by chance give.
std::string beside(const Measured& one) {
  if (std::isnan(one.truth)) return "";
  if (one.measure->statistic == ProbeStatistic::Rising) {
    return fmt::format("; of all orders {} %", in_percent(one.truth));
  }
  return fmt::format("; true is {}", number(one.truth));
}

/// "that is called significant in 62 % of 40 cities (46 to 76 %)".
std::string share_clause(const Measured& one) {
  const probes::Told& told = one.told;
  const std::string share = fmt::format("{} %", in_percent(told.estimate));
  const std::string of = is_mean_share(one.measure->statistic)
                             ? share
                             : fmt::format("in {} of {} cities", share, told.replicates);
  return fmt::format("{} {} ({} to {} %{})", one.measure->says, of, in_percent(told.low),
                     in_percent(told.high), beside(one));
}

/// "gain on the others by 3.1 points (2.8 to 3.4; true is 0)".
std::string clause(const Measured& one) {
  const ProbeMeasure& measure = *one.measure;
  const probes::Told& told = one.told;
  if (told.replicates == 0) return fmt::format("{}: no city can tell", measure.says);
  if (is_share(measure.statistic)) return share_clause(one) + in_words(one.word);
  const std::string truth =
      std::isnan(one.truth) ? "" : fmt::format("; true is {}", number(one.truth));
  const std::string unit = measure.unit.empty() ? "" : " " + measure.unit;
  const std::string range = std::isnan(told.low)
                                ? "one city alone"
                                : fmt::format("{} to {}", number(told.low), number(told.high));
  return fmt::format("{} {}{} ({}{}){}", measure.says, number(told.estimate), unit, range, truth,
                     in_words(one.word));
}

probes::Word word_of_all(const std::vector<Measured>& all) {
  std::vector<probes::Word> words;
  for (const Measured& one : all) words.push_back(one.word);
  return probes::word_of(words);
}

}  // namespace

std::string probe_text(const Probe& probe, const std::vector<Measured>& all, bool provisional) {
  const probes::Word word = word_of_all(all);
  const bool some = provisional && word != probes::Word::NoRule;
  std::string text =
      fmt::format("{:<5}{:<27}{}\n", probe.id,
                  std::string(words_of(word)) + (some ? " (provisional)" : ""), probe.weakness);
  text += fmt::format("     {}\n", probe.known);
  for (const Measured& one : all) {
    if (one.measure->told) text += fmt::format("     {:<14} {}.\n", one.city, clause(one));
  }
  return text;
}

std::string probe_rows(const Probe& probe, const std::vector<Measured>& all) {
  std::string rows;
  for (const Measured& one : all) {
    const auto statistic = probe_statistics()[static_cast<std::size_t>(one.measure->statistic)];
    rows +=
        fmt::format("{},{},{},{},{},{},{},{},{},{},{}\n", probe.id, csv_quoted(probe.weakness),
                    one.city, statistic, csv_figure(one.told.estimate), csv_figure(one.told.low),
                    csv_figure(one.told.high), csv_figure(one.truth), one.told.replicates,
                    csv_quoted(std::string(words_of(one.word))), csv_quoted(clause(one)));
  }
  return rows;
}

}  // namespace homeroom::app
