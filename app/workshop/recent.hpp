// A few things by name, those that were used last.
#pragma once

#include <algorithm>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

namespace homeroom::workshop {

/// Threads may share it.
template <class Value>
class Recent {
 public:
  explicit Recent(std::size_t most) : most_(most) {}

  std::shared_ptr<const Value> find(const std::string& name) {
    const std::lock_guard<std::mutex> lock(mutex_);
    const auto found =
        std::find_if(all_.begin(), all_.end(), [&](const auto& one) { return one.first == name; });
    if (found == all_.end()) return nullptr;
    all_.splice(all_.begin(), all_, found);
    return found->second;
  }

  void keep(const std::string& name, std::shared_ptr<const Value> value) {
    const std::lock_guard<std::mutex> lock(mutex_);
    all_.emplace_front(name, std::move(value));
    if (all_.size() > most_) all_.pop_back();
  }

 private:
  const std::size_t most_;
  std::mutex mutex_;
  std::list<std::pair<std::string, std::shared_ptr<const Value>>> all_;  ///< last used first
};

}  // namespace homeroom::workshop
