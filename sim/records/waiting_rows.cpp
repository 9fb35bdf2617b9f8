#include "sim/records/waiting_rows.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <fstream>
#include <system_error>
#include <utility>

#include "sim/core/failure.hpp"

namespace homeroom {
namespace {

constexpr std::size_t kSlice = 1U << 20U;  // bytes

[[noreturn]] void fail(const std::filesystem::path& file, const char* what) {
  throw WriteFailed(
      fmt::format("{}: cannot be {}: {}", file.string(), what, words_of_error(errno)));
}

/// Programs side by side may keep their rows in one folder, and so may parts of one.
std::string unique(const std::string& name) {
  static std::atomic<unsigned> made{0};
  return fmt::format("{}_{}_{}", name, getpid(), made++);
}

}  // namespace

WaitingRows::WaitingRows(std::filesystem::path folder, std::string name, std::size_t queues,
                         std::size_t held)
    : folder_(std::move(folder)), name_(unique(name)), most_held_(held), queues_(queues) {}

WaitingRows::~WaitingRows() {
  std::error_code ignored;
  for (std::size_t queue = 0; queue < queues_.size(); ++queue) {
    if (queues_[queue].on_disk) std::filesystem::remove(file_of(queue), ignored);
  }
}

std::filesystem::path WaitingRows::file_of(std::size_t queue) const {
  return folder_ / fmt::format("{}{}_{}.part", kWaitingPrefix, name_, queue);
}

void WaitingRows::add(std::size_t queue, std::string_view rows) {
  queues_[queue].held += rows;
  if (queues_[queue].held.size() >= most_held_) put_down(queue);
}

/// Opened each time: of hundreds of queues not all may be open at once.
void WaitingRows::put_down(std::size_t queue) {
  const auto mode = queues_[queue].on_disk ? std::ios::app : std::ios::trunc;
  queues_[queue].on_disk = true;
  std::ofstream file(file_of(queue), std::ios::binary | std::ios::out | mode);
  file.write(queues_[queue].held.data(), static_cast<std::streamsize>(queues_[queue].held.size()));
  file.close();
  if (!file) fail(file_of(queue), "written");
  std::string().swap(queues_[queue].held);
}

void WaitingRows::take(std::size_t queue, const std::function<void(std::string&& slice)>& take) {
  if (queues_[queue].on_disk) {
    std::ifstream file(file_of(queue), std::ios::binary);
    while (file) {
      std::string slice(kSlice, '\0');
      file.read(slice.data(), static_cast<std::streamsize>(slice.size()));
      slice.resize(static_cast<std::size_t>(file.gcount()));
      if (!slice.empty()) take(std::move(slice));
    }
    if (!file.eof()) fail(file_of(queue), "read");
    std::error_code ignored;
    std::filesystem::remove(file_of(queue), ignored);
    queues_[queue].on_disk = false;
  }
  if (!queues_[queue].held.empty()) take(std::exchange(queues_[queue].held, {}));
}

}  // namespace homeroom
