// The mechanisms that the theory asserts, as written in scenarios/mechanisms.toml: what causes
// what, which levers turn it, in which chapter it happens, and where its strength comes from.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/fault.hpp"
#include "sim/scenario/scenario.hpp"

namespace homeroom {

struct Mechanism {
  std::string id;  ///< "M14"
  std::string cause, effect, agents, chapter, source;
  std::vector<std::string> paths;             ///< where theory points both ways: each of them
  std::vector<std::string> levers, strength;  ///< keys as they are declared (models.KEY.S1)
};

struct Mechanisms {
  std::vector<Mechanism> all;  ///< in the file's order
  std::vector<Fault> faults;   ///< all of them; the list counts only where there is none
};

Mechanisms read_mechanisms(const std::filesystem::path& file);

/// The mechanism of this id, whatever its letters' case; null where there is none.
const Mechanism* find_mechanism(const Mechanisms& mechanisms, std::string_view id);

/// One paragraph a mechanism: cause, effect, chapter, levers, strength with status.
std::string explain_mechanism_list(const Mechanisms& mechanisms, const Scenario* scenario);
/// All that is known of one, with values and sources.
std::string explain_mechanism(const Mechanism& mechanism, const Scenario* scenario);
/// The same list as a Markdown table.
std::string mechanisms_table_markdown(const Mechanisms& mechanisms, const Scenario* scenario);

}  // namespace homeroom
