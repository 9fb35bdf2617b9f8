#include "app/write_text.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "sim/core/failure.hpp"

namespace homeroom::app {

bool write_text(const std::string& file, const std::string& text) {
  const std::filesystem::path part = file + ".part";
  {
    std::ofstream out(part, std::ios::binary);
    out << text;
    if (!out.flush()) {
      fmt::print(stderr, "homeroom: {}: cannot be written: {}\n", file, words_of_error(errno));
      out.close();
      std::error_code nothing;
      std::filesystem::remove(part, nothing);
      return false;
    }
  }
  std::error_code error;
  std::filesystem::rename(part, file, error);
  if (!error) return true;
  fmt::print(stderr, "homeroom: {}: cannot be written: {}\n", file, words_of_error(error.value()));
  std::filesystem::remove(part, error);
  return false;
}

}  // namespace homeroom::app
