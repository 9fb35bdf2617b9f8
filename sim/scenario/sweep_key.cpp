#include "sim/scenario/sweep_key.hpp"

#include <algorithm>
#include <string_view>

namespace homeroom {

std::string in_small_letters(std::string name) {
  for (char& letter : name) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return name;
}

bool is_column_of_runs(const std::string& name) {
  const std::string small = in_small_letters(name);
  static const std::vector<std::string_view> columns = {
      "run", "point", "scenario", "policy", "replicate", "seed", "status", "failure", "command"};
  return std::find(columns.begin(), columns.end(), small) != columns.end();
}

std::string column_of(const std::string& key) {
  const std::string word = last_part(key);
  return is_column_of_runs(word) ? key : word;
}

std::string near_sweep_key(const std::string& key) {
  constexpr std::string_view kPolicy = "policy.";
  const bool of_policy = key.starts_with(kPolicy);
  const std::string plain = of_policy ? key.substr(kPolicy.size()) : key;
  const std::string section = plain.substr(0, plain.rfind('.') + 1);
  std::vector<std::string> siblings;
  for (const Declared& declared : declared_fields()) {
    if (declared.key.starts_with(section)) siblings.push_back(declared.key);
  }
  const std::string near = nearest_key(plain, siblings);
  const bool lawful = near.starts_with("law.") || near.starts_with("models.");
  if (near == key) return {};  // it is known, and changes no run
  if (!of_policy || near.empty()) return near;
  return lawful ? std::string(kPolicy) + near : std::string();
}

const Declared* find_sweep_key(const std::string& key) {
  constexpr std::string_view kPolicy = "policy.", kEvery = "every_model.";
  // What names a run, or is the design's own, changes no run.
  if (key == "name" || key == "description" || key == "run.replicates") return nullptr;
  if (!key.starts_with(kPolicy)) return find_declared(key);
  std::string lever = key.substr(kPolicy.size());
  if (lever == "from_year") return find_declared("run.first_year");
  for (const char* word : {".value", ".at_least", ".at_most"}) {
    if (lever.ends_with(word)) lever.resize(lever.rfind('.'));
  }
  if (lever.starts_with(kEvery)) return find_declared("models.KEY." + lever.substr(kEvery.size()));
  const bool lawful = lever.starts_with("law.") || lever.starts_with("models.");
  return lawful ? find_declared(lever) : nullptr;
}

std::string why_no_sweep_key(const std::string& key) {
  if (key == "run.replicates") return "is the design's own: replicates = N";
  if (key == "name" || key == "description") return "changes no run";
  return key.starts_with("policy.") ? "is no lever of a policy" : "is no key";
}

}  // namespace homeroom
