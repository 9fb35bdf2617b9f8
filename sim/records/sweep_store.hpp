// A shard's finished runs, in a file of its own: one run is one transaction.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace homeroom {

/// A store that may not be used, or is damaged; what() says why and what to do.
struct StoreRefused : std::runtime_error {
  using std::runtime_error::runtime_error;
};
/// A write that failed: what was committed before stays.
struct StoreFailed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// What all shards of one sweep share.
struct SweepIdentity {
  std::string program;                ///< version and revision
  std::string design;                 ///< text of design.toml
  std::string fingerprint;            ///< of design and program: what results depend on
  std::uint64_t runs = 0;             ///< of all shards
  std::vector<std::string> factors;   ///< columns of points
  std::vector<std::string> outcomes;  ///< columns of runs
};

/// Which part of the sweep a store holds.
struct SweepShard {
  int shard = 1, shards = 1;
  std::uint64_t runs = 0;  ///< of this shard
};

/// One run that is over.
struct SweepRun {
  std::uint64_t run = 0, point = 0;
  std::string scenario, policy;
  std::uint32_t replicate = 0;
  std::uint64_t seed = 0;
  std::vector<double> outcomes;      ///< NaN: there is none; of a failed run no entry
  std::vector<std::string> factors;  ///< values of the point, as they stand after KEY=
  std::string failure;               ///< empty: it is done
  std::string command;               ///< repeats a failed run; empty where it is done
};

class SweepStore {
 public:
  /// Makes the file, or with `resume` opens one that is there. Throws StoreRefused where it holds
  /// another sweep or shard, is damaged, is held by another process, or holds runs without
  /// `resume`; StoreFailed where it cannot be made.
  SweepStore(const std::filesystem::path& file, const SweepIdentity& identity,
             const SweepShard& shard, bool resume);
  ~SweepStore();

  /// The run is there and did not fail.
  bool has(std::uint64_t run) const;
  /// Commits one run; a failed one of the same number is replaced. Throws StoreFailed.
  void write(const SweepRun& run);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// Layout of stores; another number is another layout.
inline constexpr int kSweepStoreLayout = 2;

}  // namespace homeroom
