#include "analysis/decisions/policy_outcomes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <stdexcept>

namespace homeroom::decisions {
namespace {

void refuse_unfit_factors(const PolicyOutcomes& outcomes) {
  for (const Factor& factor : outcomes.factors) {
    const std::size_t told = factor.is_of_words() ? factor.words.size() : factor.numbers.size();
    if (told == outcomes.futures && (factor.words.empty() || factor.numbers.empty())) continue;
    throw std::invalid_argument(
        fmt::format("{} has {} values for {} futures", factor.name, told, outcomes.futures));
  }
}

/// Draws, where they are neither one alone nor one for each future; refuses such as are of other
/// futures.
std::vector<std::size_t> draws_of(const PolicyOutcomes& outcomes) {
  const std::vector<std::size_t>& draws = outcomes.draws;
  if (!draws.empty() && draws.size() != outcomes.futures) {
    throw std::invalid_argument(
        fmt::format("{} futures have draws of {}", outcomes.futures, draws.size()));
  }
  const std::size_t different = std::set<std::size_t>(draws.begin(), draws.end()).size();
  return different > 1 && different < draws.size() ? draws : std::vector<std::size_t>{};
}

void refuse_twice(const PolicyOutcomes& outcomes, std::size_t policy, std::size_t future,
                  const std::vector<Life>& lives, const std::vector<std::uint32_t>& replicates) {
  for (std::size_t i = 1; i < lives.size(); ++i) {
    if (lives[i].replicate != lives[i - 1].replicate) continue;
    throw std::invalid_argument(fmt::format("{}: policy {}, future {}, replicate {} is told twice",
                                            outcomes.outcome, outcomes.policies[policy], future,
                                            replicates[lives[i].replicate]));
  }
}

std::vector<std::uint32_t> replicates_of(const std::vector<OutcomeRow>& rows) {
  std::vector<std::uint32_t> all;
  for (const OutcomeRow& row : rows) all.push_back(row.replicate);
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

}  // namespace

PolicyLives::PolicyLives(const PolicyOutcomes& outcomes)
    : futures_(outcomes.futures),
      draws_(draws_of(outcomes)),
      lives_(outcomes.policies.size(), LivesByFuture(outcomes.futures)),
      missing_(outcomes.policies.size(), 0) {
  refuse_unfit_factors(outcomes);
  const std::vector<std::uint32_t> replicates = replicates_of(outcomes.rows);
  replicates_ = replicates.size();
  const auto place_of = [&](std::uint32_t replicate) {
    return static_cast<std::uint32_t>(
        std::lower_bound(replicates.begin(), replicates.end(), replicate) - replicates.begin());
  };
  for (const OutcomeRow& row : outcomes.rows) {
    if (row.policy >= policies() || row.future >= futures_ || std::isinf(row.value)) {
      throw std::invalid_argument(
          fmt::format("{}: policy {}, future {}, replicate {} = {} is none of {} policies and {} "
                      "futures with a finite value",
                      outcomes.outcome, row.policy, row.future, row.replicate, row.value,
                      policies(), futures_));
    }
    if (std::isnan(row.value)) {
      ++missing_[row.policy];
    } else {
      lives_[row.policy][row.future].push_back({place_of(row.replicate), row.value});
    }
  }
  for (std::size_t policy = 0; policy < policies(); ++policy) {
    for (std::size_t future = 0; future < futures_; ++future) {
      std::vector<Life>& lives = lives_[policy][future];
      std::sort(lives.begin(), lives.end(),
                [](const Life& one, const Life& other) { return one.replicate < other.replicate; });
      refuse_twice(outcomes, policy, future, lives, replicates);
    }
  }
}

Advantages advantages(const PolicyLives& lives, std::size_t b, std::size_t a, Better better) {
  const double sign = better == Better::Higher ? 1.0 : -1.0;
  Advantages result;
  result.by_future.resize(lives.futures());
  for (std::size_t future = 0; future < lives.futures(); ++future) {
    const std::vector<Life>&with = lives.of(b)[future], &without = lives.of(a)[future];
    std::size_t i = 0, j = 0;
    while (i < with.size() && j < without.size()) {
      if (with[i].replicate < without[j].replicate) {
        ++i;
      } else if (without[j].replicate < with[i].replicate) {
        ++j;
      } else {
        const double difference = sign * (with[i].value - without[j].value);
        result.by_future[future].push_back({with[i].replicate, difference});
        ++i, ++j;
      }
    }
    const std::size_t paired = result.by_future[future].size();
    result.pairs += paired;
    result.alone += with.size() + without.size() - 2 * paired;
  }
  return result;
}

double mean_of(const std::vector<Life>& lives) {
  double sum = 0.0;
  for (const Life& life : lives) sum += life.value;
  return lives.empty() ? std::numeric_limits<double>::quiet_NaN()
                       : sum / static_cast<double>(lives.size());
}

}  // namespace homeroom::decisions
