#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "app/decide_sweep.hpp"
#include "app/estimate_cells.hpp"

namespace homeroom::app {
namespace {

/// Numbers where every cell is one, otherwise words.
decisions::Factor factor_of(const std::string& name, std::vector<std::string> cells) {
  decisions::Factor factor{name, {}, {}};
  for (const std::string& cell : cells) {
    const std::optional<double> number = number_in(cell);
    if (!number) {
      factor.numbers.clear();
      factor.words = std::move(cells);
      return factor;
    }
    factor.numbers.push_back(*number);
  }
  return factor;
}

bool varies(const std::vector<std::string>& cells) {
  return std::any_of(cells.begin(), cells.end(),
                     [&](const std::string& cell) { return cell != cells.front(); });
}

}  // namespace

FuturesOfSweep::FuturesOfSweep(std::vector<std::string> factors, std::string by,
                               std::uint64_t points_of_a_draw)
    : factors_(std::move(factors)), by_(std::move(by)), points_of_a_draw_(points_of_a_draw) {
  // The city and, where it is not what is chosen, the policy are factors of a future as well.
  factors_.insert(factors_.begin(), "scenario");
  if (!by_.empty()) factors_.insert(factors_.begin() + 1, "policy");
  values_.resize(factors_.size());
}

void FuturesOfSweep::take(const SweepRun& run, double value) {
  const std::size_t policy = policy_of(run);
  outcomes_.rows.push_back({policy, future_of(run), run.replicate, value});
}

std::size_t FuturesOfSweep::policy_of(const SweepRun& run) {
  std::string name = run.policy;
  if (!by_.empty()) {
    const auto at = std::find(factors_.begin() + 2, factors_.end(), by_) - factors_.begin() - 2;
    name = by_ + "=" + run.factors[static_cast<std::size_t>(at)];
  }
  const auto [place, is_new] = policies_.emplace(name, policies_.size());
  if (is_new) outcomes_.policies.push_back(name);
  return place->second;
}

std::size_t FuturesOfSweep::future_of(const SweepRun& run) {
  const auto [place, is_new] = futures_.emplace(key_of(run), futures_.size());
  if (is_new) {
    outcomes_.draws.push_back(draws_.emplace(draw_of(run), draws_.size()).first->second);
    std::vector<std::string> cells = {run.scenario};
    if (!by_.empty()) cells.push_back(run.policy);
    cells.insert(cells.end(), run.factors.begin(), run.factors.end());
    for (std::size_t i = 0; i < cells.size(); ++i) values_[i].push_back(std::move(cells[i]));
  }
  return place->second;
}

/// Two points of equal values are two futures, unless points are parted into policies.
std::string FuturesOfSweep::key_of(const SweepRun& run) const {
  if (by_.empty()) return fmt::format("{} {}", run.point, run.scenario);
  std::string key = run.scenario + '\n' + run.policy;
  for (std::size_t i = 0; i < run.factors.size(); ++i) {
    if (factors_[i + 2] != by_) key += '\n' + run.factors[i];
  }
  return key;
}

/// Cities share the points of a design, and points of a draw are near to each other.
std::string FuturesOfSweep::draw_of(const SweepRun& run) const {
  if (by_.empty()) return fmt::format("{}", run.point / points_of_a_draw_);
  std::string draw;
  for (std::size_t i = 0; i < run.factors.size(); ++i) {
    if (factors_[i + 2] != by_) draw += run.factors[i] + '\n';
  }
  return draw;
}

decisions::PolicyOutcomes FuturesOfSweep::outcomes() && {
  outcomes_.futures = futures_.size();
  for (std::size_t i = 0; i < factors_.size(); ++i) {
    if (factors_[i] != by_ && varies(values_[i])) {
      outcomes_.factors.push_back(factor_of(factors_[i], std::move(values_[i])));
    }
  }
  return std::move(outcomes_);
}

}  // namespace homeroom::app
