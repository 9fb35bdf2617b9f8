// What a page asks: a city and two policies, all of it in one JSON text that stands in an address.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace homeroom::workshop {

/// What is laid over a city's law, the later above the earlier.
struct PolicyState {
  std::vector<std::string> presets;           ///< sorted, each once
  std::map<std::string, std::string> models;  ///< a model of the city, and the one it becomes like
  std::map<std::string, std::string> levers;  ///< by key; values as TOML writes them
};

struct State {
  std::string city;
  std::optional<int> years;
  std::optional<std::int64_t> seed;
  int replicates = 128;
  PolicyState a, b;
  std::vector<std::string> locks;

  const PolicyState& policy(char which) const { return which == 'a' ? a : b; }
};

inline constexpr int kMostYears = 30, kMostReplicates = 256;
inline constexpr std::size_t kMostPresets = 40, kMostLevers = 200;

/// What is wrong with a state, or with what it asks for.
struct StateFault {
  std::string policy;  ///< "a", "b"; empty: the state as a whole
  std::string lever;   ///< empty: no single one
  std::string what;
  std::string allowed;      ///< what would be right, else empty
  std::string to_try = {};  ///< what to do, else empty

  /// In one line, as a command says it.
  std::string text() const;
};

struct StateReading {
  bool is_json = true;
  std::optional<State> state;  ///< only where there is no fault
  std::vector<StateFault> faults;
};

/// Reads a state and checks its shape: keys, kinds, bounds. Whether a city, preset or lever of that
/// name exists is for who knows them.
StateReading read_state(std::string_view json);

}  // namespace homeroom::workshop
