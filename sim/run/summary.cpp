#include "sim/run/summary.hpp"

#include <fmt/format.h>

#include <cmath>
#include <functional>

#include "sim/observe/tally.hpp"
#include "sim/year/governance.hpp"

namespace homeroom {

void Summary::add(const World& world, const Law& law, const Lifetimes& lifetimes) {
  std::vector<SchoolSums> sums(law.models.size());
  std::vector<double> effective(law.models.size(), 0.0);
  for (std::size_t s = 0; s < world.schools.size(); ++s) {
    const SchoolId school{s};
    if (!world.schools.taught_in(school, world.year)) continue;
    const std::size_t m = world.schools.model[school].row();
    sums[m].add(world.schools, school, world.results.school[school]);
    effective[m] += effective_autonomy(world.schools, school);
  }
  std::vector<ModelFigures> figures(law.models.size());
  for (std::size_t m = 0; m < sums.size(); ++m) {
    const SchoolSums& of = sums[m];
    figures[m] = {
        percent_of(of.proficient[kMath] + of.proficient[kEla], of.tested[kMath] + of.tested[kEla]),
        ratio_of(of.sgp[kMath] + of.sgp[kEla], of.sgp_weight[kMath] + of.sgp_weight[kEla]),
        ratio_of(effective[m], of.schools),
        percent_of(of.departures, of.staff_before),
        static_cast<double>(of.schools),
        100.0 * lifetimes.of(m, Lasting::School).since_policy.share()};
  }
  if (first.empty()) first = figures;
  last = std::move(figures);
}

MeanAndError mean_and_error(const std::vector<double>& values) {
  MeanAndError result;
  for (double value : values) {
    if (std::isnan(value)) continue;
    result.mean += value;
    ++result.count;
  }
  if (result.count == 0) return result;
  result.mean /= result.count;
  double squares = 0.0;
  for (double value : values) {
    if (!std::isnan(value)) squares += (value - result.mean) * (value - result.mean);
  }
  if (result.count > 1) result.error = std::sqrt(squares / (result.count - 1) / result.count);
  return result;
}

namespace {

using Figure = double ModelFigures::*;

std::string cell(const std::vector<Summary>& replicates, std::size_t model, Figure figure,
                 bool last, int digits) {
  std::vector<double> values;
  for (const Summary& one : replicates) {
    values.push_back((last ? one.last : one.first)[model].*figure);
  }
  const MeanAndError of = mean_and_error(values);
  if (of.count == 0) return "-";
  if (of.count == 1) return fmt::format("{:.{}f}", of.mean, digits);
  return fmt::format("{:.{}f} ±{:.{}f}", of.mean, digits, of.error, digits);
}

/// A model of which no replicate has a school in the first or the last year.
bool never_open(const std::vector<Summary>& replicates, std::size_t model) {
  for (const Summary& one : replicates) {
    if (one.first[model].schools > 0 || one.last[model].schools > 0) return false;
  }
  return true;
}

/// Room for the longest label that is printed.
std::size_t label_width(const std::vector<Summary>& replicates, const Law& law) {
  std::size_t width = 22;
  for (std::size_t m = 0; m < law.models.size(); ++m) {
    if (!never_open(replicates, m)) width = std::max(width, law.models[m].label.size());
  }
  return width;
}

struct Printed {
  const char* title;
  Figure figure;
  int digits;
};

}  // namespace

std::string summary_table(const std::vector<Summary>& replicates, const Law& law, int first_year,
                          int last_year) {
  if (replicates.empty() || replicates.front().first.empty()) return {};
  const Printed columns[] = {{"proficient %", &ModelFigures::proficiency, 1},
                             {"growth pctile", &ModelFigures::sgp, 1},
                             {"eff. autonomy", &ModelFigures::effective_autonomy, 2},
                             {"turnover %", &ModelFigures::turnover, 1},
                             {"schools", &ModelFigures::schools, 1},
                             {"kept open %", &ModelFigures::survival, 1}};
  const std::size_t width = label_width(replicates, law);
  std::string text = fmt::format("{:<{}} {:>4}", "model", width, "year");
  for (const Printed& column : columns) text += fmt::format("  {:>14}", column.title);
  text += '\n';
  for (std::size_t m = 0; m < law.models.size(); ++m) {
    if (never_open(replicates, m)) continue;
    for (const bool last : {false, true}) {
      if (last && last_year == first_year) continue;
      std::string line = fmt::format("{:<{}} {:>4}", last ? "" : law.models[m].label, width,
                                     last ? last_year : first_year);
      for (const Printed& column : columns) {
        line += fmt::format("  {:>14}", cell(replicates, m, column.figure, last, column.digits));
      }
      text += line + '\n';
    }
  }
  return text;
}

}  // namespace homeroom
