#include "app/run_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstdio>

#include "sim/core/counted.hpp"

namespace homeroom::app {

void print_timing(const ChapterTimes& times, double student_years) {
  double total = 0.0;
  for (const auto& entry : times.entries()) total += entry.seconds;
  fmt::print(stderr, "{:<16} {:>10} {:>8} {:>22}\n", "chapter", "seconds", "share",
             "ns per student-year");
  for (const auto& entry : times.entries()) {
    fmt::print(stderr, "{:<16} {:>10.3f} {:>7.1f}% {:>22.1f}\n", entry.chapter, entry.seconds,
               100.0 * entry.seconds / total, 1e9 * entry.seconds / student_years);
  }
  fmt::print(stderr, "{:<16} {:>10.3f} {:>8} {:>22.1f}   {:.0f} student-years\n", "all", total, "",
             1e9 * total / student_years, student_years);
}

void print_parts(const NationOutcome& outcome) {
  const auto line = [](const char* part, const TimeSpent& spent) {
    if (spent.wall <= 0.0) return;
    fmt::print(stderr, "{:<24} {:>8.1f} s, {:.1f} s of processor time\n", part, spent.wall,
               spent.processor);
  };
  line("founding and burn-in:", outcome.burn_in);
  line("policy years:", outcome.policy);
}

namespace {

/// The city, and the scenario where that is not plainly the city's own.
std::string heading_of(const Scenario& scenario) {
  const std::string& title = scenario.place.title;
  // A file's name has no blanks: los_angeles is Los Angeles.
  const auto plainly = [](unsigned char letter) {
    return letter == '_' ? ' ' : std::tolower(letter);
  };
  const auto same = [&](unsigned char a, unsigned char b) { return plainly(a) == plainly(b); };
  const bool plain =
      std::equal(title.begin(), title.end(), scenario.name.begin(), scenario.name.end(), same);
  return plain ? title : fmt::format("{} ({})", title, scenario.name);
}

}  // namespace

void print_nation(const Scenario& scenario, const NationOutcome& outcome,
                  const std::filesystem::path& folder) {
  const std::size_t replicates = outcome.summaries.size();
  fmt::print("{}: {}, policy years {}-{}\n\n{}\nTables are in {}\n", heading_of(scenario),
             counted(replicates, "replicate"), scenario.run.first_year, scenario.run.last_year(),
             nation_summary_table(outcome.summaries, *scenario.nation, scenario.run.first_year,
                                  scenario.run.last_year()),
             folder.string());
}

void print_summary(const Scenario& scenario, const ExperimentOutcome& outcome,
                   const std::filesystem::path& folder) {
  fmt::print("{}: {}, policy years {}-{}\n\n{}\n", heading_of(scenario),
             counted(outcome.summaries.size(), "replicate"), scenario.run.first_year,
             scenario.run.last_year(),
             summary_table(outcome.summaries, scenario.law, scenario.run.first_year,
                           scenario.run.last_year()));
  fmt::print("{} Tables are in {}\n",
             outcome.summaries.size() > 1
                 ? "± is the Monte Carlo error of a mean over replicates, one standard error."
                 : "One replicate has no Monte Carlo error; more give one (--replicates 20).",
             folder.string());
}

}  // namespace homeroom::app
