#include "app/workshop/engine.hpp"

#include <algorithm>
#include <exception>

#include "sim/core/loops_in_order.hpp"

namespace homeroom::workshop {
namespace {

using namespace std::chrono_literals;

// While somebody's first pair is lived, further pairs wait, so that it has all processors. No
// longer than this: a large city that has to be founded takes seconds.
constexpr auto kAlone = 300ms;

}  // namespace

Engine::Engine(const EngineOptions& options)
    : options_(options),
      cities_(options.city_bytes),
      lives_(options.life_bytes),
      places_(options.place_bytes) {
  // One more than there are processors for those who wait for their first pair.
  for (int i = 0; i < options_.threads; ++i) threads_.emplace_back([this] { work(false); });
  threads_.emplace_back([this] { work(true); });
}

Engine::~Engine() {
  stop();
  for (std::thread& thread : threads_) thread.join();
}

void Engine::stop() {
  const std::lock_guard<std::mutex> lock(mutex_);
  over_ = true;
  for (const auto& one : running_) one->stop = true;
  work_.notify_all();
  news_.notify_all();
}

std::unique_ptr<Watcher> Engine::watch(ArmPointer a, ArmPointer b, int replicates) {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (over_ || watchers_.size() >= static_cast<std::size_t>(options_.most_watchers)) return nullptr;
  auto watcher = std::make_unique<Watcher>(*this, std::move(a), std::move(b), replicates, false);
  watchers_.push_back(watcher.get());
  if (watcher->lived_ == 0) {
    for (const auto& one : running_) {
      const Task& task = one->task;
      if (task.background && !watcher->wants(task.life, task.replicate)) one->stop = true;
    }
  }
  work_.notify_all();
  return watcher;
}

void Engine::prepare(const ArmPointer& arm, int replicates) {
  const std::lock_guard<std::mutex> lock(mutex_);
  background_.push_back(std::make_unique<Watcher>(*this, arm, arm, replicates, true));
  work_.notify_all();
}

std::shared_ptr<const KeptCity> Engine::city(const Arm& arm, std::uint32_t replicate) {
  return cities_.find(arm.burnt_in, replicate);
}

int Engine::watchers() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return static_cast<int>(watchers_.size());
}

bool Engine::is_running(const std::string& life, std::uint32_t replicate) const {
  return std::any_of(running_.begin(), running_.end(), [&](const auto& one) {
    return one->task.replicate == replicate && one->task.life == life;
  });
}

bool Engine::is_founding(const std::string& city) const {
  return std::any_of(running_.begin(), running_.end(),
                     [&](const auto& one) { return one->city == city; });
}

bool Engine::somebody_waits() const {
  const auto now = std::chrono::steady_clock::now();
  return std::any_of(running_.begin(), running_.end(),
                     [&](const auto& one) { return one->task.first && now - one->begun < kAlone; });
}

namespace {
std::string city_name(const Arm& arm, std::uint32_t replicate) {
  return arm.burnt_in + "/" + std::to_string(replicate);
}
}  // namespace

/// The next life that `watcher` lacks among its replicates [from, to) and nobody lives yet.
bool Engine::offer(Watcher& watcher, int from, int to, Task& task) {
  if (!watcher.failure_.empty()) return false;
  for (int i = from; i < std::min(to, watcher.replicates_); ++i) {
    const auto replicate = static_cast<std::uint32_t>(i + 1);
    const Watcher::Pair& pair = watcher.pairs_[static_cast<std::size_t>(i)];
    // B follows A's children, and so comes after it.
    const bool first = !pair.a;
    const ArmPointer& arm = first ? watcher.a_ : watcher.b_;
    const std::string& life = first ? arm->key : watcher.life_b_;
    if ((!first && pair.b) || is_running(life, replicate)) continue;
    if (is_founding(city_name(*arm, replicate))) continue;
    task = {life,
            arm,
            first ? nullptr : watcher.a_,
            replicate,
            i == 0 && !watcher.background_,
            watcher.background_};
    return true;
  }
  return false;
}

std::optional<Engine::Task> Engine::next(bool express) {
  Task task;
  for (Watcher* watcher : watchers_) {
    if (watcher->lived_ == 0 && offer(*watcher, 0, 1, task)) return task;
  }
  if (express || somebody_waits()) return std::nullopt;
  bool wanting = false;
  for (int stage = 0; stage < static_cast<int>(std::size(kSteps)); ++stage) {
    for (auto at = watchers_.begin(); at != watchers_.end(); ++at) {
      Watcher& watcher = **at;
      wanting = wanting || watcher.lived_ < watcher.replicates_;
      if (watcher.lived_ == 0 || watcher.stage() != stage) continue;
      if (!offer(watcher, watcher.lived_, kSteps[stage], task)) continue;
      watchers_.splice(watchers_.end(), watchers_, at);
      return task;
    }
  }
  if (wanting) return std::nullopt;
  for (int stage = 0; stage < static_cast<int>(std::size(kSteps)); ++stage) {
    for (const auto& watcher : background_) {
      if (watcher->stage() != stage) continue;
      if (offer(*watcher, watcher->lived_, kSteps[stage], task)) return task;
    }
  }
  return std::nullopt;
}

void Engine::work(bool express) {
  std::unique_lock<std::mutex> lock(mutex_);
  while (!over_) {
    const std::optional<Task> task = next(express);
    if (!task) {
      work_.wait_for(lock, 100ms);
      continue;
    }
    auto running = std::make_shared<Running>();
    running->task = *task;
    running->begun = std::chrono::steady_clock::now();
    if (!cities_.find(task->arm->burnt_in, task->replicate)) {
      running->city = city_name(*task->arm, task->replicate);
    }
    running_.push_back(running);
    lock.unlock();
    std::string failure;
    const LifePointer life = lived(*running, failure);
    lock.lock();
    running_.remove(running);
    deliver(*task, life, failure);
    work_.notify_all();
  }
}

LifePointer Engine::lived(Running& running, std::string& failure) {
  const Task& task = running.task;
  // Who waits for a first pair has all processors at work on it; else each works for itself.
  std::optional<LoopsInOrder> in_order;
  if (!task.first) in_order.emplace();
  try {
    const PlacesPointer against =
        task.against ? places_of(task.against, task.replicate, running.stop) : nullptr;
    if (task.against && !against) return nullptr;
    Lived lived = live(*task.arm, task.replicate, against.get(), cities_, running.stop, [&] {
      const std::lock_guard<std::mutex> lock(mutex_);
      running.city.clear();
      work_.notify_all();
    });
    if (lived.places) {
      places_.keep(task.arm->key, task.replicate, lived.places, bytes_of(*lived.places));
    }
    return lived.life;
  } catch (const std::exception& error) {
    failure = error.what();
    return nullptr;
  }
}

/// Where the children of `arm` are; it is lived once more where that is not kept. Null where it was
/// stopped.
PlacesPointer Engine::places_of(const ArmPointer& arm, std::uint32_t replicate,
                                const std::atomic<bool>& stop) {
  if (PlacesPointer kept = places_.find(arm->key, replicate)) return kept;
  Lived again = live(*arm, replicate, nullptr, cities_, stop, [] {});
  if (again.places) places_.keep(arm->key, replicate, again.places, bytes_of(*again.places));
  return again.places;
}

void Engine::deliver(const Task& task, const LifePointer& life, const std::string& failure) {
  if (life) lives_.keep(task.life, task.replicate, life, bytes_of(*life));
  if (!life && failure.empty()) return;  // it was given up
  const auto hand = [&](Watcher& watcher) {
    if (!watcher.wants(task.life, task.replicate)) return;
    if (!life) {
      watcher.failure_ = failure;
      return;
    }
    Watcher::Pair& pair = watcher.pairs_[task.replicate - 1];
    if (task.life == watcher.a_->key) pair.a = life;
    if (task.life == watcher.life_b_) pair.b = life;
    watcher.pairs_lived();
  };
  for (Watcher* watcher : watchers_) hand(*watcher);
  for (const auto& watcher : background_) hand(*watcher);
  background_.remove_if([](const auto& watcher) {
    return watcher->lived_ == watcher->replicates_ || !watcher->failure_.empty();
  });
  news_.notify_all();
}

void Engine::give_up_unwanted() {
  for (const auto& one : running_) {
    const Task& task = one->task;
    const auto wanted = [&](const auto& watcher) {
      return watcher->wants(task.life, task.replicate);
    };
    const bool any = std::any_of(watchers_.begin(), watchers_.end(), wanted) ||
                     std::any_of(background_.begin(), background_.end(), wanted);
    if (!any) one->stop = true;
  }
}

}  // namespace homeroom::workshop
