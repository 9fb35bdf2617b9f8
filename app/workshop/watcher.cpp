#include "app/workshop/engine.hpp"

namespace homeroom::workshop {

Watcher::Watcher(Engine& engine, ArmPointer a, ArmPointer b, int replicates, bool background)
    : engine_(engine),
      a_(std::move(a)),
      b_(std::move(b)),
      life_b_(a_->key == b_->key ? b_->key : b_->key + "\nbeside\n" + a_->key),
      replicates_(replicates),
      background_(background),
      pairs_(static_cast<std::size_t>(replicates)) {
  for (std::size_t i = 0; i < pairs_.size(); ++i) {
    const auto replicate = static_cast<std::uint32_t>(i + 1);
    pairs_[i] = {engine.lives_.find(a_->key, replicate), engine.lives_.find(life_b_, replicate)};
  }
  pairs_lived();
}

Watcher::~Watcher() {
  if (background_) return;
  const std::lock_guard<std::mutex> lock(engine_.mutex_);
  engine_.watchers_.remove(this);
  engine_.give_up_unwanted();
  engine_.work_.notify_all();
}

bool Watcher::wants(const std::string& life, std::uint32_t replicate) const {
  if (replicate > pairs_.size() || !failure_.empty()) return false;
  const Pair& pair = pairs_[replicate - 1];
  return (!pair.a && life == a_->key) || (!pair.b && life == life_b_);
}

int Watcher::pairs_lived() {
  while (lived_ < replicates_ && pairs_[static_cast<std::size_t>(lived_)].a &&
         pairs_[static_cast<std::size_t>(lived_)].b) {
    ++lived_;
  }
  return lived_;
}

int Watcher::stage() const {
  int stage = 0;
  while (kSteps[stage] <= lived_ && kSteps[stage] < replicates_) ++stage;
  return stage;
}

Watcher::News Watcher::wait(int known, std::chrono::milliseconds most) {
  std::unique_lock<std::mutex> lock(engine_.mutex_);
  engine_.news_.wait_for(lock, most,
                         [&] { return lived_ > known || !failure_.empty() || engine_.over_; });
  return {lived_, failure_, engine_.over_};
}

std::vector<LifePointer> Watcher::lives(char which, int pairs) const {
  const std::lock_guard<std::mutex> lock(engine_.mutex_);
  std::vector<LifePointer> lives;
  for (int i = 0; i < pairs; ++i) {
    const Pair& pair = pairs_[static_cast<std::size_t>(i)];
    lives.push_back(which == 'a' ? pair.a : pair.b);
  }
  return lives;
}

}  // namespace homeroom::workshop
