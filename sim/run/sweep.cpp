#include "sim/run/sweep.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>

#include "sim/core/failure.hpp"
#include "sim/run/replicates.hpp"
#include "sim/run/sweep_cities.hpp"
#include "sim/run/sweep_readings.hpp"

namespace homeroom {
namespace {

std::string quoted(const std::string& word) {
  const bool plain = word.find_first_not_of(
                         "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                         "._-+=/,:@%") == std::string::npos;
  if (plain && !word.empty()) return word;
  std::string text = "'";
  for (const char letter : word)
    text += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
  return text + "'";
}

std::string in_one_line(std::string text) {
  while (!text.empty() && text.back() == '\n') text.pop_back();
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos;) {
    text.replace(at, 1, "; ");
  }
  return text.empty() ? "failed" : text;
}

class Sweeper {
 public:
  Sweeper(const SweepPlan& plan, const SweepSink& sink, const std::atomic<bool>& stop,
          const std::function<void(bool)>& run_over, const SweepBurnIns& burn_ins)
      : plan_(plan),
        sink_(sink),
        stop_(stop),
        run_over_(run_over),
        cities_(plan, burn_ins),
        readings_(plan.divide) {}

  SweepTold run() {
    const BalancedOrder order = plan_.order();
    const std::uint64_t first = plan_.first_place(plan_.shard);
    for_each_replicate(plan_.own_jobs(), stop_,
                       [&](std::size_t place) { live_job(order(first + place)); });
    told_.interrupted = stop_.load();
    return told_;
  }

 private:
  /// One point, city and replicate under every policy that is not there yet.
  void live_job(std::uint64_t job) {
    const std::uint64_t replicates = plan_.replicates;
    const std::uint64_t point = job / replicates / plan_.cities.size();
    const SweepCity& city = plan_.cities[job / replicates % plan_.cities.size()];
    const auto replicate = static_cast<std::uint32_t>(job % replicates);
    std::vector<std::string> values;
    SweepCities::Kept kept;
    for (std::size_t p = 0; p < city.arms.size(); ++p) {
      const std::uint64_t run = (job / replicates * city.arms.size() + p) * replicates + replicate;
      if (is_there(run)) continue;
      if (stop_.load(std::memory_order_relaxed)) return;
      if (values.empty()) values = plan_.values_at(point);
      SweepResult result;
      result.run = run;
      result.point = point;
      result.city = city.name;
      result.policy = city.arms[p].policy;
      result.replicate = replicate + plan_.first_replicate;
      result.seed = city.arms[p].source.base().scenario->run.seed;
      result.values = values;
      SweepCities::Kept own;
      if (!live(city, city.arms[p], city.arms[p].own_burn_in ? own : kept, result)) return;
      take(std::move(result), city, city.arms[p]);
    }
  }

  bool is_there(std::uint64_t run) {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (!sink_.has(run)) return false;
    ++told_.there;
    run_over_(false);
    return true;
  }

  /// False where it was stopped.
  bool live(const SweepCity& city, const SweepArm& arm, SweepCities::Kept& kept,
            SweepResult& result) {
    try {
      const std::shared_ptr<const Reading> kept_reading =
          readings_.of(arm, settings_of(result.values));
      const Reading& reading = *kept_reading;
      if (!reading.scenario) {
        result.failure = in_one_line(format_faults(reading.faults));
        return true;
      }
      result.seed = reading.scenario->run.seed;
      OutcomeReader outcomes(plan_.outcomes);
      ReplicatePlan plan;
      plan.replicate = result.replicate;
      const std::unique_ptr<RunReader> reader = plan_.reader ? plan_.reader() : nullptr;
      plan.read_year = [&](const ReplicateRecords& year) {
        outcomes.add(year);
        if (reader) reader->add(year);
      };
      if (!cities_.live(*reading.scenario, city, arm, result.values, plan, stop_, kept))
        return false;
      result.outcomes = outcomes.values();
      if (!reader) return true;
      const std::vector<double> read = reader->values();
      result.outcomes.insert(result.outcomes.end(), read.begin(), read.end());
    } catch (const std::exception& error) {
      result.failure = in_one_line(explained(error));
    }
    return true;
  }

  std::vector<std::string> settings_of(const std::vector<std::string>& values) const {
    std::vector<std::string> settings;
    for (std::size_t i = 0; i < values.size(); ++i) {
      settings.push_back(plan_.keys[i] + "=" + values[i]);
    }
    return settings;
  }

  void take(SweepResult result, const SweepCity& city, const SweepArm& arm) {
    const bool failed = !result.failure.empty();
    if (failed) {
      result.command = command_of(plan_, city, arm, result.replicate, result.values);
    }
    const std::lock_guard<std::mutex> lock(mutex_);
    sink_.take(result);
    ++(failed ? told_.failed : told_.done);
    run_over_(failed);
  }

  const SweepPlan& plan_;
  const SweepSink& sink_;
  const std::atomic<bool>& stop_;
  const std::function<void(bool)>& run_over_;
  SweepCities cities_;
  SweepReadings readings_;
  std::mutex mutex_;
  SweepTold told_;
};

}  // namespace

std::uint64_t SweepPlan::first_place(int of_shard) const {
  const auto before = static_cast<unsigned __int128>(of_shard - 1);
  return static_cast<std::uint64_t>(before * jobs() / static_cast<unsigned>(shards));
}

BalancedOrder SweepPlan::order() const {
  std::vector<std::uint64_t> digits = levels;
  if (digits.empty()) digits.push_back(points);
  digits.push_back(cities.size());
  digits.push_back(replicates);
  return BalancedOrder(digits);
}

std::vector<std::string> SweepPlan::names() const {
  std::vector<std::string> names;
  for (const Outcome& outcome : outcomes) names.push_back(outcome.name);
  names.insert(names.end(), read.begin(), read.end());
  return names;
}

std::string command_of(const SweepPlan& plan, const SweepCity& city, const SweepArm& arm,
                       std::uint32_t replicate, const std::vector<std::string>& values) {
  std::string text = fmt::format("homeroom run {} --replicate {}", quoted(city.file), replicate);
  if (plan.divide > 1) text += fmt::format(" --divide {}", plan.divide);
  if (arm.asked != "none") text += " --policy " + quoted(arm.asked);
  for (const std::string& setting : plan.settings) text += " --set " + quoted(setting);
  for (const std::string& setting : arm.settings) text += " --set " + quoted(setting);
  for (std::size_t i = 0; i < values.size(); ++i) {
    text += " --set " + quoted(plan.keys[i] + "=" + values[i]);
  }
  return text;
}

SweepTold run_sweep(const SweepPlan& plan, const SweepSink& sink, const std::atomic<bool>& stop,
                    const std::function<void(bool failed)>& run_over,
                    const SweepBurnIns& burn_ins) {
  return Sweeper(plan, sink, stop, run_over, burn_ins).run();
}

}  // namespace homeroom
