// Rows that wait on disk until their turn: a run that writes year by year, and lives otherwise,
// keeps them in files of their own beside its tables.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/records/run_directory.hpp"

namespace homeroom {

class WaitingRows {
 public:
  /// Rows of `queues` queues, by number, below `folder`, in files whose names begin with this one.
  /// Of each queue about `held` bytes are held in memory before anything is written.
  WaitingRows(std::filesystem::path folder, std::string name, std::size_t queues, std::size_t held);
  /// Files that are left are removed.
  ~WaitingRows();
  WaitingRows(const WaitingRows&) = delete;
  WaitingRows& operator=(const WaitingRows&) = delete;

  /// Appends rows to a queue; to others meanwhile, too. Throws WriteFailed.
  void add(std::size_t queue, std::string_view rows);

  /// Passes a queue's rows on in their order, a slice at a time, and forgets them. Throws
  /// WriteFailed.
  void take(std::size_t queue, const std::function<void(std::string&& slice)>& take);

 private:
  struct Queue {
    std::string held;  ///< its end, not on disk yet
    bool on_disk = false;
  };

  std::filesystem::path file_of(std::size_t queue) const;
  void put_down(std::size_t queue);

  std::filesystem::path folder_;
  std::string name_;
  std::size_t most_held_;
  std::vector<Queue> queues_;
};

}  // namespace homeroom
