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
  /// Rows of `queues` queues, by number, below `folder`. Writes nothing before there are many.
  WaitingRows(std::filesystem::path folder, std::size_t queues);
  /// Files that are left are removed.
  ~WaitingRows();
  WaitingRows(const WaitingRows&) = delete;
  WaitingRows& operator=(const WaitingRows&) = delete;

  /// Appends rows to a queue. Throws WriteFailed.
  void add(std::size_t queue, std::string_view rows);

  /// Passes a queue's rows on in their order, a slice at a time, and forgets them. Throws
  /// WriteFailed.
  void take(std::size_t queue, const std::function<void(std::string&& slice)>& take);

 private:
  std::filesystem::path file_of(std::size_t queue) const;
  void put_down(std::size_t queue);

  std::filesystem::path folder_;
  std::vector<std::string> held_;  ///< the end of each queue, not on disk yet
  std::vector<bool> on_disk_;
};

}  // namespace homeroom
