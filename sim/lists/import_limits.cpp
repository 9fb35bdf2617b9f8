#include "sim/lists/import_limits.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

namespace homeroom::lists {

bool lists_are_small_enough(const std::vector<std::string>& files, Remarks& remarks) {
  std::uintmax_t together = 0;
  for (const std::string& file : files) {
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    together += error ? 0 : size;
    if (together <= kMostBytes) continue;
    remarks.about(
        Weight::Fatal, file, "", fmt::format("makes {} MiB of lists", (together >> 20) + 1),
        fmt::format("{} MiB together; --large reads lists of up to 4 GiB each, in six times "
                    "their size of memory",
                    kMostBytes >> 20));
    return false;
  }
  return true;
}

}  // namespace homeroom::lists
