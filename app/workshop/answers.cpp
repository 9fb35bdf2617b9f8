#include "app/workshop/answers.hpp"

#include <fmt/format.h>

#include "app/workshop/catalogue.hpp"
#include "app/workshop/json.hpp"
#include "sim/scenario/declared.hpp"
#include "sim/scenario/explain.hpp"
#include "sim/scenario/utf8.hpp"

namespace homeroom::workshop {
namespace {

void append(const char* name, const std::vector<StateFault>& faults, JsonWriter& json) {
  json.key(name).begin_list();
  for (const StateFault& fault : faults) {
    json.begin_object().member("policy", fault.policy).member("lever", fault.lever);
    json.member("what", fault.what).member("allowed", fault.allowed).member("try", fault.to_try);
    json.member("text", fault.text()).end_object();
  }
  json.end_list();
}

/// Everything that a policy changes, as the scenario notes it.
void append_moves(const Scenario& scenario, JsonWriter& json) {
  const std::string policy = "policy.";
  for (auto at = scenario.provenance.lower_bound(policy); at != scenario.provenance.end(); ++at) {
    if (!at->first.starts_with(policy)) break;
    const std::string key = at->first.substr(policy.size());
    const auto before = scenario.provenance.find(key);
    if (before == scenario.provenance.end()) continue;
    json.begin_object().member("key", key).member("before", before->second.value);
    json.member("after", at->second.value).member("source", at->second.source);
    json.member("status", at->second.status).end_object();
  }
}

constexpr std::size_t kLongestKey = 200;

/// "places/boston.toml:12": where this machine keeps its scenarios is nobody's business.
std::string place_of(const Noted& note) {
  const std::string set = where_set(note), folder = "scenarios/";
  const std::size_t at = set.rfind(folder);
  return at == std::string::npos ? set : set.substr(at + folder.size());
}

/// The same of the line of an explanation that says it.
std::string without_folders(std::string text) {
  const std::string line = "  set:     ", folder = "scenarios/";
  const std::size_t begin = text.find(line), at = text.rfind(folder);
  if (begin != std::string::npos && at != std::string::npos && at > begin) {
    text.erase(begin + line.size(), at + folder.size() - begin - line.size());
  }
  return text;
}

}  // namespace

Workshop::Workshop(std::vector<City> cities, std::vector<Preset> presets,
                   const EngineOptions& options, const std::string& program)
    : policies(std::move(cities), std::move(presets)),
      engine(options),
      catalogue(catalogue_json(policies, program)) {}

Answer error_answer(int status, std::string_view message, std::string_view to_try) {
  return {status, "application/json", error_json(message, to_try)};
}

std::string faults_json(const std::vector<StateFault>& faults) {
  JsonWriter json;
  json.begin_object();
  append("faults", faults, json);
  append("warnings", {}, json);
  json.key("moves").begin_object().key("a").begin_list().end_list();
  return json.key("b").begin_list().end_list().end_object().end_object().take();
}

Answer check_answer(const Workshop& workshop, std::string_view text) {
  const StateReading reading = read_state(text);
  if (!reading.is_json) return {400, "application/json", faults_json(reading.faults)};
  if (!reading.state) return {200, "application/json", faults_json(reading.faults)};
  std::vector<StateFault> faults = workshop.policies.unknown_names(*reading.state);
  if (!faults.empty()) return {200, "application/json", faults_json(faults)};
  const Told a = workshop.policies.told(*reading.state, 'a', "a"),
             b = workshop.policies.told(*reading.state, 'b', "b");
  std::vector<StateFault> warnings = a.warnings;
  faults = a.faults;
  faults.insert(faults.end(), b.faults.begin(), b.faults.end());
  warnings.insert(warnings.end(), b.warnings.begin(), b.warnings.end());
  JsonWriter json;
  json.begin_object();
  append("faults", faults, json);
  append("warnings", warnings, json);
  json.key("moves").begin_object();
  for (const auto& [name, told] : {std::pair("a", &a), std::pair("b", &b)}) {
    json.key(name).begin_list();
    if (told->scenario) append_moves(*told->scenario, json);
    json.end_list();
  }
  return {200, "application/json", json.end_object().end_object().take()};
}

Answer explain_answer(const Workshop& workshop, const std::string& key, const std::string& city) {
  const City* of =
      city.empty() ? &workshop.policies.cities().front() : workshop.policies.city(city);
  if (!of) return error_answer(404, "is no city of this workshop", "a city of the catalogue");
  if (key.empty() || key.size() > kLongestKey || first_bad_byte(key) != std::string_view::npos) {
    return error_answer(400, "is no key", "a key of the catalogue, such as law.choice.list_length");
  }
  const Scenario* scenario = &of->scenario;
  const Declared* field = find_declared(key);
  const auto noted = scenario->provenance.find(key);
  const bool known = noted != scenario->provenance.end() || (field && field->key == key);
  if (!field || !known) {
    const std::string nearest = nearest_key(key, {});
    return error_answer(
        404, "\"" + key + "\" is no known key",
        nearest.empty() ? "a key of the catalogue" : "did you mean " + nearest + "?");
  }
  const Noted none;
  const Noted& note = noted == scenario->provenance.end() ? none : noted->second;
  JsonWriter json;
  json.begin_object().member("key", key).member("meaning", field->text);
  json.member("unit", field->unit).member("allowed", allowed_text(*field));
  json.member("value", note.value).member("source", note.source).member("status", note.status);
  json.member("set", &note == &none ? "" : place_of(note));
  return {200, "application/json",
          json.member("text", without_folders(explain_key(scenario, key))).end_object().take()};
}

Answer scenario_answer(const Workshop& workshop, std::string_view text, const std::string& policy) {
  if (policy != "a" && policy != "b") {
    return error_answer(400, "policy is neither a nor b", "policy=a or policy=b");
  }
  const StateReading reading = read_state(text);
  if (!reading.state) return {400, "application/json", faults_json(reading.faults)};
  const std::string name = reading.state->city + "_" + policy;
  const Told told = workshop.policies.told(*reading.state, policy.front(), name);
  if (!told.scenario) return {400, "application/json", faults_json(told.faults)};
  const std::string& city = reading.state->city;
  std::string body = fmt::format(
      "# Policy {1} of a workshop on {0}, by itself. The page's numbers once more:\n"
      "#   homeroom compare {0}_a.toml {0}_b.toml --replicates {2}\n\n{3}",
      city, policy == "a" ? "A" : "B", reading.state->replicates, told.scenario->resolved);
  return {200, "application/toml; charset=utf-8", std::move(body), name + ".toml"};
}

}  // namespace homeroom::workshop
