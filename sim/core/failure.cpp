#include "sim/core/failure.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <new>
#include <string_view>
#include <system_error>

namespace homeroom {
namespace {

/// What lets the system do after all what it refused; empty where nothing is known.
const char* way_out(int number) {
  switch (number) {
    case ENOSPC:
    case EDQUOT:
      return "make room on its disk, or take a folder on another";
    case EFBIG:
      return "files may not grow further here (ulimit -f); lift that limit, or write elsewhere";
    case EACCES:
    case EPERM:
    case EROFS:
      return "allow writing there, or take another folder";
    case EMFILE:
      return "allow more open files (ulimit -n)";
    case ENOMEM:
      return "give it more memory, or run fewer threads (--threads)";
    default:
      return "";
  }
}

constexpr const char* kNoMemory =
    "not enough memory; run fewer replicates side by side (--threads 1), or allow more (ulimit -v)";

constexpr const char* kNoThreads =
    "no more threads can be begun, for want of memory or by a limit; run fewer (--threads 1), or "
    "allow more (ulimit -v, ulimit -u)";

/// Of a file that could not be moved or removed: which, and why.
std::string words_of_files(const std::filesystem::filesystem_error& failure) {
  return failure.path1().string() + ": " + words_of_error(failure.code().value());
}

}  // namespace

std::string words_of_error(int number) {
  const std::string way = way_out(number);
  return std::strerror(number) + (way.empty() ? way : "; " + way);
}

std::string explained(const std::exception& failure) {
  if (dynamic_cast<const std::bad_alloc*>(&failure) != nullptr) return kNoMemory;
  if (const auto* files = dynamic_cast<const std::filesystem::filesystem_error*>(&failure)) {
    return words_of_files(*files);
  }
  const auto* system = dynamic_cast<const std::system_error*>(&failure);
  const bool refused =
      system != nullptr && system->code() == std::errc::resource_unavailable_try_again;
  // oneTBB says so of its own threads.
  if (refused || std::string_view(failure.what()).starts_with("pthread_create has failed")) {
    return kNoThreads;
  }
  return failure.what();
}

}  // namespace homeroom
