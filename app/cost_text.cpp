#include "app/cost_text.hpp"

#include <fmt/format.h>

#include <cmath>

#include "app/cost.hpp"
#include "app/measured_costs.hpp"
#include "app/mebibyte.hpp"
#include "app/yardstick.hpp"
#include "sim/core/parallel.hpp"

namespace homeroom::app {
namespace {

/// Three digits below a hundred million, whole millions from there on.
std::string millions_text(double number) {
  const double millions = number / 1e6;
  return millions < 100.0 ? fmt::format("{:.3g}", millions) : fmt::format("{:.0f}", millions);
}

/// A nation's districts are drawn anew in every replicate: their sums are known about only.
std::string size_text(const Workload& work) {
  if (!work.national) {
    return fmt::format("{:.0f} students, {:.0f} schools", work.students, work.schools + work.slots);
  }
  return fmt::format("{:.0f} districts, about {} million students, {:.0f} thousand schools",
                     work.districts, millions_text(work.students), work.schools / 1e3);
}

void add_parts(const char* unit, const std::vector<CostTerm>& terms, double times,
               std::string& text) {
  for (const CostTerm& term : terms) {
    text += fmt::format("{:<32} {:>14.6g} {:>12.4g} {:>14.6g} {}\n", term.key, term.count,
                        times * term.each, times * term.product(), unit);
  }
}

}  // namespace

std::string threads_text(int threads) {
  const int cores = threads_in_use();
  return fmt::format(
      "{} thread{}{}", threads, threads == 1 ? "" : "s",
      threads > cores ? fmt::format(" on {} core{}", cores, cores == 1 ? "" : "s") : std::string());
}

std::string duration_text(double seconds) {
  if (seconds < 120.0) return fmt::format("{:.1f} s", seconds);
  const double minutes = std::round(seconds / 60.0);
  if (minutes < 120.0) return fmt::format("{:.0f} min", minutes);
  const double hours = std::floor(minutes / 60.0);
  return fmt::format("{:.0f} h {:.0f} min", hours, minutes - 60.0 * hours);
}

std::string cities_text(const Workload& work) {
  if (!work.cities.keeps) return {};
  return fmt::format("; {} of {} burnt-in cit{} found", work.cities.found, work.replicates,
                     work.replicates == 1.0 ? "y" : "ies");
}

std::vector<DiskNeed> disk_needs(const Cost& cost, const Folders& folders) {
  std::vector<DiskNeed> needs = {{folders.tables, sum_of(cost.disk), "-o"}};
  if (!folders.cities.empty()) {
    needs.push_back({folders.cities, sum_of(cost.cities), "--keep-burn-ins"});
  }
  return needs;
}

std::string predicted_text(const Cost& cost, const Workload& work, const Folders& folders) {
  const std::vector<DiskNeed> needs = disk_needs(cost, folders);
  const double memory = sum_of(cost.memory);
  std::string text = fmt::format("about {} on {}, {:.0f} MiB of memory",
                                 duration_text(seconds_of(cost, slowness_here())),
                                 threads_text(work.threads), memory / kMebibyte);
  for (const DiskNeed& need : needs) {
    text += fmt::format(", {:.1f} MiB on disk in {}", need.bytes / kMebibyte, need.folder.string());
  }
  text += "\n";
  for (const std::string& want : wants_of_room(needs)) text += "  " + want + "\n";
  const std::string want = want_of_memory(memory);
  return want.empty() ? text : text + "  " + want + "\n";
}

std::string cost_text(const Experiment& experiment, const Workload& work, const Folders& folders) {
  const Scenario& scenario = *experiment.scenario;
  return fmt::format(
      "{}: {} replicate{} of {} years ({} burn-in, {} policy{}), {}{}\n"
      "  {} million student-years; {}",
      scenario.name, work.replicates, work.replicates == 1.0 ? "" : "s", work.years,
      scenario.run.burn_in_years, scenario.run.policy_years,
      scenario.anchor_base ? ", the rest the anchor's burn-in" : "", size_text(work),
      cities_text(work), millions_text(work.student_years()),
      predicted_text(cost_of(work, threads_in_use()), work, folders));
}

std::string cost_parts_text(const Cost& cost) {
  const double slowness = slowness_here();
  std::string text =
      fmt::format("{:<32} {:>14} {:>12} {:>14}\n", "part", "count", "each", "product");
  add_parts("s", cost.processor, slowness, text);
  add_parts("bytes of memory", cost.memory, 1.0, text);
  add_parts("bytes on disk", cost.disk, 1.0, text);
  add_parts("bytes on disk", cost.cities, 1.0, text);
  const auto line = [&](const char* what, double value, const char* unit) {
    text += fmt::format("{:<32} {:>14.6g} {}\n", what, value, unit);
  };
  line("yardstick", slowness * measured::kCosts.yardstick, "s here");
  line("slowness", slowness, "times the yardstick where coefficients were measured");
  line("wall share", cost.wall_share, "of one processor's time, on the threads at hand");
  line("predicted seconds", seconds_of(cost, slowness), "s of wall time");
  line("predicted processor", slowness * sum_of(cost.processor), "s of one processor");
  line("predicted memory", sum_of(cost.memory), "bytes");
  line("predicted disk", sum_of(cost.disk) + sum_of(cost.cities), "bytes");
  return text;
}

}  // namespace homeroom::app
