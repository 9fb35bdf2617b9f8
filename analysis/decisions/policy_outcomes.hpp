// One outcome of every policy in every future, life by life over the same dice.
//
// A future is what is not ours to choose: a point of a design, in a city. Replicate r has the same
// dice in every future and under every policy, so that differences of two policies are taken within
// a future and a replicate.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace homeroom::decisions {

/// What futures differ in. Values stand by future; numbers or words, never both.
struct Factor {
  std::string name;
  std::vector<double> numbers;
  std::vector<std::string> words;

  bool is_of_words() const { return !words.empty(); }
};

struct OutcomeRow {
  std::size_t policy = 0, future = 0;  ///< places in the lists of `PolicyOutcomes`
  std::uint32_t replicate = 0;
  double value = 0;  ///< NaN: there is none
};

enum class Better { Higher, Lower };

struct PolicyOutcomes {
  std::string outcome;
  Better better = Better::Higher;
  std::vector<std::string> policies;
  std::size_t futures = 0;
  /// By future, which draw of the design it belongs to: cities of one point, points of one
  /// trajectory or base point are near to each other and tell less than as many draws. Empty: every
  /// future is a draw of its own.
  std::vector<std::size_t> draws;
  std::vector<Factor> factors;
  std::vector<OutcomeRow> rows;
};

/// A value of one life.
struct Life {
  std::uint32_t replicate = 0;  ///< place among all replicates there are
  double value = 0;
};

/// Lives by future, each list in order of replicates.
using LivesByFuture = std::vector<std::vector<Life>>;

/// What the rows say, by policy and future, without what is missing.
class PolicyLives {
 public:
  /// Throws std::invalid_argument where a row or a factor is of no policy or future, draws are not
  /// of as many futures, a life is told twice, or a value is infinite.
  explicit PolicyLives(const PolicyOutcomes& outcomes);

  std::size_t policies() const { return lives_.size(); }
  std::size_t futures() const { return futures_; }
  /// As `PolicyOutcomes::draws`; empty also where all futures are of one draw, which tells nothing
  /// of others: there every future stands for itself.
  const std::vector<std::size_t>& draws() const { return draws_; }
  /// Replicates that any policy has in any future.
  std::size_t replicates() const { return replicates_; }
  /// Lives of a policy whose value is known.
  const LivesByFuture& of(std::size_t policy) const { return lives_[policy]; }
  /// Rows of a policy without a value.
  std::size_t missing(std::size_t policy) const { return missing_[policy]; }

 private:
  std::size_t futures_, replicates_ = 0;
  std::vector<std::size_t> draws_;
  std::vector<LivesByFuture> lives_;
  std::vector<std::size_t> missing_;
};

/// Life by life, by how much policy `b` is better than policy `a`: above 0 where it is. `alone`
/// counts the lives that only one of the two has.
struct Advantages {
  LivesByFuture by_future;
  std::size_t pairs = 0, alone = 0;
};
Advantages advantages(const PolicyLives& lives, std::size_t b, std::size_t a, Better better);

/// NaN of none.
double mean_of(const std::vector<Life>& lives);

}  // namespace homeroom::decisions
