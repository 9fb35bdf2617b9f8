// Lives pairs of policies side by side for whoever watches: the first pair at once, further ones
// while people talk. Lives are shared between watchers, and what nobody watches any more is given
// up within a year of it.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "app/workshop/life.hpp"

namespace homeroom::workshop {

struct EngineOptions {
  int threads = 2;                         ///< that live cities side by side
  int most_watchers = 48;                  ///< at once; more are asked to come back
  double city_bytes = 1024.0 * 1048576.0;  ///< of burnt-in cities that are kept
  double life_bytes = 128.0 * 1048576.0;   ///< of lives that are kept
  double place_bytes = 256.0 * 1048576.0;  ///< of where children were in lives of policies A
};

// Pairs that are lived before further ones are begun: a watcher's next is taken by these steps, so
// that nobody's hundredth pair comes before somebody's first.
inline constexpr int kSteps[] = {1, 8, 32, 128, kMostReplicates};

class Engine;

/// Somebody who waits for pairs of lives of two policies, replicate by replicate from the first.
/// Gone when destroyed; the engine must still be there.
class Watcher {
 public:
  Watcher(Engine& engine, ArmPointer a, ArmPointer b, int replicates, bool background);
  ~Watcher();
  Watcher(const Watcher&) = delete;
  Watcher& operator=(const Watcher&) = delete;

  struct News {
    int pairs = 0;        ///< lived, counted from the first without a gap
    std::string failure;  ///< empty: none
    bool over = false;    ///< the engine stops
  };
  /// Returns when more than `known` pairs are lived, something failed, or the time is over.
  News wait(int known, std::chrono::milliseconds most);
  /// Lives of the first `pairs` pairs, which must have been lived.
  std::vector<LifePointer> lives(char which, int pairs) const;

  int replicates() const { return replicates_; }
  const Arm& arm(char which) const { return which == 'a' ? *a_ : *b_; }

 private:
  friend class Engine;
  struct Pair {
    LifePointer a, b;
  };
  bool wants(const std::string& life, std::uint32_t replicate) const;
  int pairs_lived();
  /// The next replicates of which a life is wanting begin here.
  int stage() const;

  Engine& engine_;
  ArmPointer a_, b_;
  std::string life_b_;  ///< of B beside A; of A it is the arm's key
  int replicates_;
  bool background_;
  std::vector<Pair> pairs_;
  int lived_ = 0;  ///< pairs without a gap
  std::string failure_;
};

class Engine {
 public:
  explicit Engine(const EngineOptions& options);
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  /// Nothing where as many watch as may.
  std::unique_ptr<Watcher> watch(ArmPointer a, ArmPointer b, int replicates);
  /// Lives a policy while nobody waits, so that its cities and lives are there when they are asked
  /// for.
  void prepare(const ArmPointer& arm, int replicates);
  /// Watchers are told that it is over, and what is under way is given up.
  void stop();

  /// The city of a replicate, once it was founded; else null.
  std::shared_ptr<const KeptCity> city(const Arm& arm, std::uint32_t replicate);
  double city_bytes() const { return cities_.bytes(); }
  double life_bytes() const { return lives_.bytes(); }
  int watchers() const;

 private:
  friend class Watcher;
  struct Task {
    std::string life;  ///< what is lived; lives of equal names are equal
    ArmPointer arm;
    ArmPointer against;  ///< whose children are followed; null: its own
    std::uint32_t replicate = 0;
    bool first = false;  ///< of the pair that somebody waits for
    bool background = false;
  };
  struct Running {
    Task task;
    std::string city;  ///< that is being founded by it; empty: none
    std::chrono::steady_clock::time_point begun;
    std::atomic<bool> stop{false};
  };

  void work(bool express);
  std::optional<Task> next(bool express);
  bool offer(Watcher& watcher, int from, int to, Task& task);
  LifePointer lived(Running& running, std::string& failure);
  void deliver(const Task& task, const LifePointer& life, const std::string& failure);
  void give_up_unwanted();
  PlacesPointer places_of(const ArmPointer& arm, std::uint32_t replicate,
                          const std::atomic<bool>& stop);
  bool is_running(const std::string& life, std::uint32_t replicate) const;
  bool is_founding(const std::string& city) const;
  bool somebody_waits() const;

  EngineOptions options_;
  CityShelf cities_;
  Shelf<Life> lives_;
  Shelf<Places> places_;
  mutable std::mutex mutex_;
  std::condition_variable work_, news_;
  bool over_ = false;
  std::list<Watcher*> watchers_;  ///< in turn
  std::list<std::unique_ptr<Watcher>> background_;
  std::list<std::shared_ptr<Running>> running_;
  std::vector<std::thread> threads_;
};

}  // namespace homeroom::workshop
