// What is kept in memory within a bound: values of groups, each with numbered members. The group
// that was used longest ago gives way first, its highest number before the others: replicate 1 is
// what everybody waits for, and dropping from the front would drop just what is asked for next.
#pragma once

#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace homeroom::workshop {

/// Threads may share it.
template <class Value>
class Shelf {
 public:
  explicit Shelf(double most_bytes) : most_(most_bytes) {}

  std::shared_ptr<const Value> find(const std::string& group, std::uint32_t number) {
    const std::lock_guard<std::mutex> lock(mutex_);
    const auto found = groups_.find(group);
    if (found == groups_.end()) return nullptr;
    ages_.splice(ages_.end(), ages_, found->second.age);
    const auto member = found->second.members.find(number);
    return member == found->second.members.end() ? nullptr : member->second.value;
  }

  /// Keeps it, or not, where others have more right to the room.
  void keep(const std::string& group, std::uint32_t number, std::shared_ptr<const Value> value,
            double bytes) {
    const std::lock_guard<std::mutex> lock(mutex_);
    const auto there = groups_.find(group);
    if (there != groups_.end() && there->second.members.count(number) > 0) return;
    if (!make_room(group, number, bytes)) return;
    auto& [members, age] = groups_[group];
    if (members.empty()) age = ages_.insert(ages_.end(), group);
    members.emplace(number, Member{std::move(value), bytes});
    bytes_ += bytes;
  }

  double bytes() const {
    const std::lock_guard<std::mutex> lock(mutex_);
    return bytes_;
  }
  std::size_t count() const {
    const std::lock_guard<std::mutex> lock(mutex_);
    std::size_t count = 0;
    for (const auto& [group, entry] : groups_) count += entry.members.size();
    return count;
  }

 private:
  struct Member {
    std::shared_ptr<const Value> value;
    double bytes;
  };
  struct Group {
    std::map<std::uint32_t, Member> members;  ///< never empty
    std::list<std::string>::iterator age;
  };

  bool make_room(const std::string& group, std::uint32_t number, double bytes) {
    if (bytes > most_) return false;
    while (bytes_ + bytes > most_) {
      const std::string oldest = ages_.front();
      const auto of = groups_.find(oldest);
      const auto last = std::prev(of->second.members.end());
      if (oldest == group && last->first < number) return false;
      bytes_ -= last->second.bytes;
      of->second.members.erase(last);
      if (!of->second.members.empty()) continue;
      ages_.erase(of->second.age);
      groups_.erase(of);
    }
    return true;
  }

  const double most_;
  mutable std::mutex mutex_;
  std::map<std::string, Group> groups_;
  std::list<std::string> ages_;  ///< groups, those used last at the end
  double bytes_ = 0;
};

}  // namespace homeroom::workshop
