#include "sim/records/manifest_reading.hpp"

#include <nlohmann/json.hpp>

namespace homeroom {
namespace {

using Json = nlohmann::ordered_json;

/// The part by that name, or nothing where there is none.
Json part(const Json& json, const char* key) {
  if (!json.is_object()) return {};
  const auto found = json.find(key);
  return found == json.end() ? Json() : *found;
}

std::string text(const Json& json, const char* key) {
  const Json value = part(json, key);
  return value.is_string() ? value.get<std::string>() : std::string();
}

template <typename Number>
Number number(const Json& json, const char* key) {
  const Json value = part(json, key);
  return value.is_number() ? value.get<Number>() : Number();
}

std::vector<std::string> texts(const Json& json) {
  std::vector<std::string> all;
  for (const Json& one : json) {
    if (one.is_string()) all.push_back(one.get<std::string>());
  }
  return all;
}

std::vector<int> wholes(const Json& json) {
  std::vector<int> all;
  for (const Json& one : json) {
    if (one.is_number_integer()) all.push_back(one.get<int>());
  }
  return all;
}

ManifestText scenario_text(const Json& json) {
  ManifestText scenario{text(json, "name"), text(json, "fingerprint"), text(json, "resolved"),
                        texts(part(json, "files"))};
  const std::string file = text(json, "file");
  if (!file.empty()) scenario.files.push_back(file);
  return scenario;
}

void read_what_ran(const Json& json, ManifestFacts& facts) {
  facts.scenario = scenario_text(part(json, "scenario"));
  for (const Json& one : part(json, "alternatives")) {
    facts.alternatives.push_back(scenario_text(one));
  }
  facts.anchor_fingerprint = text(part(json, "anchor"), "fingerprint");
  facts.seed = number<std::uint64_t>(json, "seed");
  facts.replicates_asked = wholes(part(part(json, "replicates"), "asked"));
  facts.replicates_finished = wholes(part(part(json, "replicates"), "finished"));
  const Json years = part(json, "years");
  facts.first_year = number<int>(years, "first");
  facts.policy_years = number<int>(years, "policy");
  facts.burn_in_years = number<int>(years, "burn_in");
}

}  // namespace

ManifestFacts manifest_facts(std::string_view bytes) {
  ManifestFacts facts;
  const Json json = Json::parse(bytes, nullptr, false);
  facts.ours = text(json, "program") == "homeroom";
  if (!facts.ours) return facts;
  facts.version = text(json, "version");
  facts.revision = text(json, "revision");
  facts.status = text(json, "status");
  facts.message = text(json, "message");
  facts.run = text(json, "run");
  facts.command = texts(part(json, "command"));
  facts.tables = texts(part(json, "tables"));
  read_what_ran(json, facts);
  facts.threads = number<int>(json, "threads");
  facts.compiler = text(part(json, "compiler"), "name");
  facts.flags = text(part(json, "compiler"), "flags");
  facts.started = text(json, "started");
  facts.finished = text(json, "finished");
  const Json libraries = part(json, "libraries");
  if (libraries.is_object()) {
    for (const auto& [name, version] : libraries.items()) {
      if (version.is_string()) facts.libraries.emplace_back(name, version.get<std::string>());
    }
  }
  return facts;
}

}  // namespace homeroom
