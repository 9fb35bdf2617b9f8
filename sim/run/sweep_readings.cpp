#include "sim/run/sweep_readings.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "sim/run/sweep.hpp"
#include "sim/scenario/scaled.hpp"

namespace homeroom {
namespace {

// Some 0.1 MB each.
constexpr std::size_t kMostKept = 64;

}  // namespace

std::shared_ptr<const Reading> SweepReadings::of(const SweepArm& arm,
                                                 const std::vector<std::string>& settings) {
  const std::string name =
      fmt::format("{}\n{}", static_cast<const void*>(&arm), fmt::join(settings, "\n"));
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    const auto found = readings_.find(name);
    if (found != readings_.end()) {
      ages_.splice(ages_.end(), ages_, found->second.age);
      return found->second.reading;
    }
  }
  Reading whole = arm.source.with(settings);
  if (divide_ > 1 && whole.scenario) whole.scenario = divided(*whole.scenario, divide_);
  const auto reading = std::make_shared<const Reading>(std::move(whole));
  const std::lock_guard<std::mutex> lock(mutex_);
  if (readings_.count(name) > 0) return reading;
  if (readings_.size() >= kMostKept) {
    readings_.erase(ages_.front());
    ages_.pop_front();
  }
  ages_.push_back(name);
  readings_.emplace(name, Entry{reading, std::prev(ages_.end())});
  return reading;
}

}  // namespace homeroom
