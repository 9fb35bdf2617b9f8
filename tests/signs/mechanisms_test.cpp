// The mechanisms of the theory: each is turned by rows, and its effect goes with a carrier that the
// list of mechanisms names.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "sim/scenario/declared.hpp"
#include "sim/scenario/mechanisms.hpp"
#include "tests/signs/sign.hpp"

namespace homeroom::signs {
namespace {

const Mechanisms& mechanisms() {
  static const Mechanisms all = read_mechanisms(HOMEROOM_SOURCE_DIR "/scenarios/mechanisms.toml");
  return all;
}

bool names(const Mechanism& mechanism, const std::string& key) {
  const std::string declared = declared_key(key);
  const auto holds = [&](const std::vector<std::string>& keys) {
    return std::find(keys.begin(), keys.end(), declared) != keys.end();
  };
  return holds(mechanism.levers) || holds(mechanism.strength);
}

TEST(MechanismRows, TheListHasAllAndNoFault) {
  EXPECT_EQ(format_faults(mechanisms().faults), "");
  ASSERT_EQ(mechanisms().all.size(), 62u);
  for (std::size_t i = 0; i < 62; ++i) {
    EXPECT_EQ(mechanisms().all[i].id, fmt::format("M{:02}", i + 1));
  }
}

TEST(MechanismRows, EveryRowTurnsWhatItsMechanismNames) {
  for (const Sign& sign : signs()) {
    SCOPED_TRACE(sign.place());
    if (sign.list == "mechanisms") {
      EXPECT_FALSE(sign.mechanism.empty()) << "names no mechanism";
    }
    if (sign.mechanism.empty()) continue;
    const Mechanism* mechanism = find_mechanism(mechanisms(), sign.mechanism);
    ASSERT_NE(mechanism, nullptr) << "unknown " << sign.mechanism;
    EXPECT_TRUE(names(*mechanism, sign.cause)) << sign.cause << " is no key of " << mechanism->id;
    ASSERT_TRUE(sign.through) << "without a carrier";
    EXPECT_TRUE(names(*mechanism, sign.through->key))
        << sign.through->key << " is no key of " << mechanism->id;
  }
}

TEST(MechanismRows, EveryMechanismHasARowForEachOfItsPaths) {
  std::map<std::string, std::size_t> rows;
  for (const Sign& sign : signs()) {
    if (sign.list == "mechanisms") ++rows[sign.mechanism];
  }
  for (const Mechanism& mechanism : mechanisms().all) {
    EXPECT_GE(rows[mechanism.id], std::max<std::size_t>(1, mechanism.paths.size()))
        << mechanism.id << ": " << mechanism.cause;
  }
}

}  // namespace
}  // namespace homeroom::signs
