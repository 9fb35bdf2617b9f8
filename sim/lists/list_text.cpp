#include "sim/lists/list_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>

#include "sim/scenario/utf8.hpp"

namespace homeroom::lists {

namespace fs = std::filesystem;

namespace {

// The membership of all schools of the country by grade, race and sex has 1.5 GB.
constexpr std::uintmax_t kLargestList = std::uintmax_t{4} << 30;

/// Where Windows-1252 differs from Latin-1: bytes 0x80 to 0x9f; 0: undefined, as Latin-1 has it.
constexpr std::array<std::uint16_t, 32> kWindows = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

void append_code(std::string& text, std::uint32_t code) {
  const auto put = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xc0 | (code >> 6));
    put(0x80 | (code & 0x3f));
  } else if (code < 0x10000) {
    put(0xe0 | (code >> 12));
    put(0x80 | ((code >> 6) & 0x3f));
    put(0x80 | (code & 0x3f));
  } else {
    put(0xf0 | (code >> 18));
    put(0x80 | ((code >> 12) & 0x3f));
    put(0x80 | ((code >> 6) & 0x3f));
    put(0x80 | (code & 0x3f));
  }
}

std::string from_utf16(const std::string& bytes, bool big_end_first) {
  const auto unit = [&](std::size_t at) -> std::uint32_t {
    const auto one = static_cast<unsigned char>(bytes[at]);
    const auto other = static_cast<unsigned char>(bytes[at + 1]);
    return big_end_first ? one * 256u + other : other * 256u + one;
  };
  const auto is_half = [](std::uint32_t code, std::uint32_t which) {
    return (code & 0xfc00) == which;
  };
  std::string text;
  text.reserve(bytes.size() / 2 * 3);  // a unit of two bytes becomes three at most
  for (std::size_t at = 2; at + 1 < bytes.size(); at += 2) {
    std::uint32_t code = unit(at);
    if (is_half(code, 0xd800) && at + 3 < bytes.size() && is_half(unit(at + 2), 0xdc00)) {
      code = 0x10000 + ((code & 0x3ff) << 10) + (unit(at + 2) & 0x3ff);
      at += 2;
    } else if (is_half(code, 0xd800) || is_half(code, 0xdc00)) {
      code = 0xfffd;
    }
    append_code(text, code);
  }
  return text;
}

/// UTF-8 stays; every byte that is none is read as Windows-1252.
std::string without_bad_bytes(std::string_view bytes, const std::string& file, Remarks& remarks) {
  const std::string what = "is not UTF-8", allowed = "UTF-8",
                    dropped = "read as Windows-1252 (Latin-1)";
  std::string text;
  const auto high =
      static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), [](char byte) {
        return static_cast<unsigned char>(byte) > 0x7f;
      }));
  text.reserve(bytes.size() + 2 * high);
  int line = 1, told = 0;
  while (!bytes.empty()) {
    const std::size_t bad = first_bad_byte(bytes);
    const std::string_view good = bytes.substr(0, bad);
    text += good;
    if (bad == std::string_view::npos) break;
    for (const char letter : good) line += letter == '\n';
    const auto byte = static_cast<unsigned char>(bytes[bad]);
    if (line != told) remarks.at(Weight::Fault, file, line, {}, what, allowed, dropped);
    told = line;
    const std::uint32_t special = byte >= 0x80 && byte < 0xa0 ? kWindows[byte - 0x80] : 0;
    append_code(text, special ? special : byte);
    bytes.remove_prefix(bad + 1);
  }
  return text;
}

std::string refusal(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) return "no such file";
  if (error) return "cannot be read: " + error.message();
  if (fs::is_directory(status)) return "is a directory; a file is wanted";
  if (!fs::is_regular_file(status)) return "is not a regular file";
  const std::uintmax_t size = fs::file_size(path, error);
  if (error) return "cannot be read: " + error.message();
  if (size == 0) return "is empty";
  if (size > kLargestList) return fmt::format("is too large: {} bytes (at most 4 GiB)", size);
  return {};
}

}  // namespace

std::string as_utf8(std::string bytes, const std::string& file, Remarks& remarks) {
  const auto begins = [&](const char* mark) { return bytes.starts_with(mark); };
  if (begins("\xff\xfe") || begins("\xfe\xff")) {
    remarks.about(Weight::Fault, file, "", "is UTF-16", "UTF-8", "read as UTF-16");
    return from_utf16(bytes, begins("\xfe\xff"));
  }
  if (begins("\xef\xbb\xbf")) {
    remarks.about(Weight::Note, file, "", "begins with a byte order mark, which is passed over");
    bytes.erase(0, 3);
  }
  if (first_bad_byte(bytes) == std::string_view::npos) return bytes;
  return without_bad_bytes(bytes, file, remarks);
}

std::optional<std::string> read_list_text(const std::string& file, Remarks& remarks) {
  std::string problem = refusal(file);
  std::string bytes;
  if (problem.empty()) {
    std::ifstream in(file, std::ios::binary);
    std::error_code error;
    bytes.resize(fs::file_size(file, error));
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (error || !in) problem = "cannot be read to its end";
  }
  if (!problem.empty()) {
    remarks.about(Weight::Fatal, file, "", problem);
    return std::nullopt;
  }
  return as_utf8(std::move(bytes), file, remarks);
}

}  // namespace homeroom::lists
