#include "app/workshop/state.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/scenario/nearest.hpp"
#include "sim/scenario/notes.hpp"
#include "sim/scenario/toml_text.hpp"

namespace homeroom::workshop {

std::string StateFault::text() const {
  std::string text;
  if (!policy.empty()) text += fmt::format("policy {}: ", policy == "a" ? "A" : "B");
  if (!lever.empty()) text += lever + ": ";
  text += what;
  if (!allowed.empty()) text += fmt::format(" (allowed: {})", allowed);
  if (!to_try.empty()) text += "; " + to_try;
  return text;
}

namespace {

using Json = nlohmann::json;

constexpr std::int64_t kMostSeed = 2147483647;

/// Reads one object; every fault is told with the policy it stands in.
class Reader {
 public:
  Reader(std::string policy, std::vector<StateFault>& faults)
      : policy_(std::move(policy)), faults_(faults) {}

  void fault(const std::string& key, std::string what, std::string allowed = {},
             std::string to_try = {}) {
    faults_.push_back({policy_, key, std::move(what), std::move(allowed), std::move(to_try)});
  }

  void refuse_other_keys(const Json& object, const std::vector<std::string>& known) {
    for (const auto& [key, value] : object.items()) {
      if (std::find(known.begin(), known.end(), key) != known.end()) continue;
      const std::string nearest = nearest_of(key, known);
      fault(key, "is no part of a state", listed(known),
            nearest.empty() ? "" : fmt::format("did you mean \"{}\"?", nearest));
    }
  }

  std::optional<std::int64_t> whole(const Json& object, const char* key, std::int64_t low,
                                    std::int64_t high) {
    const auto found = object.find(key);
    if (found == object.end()) return std::nullopt;
    const std::string allowed = fmt::format("a whole number, {} to {}", low, high);
    const bool too_large = found->is_number_unsigned() &&
                           found->get<std::uint64_t>() > static_cast<std::uint64_t>(high);
    if (!found->is_number_integer() || too_large || found->get<std::int64_t>() < low ||
        found->get<std::int64_t>() > high) {
      fault(key, "is out of range, or no whole number", allowed);
      return std::nullopt;
    }
    return found->get<std::int64_t>();
  }

  std::vector<std::string> words(const Json& object, const char* key, std::size_t most) {
    std::vector<std::string> all;
    const auto found = object.find(key);
    if (found == object.end()) return all;
    if (!found->is_array() || found->size() > most) {
      fault(key, "wants a list of names", fmt::format("up to {}", most));
      return all;
    }
    for (const Json& item : *found) {
      if (item.is_string()) {
        all.push_back(item.get<std::string>());
      } else {
        fault(key, "wants names, each a string");
      }
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  }

  /// Members of an object below `key`, each as `as_text` writes it.
  template <class AsText>
  std::map<std::string, std::string> members(const Json& object, const char* key,
                                             const AsText& as_text) {
    std::map<std::string, std::string> all;
    const auto found = object.find(key);
    if (found == object.end()) return all;
    if (!found->is_object() || found->size() > kMostLevers) {
      fault(key, "wants an object", fmt::format("up to {} members", kMostLevers));
      return all;
    }
    for (const auto& [name, value] : found->items()) {
      if (auto text = as_text(name, value)) all.emplace(name, std::move(*text));
    }
    return all;
  }

  PolicyState policy(const Json& object) {
    PolicyState policy;
    if (!object.is_object()) {
      fault("", "wants an object", R"({"presets":[],"models":{},"levers":{}})");
      return policy;
    }
    refuse_other_keys(object, {"presets", "models", "levers"});
    policy.presets = words(object, "presets", kMostPresets);
    policy.models = members(object, "models", [&](const std::string& name, const Json& value) {
      return word_of(name, value);
    });
    policy.levers = members(object, "levers", [&](const std::string& name, const Json& value) {
      return literal_of(name, value);
    });
    return policy;
  }

 private:
  std::optional<std::string> word_of(const std::string& name, const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    fault(name, "wants the name of a school model");
    return std::nullopt;
  }

  std::optional<std::string> literal_of(const std::string& name, const Json& value) {
    if (value.is_boolean()) return std::string(value.get<bool>() ? "true" : "false");
    if (value.is_number_integer()) return value.dump();
    if (value.is_number_float()) return toml_literal(value.get<double>());
    if (value.is_string()) return toml_string(value.get<std::string>());
    fault(name, "has no value", "a number, true, false or a word");
    return std::nullopt;
  }

  std::string policy_;
  std::vector<StateFault>& faults_;
};

void read_into(State& state, const Json& root, std::vector<StateFault>& faults) {
  Reader reader("", faults);
  reader.refuse_other_keys(root, {"v", "city", "years", "seed", "replicates", "a", "b", "locks"});
  reader.whole(root, "v", 1, 1);
  const auto city = root.find("city");
  if (city != root.end() && city->is_string()) {
    state.city = city->get<std::string>();
  } else {
    reader.fault("city", "is missing, or no name", "the key of a city");
  }
  if (const auto years = reader.whole(root, "years", 1, kMostYears)) {
    state.years = static_cast<int>(*years);
  }
  state.seed = reader.whole(root, "seed", 0, kMostSeed);
  if (const auto replicates = reader.whole(root, "replicates", 1, kMostReplicates)) {
    state.replicates = static_cast<int>(*replicates);
  }
  if (root.contains("a")) state.a = Reader("a", faults).policy(root["a"]);
  if (root.contains("b")) state.b = Reader("b", faults).policy(root["b"]);
  state.locks = reader.words(root, "locks", kMostLevers);
}

}  // namespace

StateReading read_state(std::string_view json) {
  StateReading reading;
  const Json root = Json::parse(json, nullptr, false);
  if (root.is_discarded() || !root.is_object()) {
    reading.is_json = false;
    reading.faults.push_back({"", "", "the state is no JSON object", R"({"city":"boston", ...})"});
    return reading;
  }
  State state;
  read_into(state, root, reading.faults);
  if (reading.faults.empty()) reading.state = std::move(state);
  return reading;
}

}  // namespace homeroom::workshop
