#include "tests/signs/trial.hpp"

#include <cstdlib>
#include <string>

namespace homeroom::signs {
namespace {

/// Throws where the text is no number.
std::optional<std::uint64_t> asked(const char* name) {
  const char* text = std::getenv(name);
  if (text == nullptr) return std::nullopt;
  return std::stoull(text);
}

}  // namespace

std::optional<std::uint64_t> trial_seed() { return asked("HOMEROOM_SIGNS_SEED"); }

std::optional<int> trial_replicates() {
  const auto number = asked("HOMEROOM_SIGNS_REPLICATES");
  if (!number) return std::nullopt;
  return static_cast<int>(*number);
}

}  // namespace homeroom::signs
