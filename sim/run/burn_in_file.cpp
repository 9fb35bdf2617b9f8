#include "sim/run/burn_in_file.hpp"

#include <fmt/format.h>

#include "sim/core/packed.hpp"
#include "sim/records/manifest.hpp"
#include "sim/world/world_fields.hpp"

namespace homeroom {

HOMEROOM_FIELDS(GrowthZero, anchor, resource_norm)
HOMEROOM_FIELDS(Chronicle, lifetimes, erosion)
HOMEROOM_FIELDS(BurntIn, world, chronicle)

namespace {

constexpr std::string_view kMagic = "homeroom burnt-in city, format ";
constexpr std::string_view kFormat = "1";

/// The first line of a file; two lines are equal only where all they tell of is.
std::string first_line(std::string_view fingerprint, std::string_view body) {
  return fmt::format("{}{}, {}, {} bytes, checksum {}\n", kMagic, kFormat, fingerprint, body.size(),
                     homeroom::fingerprint(body));
}

/// The length that a first line tells of; nothing where it tells of none.
std::optional<std::size_t> length_told(std::string_view line) {
  const std::size_t end = line.find(" bytes, ");
  if (end == std::string_view::npos) return std::nullopt;
  std::size_t length = 0;
  const std::size_t comma = line.rfind(' ', end - 1);
  for (const char digit : line.substr(comma + 1, end - comma - 1)) {
    if (digit < '0' || digit > '9') return std::nullopt;
    length = 10 * length + static_cast<std::size_t>(digit - '0');
  }
  return length;
}

/// What is wrong with a file whose first line is not the one that its bytes should have.
std::string fault_of(std::string_view line, std::string_view body, std::string_view fingerprint) {
  if (line.substr(0, kMagic.size()) != kMagic) return "holds no burnt-in city";
  const std::string wanted = fmt::format("{}{}, ", kMagic, kFormat);
  if (line.substr(0, wanted.size()) != wanted) return "is of another format";
  if (line.substr(wanted.size(), fingerprint.size()) != fingerprint) return "holds another city";
  const auto length = length_told(line);
  if (length && body.size() != *length) {
    return fmt::format("is {}: {} bytes of {}", body.size() < *length ? "cut short" : "too long",
                       body.size(), *length);
  }
  return "is damaged: its bytes do not have its checksum";
}

}  // namespace

std::string burn_in_bytes(const BurntIn& city, const std::vector<GrowthZero>& zeros,
                          std::string_view fingerprint) {
  Packer pack;
  pack(city, zeros);
  return first_line(fingerprint, pack.bytes()) + pack.bytes();
}

BurnInReading read_burn_in(std::string_view bytes, std::string_view fingerprint,
                           const Scenario& scenario) {
  const std::size_t end = bytes.find('\n');
  const std::size_t past = end == std::string_view::npos ? bytes.size() : end + 1;
  const std::string_view line = bytes.substr(0, past), body = bytes.substr(past);
  if (line != first_line(fingerprint, body)) return {{}, fault_of(line, body, fingerprint)};
  KeptBurnIn kept{{World{}, Chronicle(scenario)}, {}};
  Unpacker unpack(body);
  unpack(kept.city, kept.zeros);
  if (!unpack.complete()) return {{}, "has other fields than this program's cities"};
  return {std::move(kept), {}};
}

}  // namespace homeroom
