#include "app/policy_sets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <system_error>

#include "app/find_scenario.hpp"
#include "sim/core/words.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/notes.hpp"
#include "sim/scenario/policy_sets.hpp"

namespace homeroom::app {
namespace {

namespace fs = std::filesystem;

fs::path policies_folder() { return scenarios_folder() / "policies"; }

std::vector<std::string> known_policies() {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator entry(policies_folder(), error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->path().extension() == ".toml") names.push_back(entry->path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

bool is_path(const std::string& name) {
  return name.find('/') != std::string::npos || name.ends_with(".toml");
}

fs::path file_named(const std::string& name) {
  return is_path(name) ? fs::path(named_scenario(name)) : policies_folder() / (name + ".toml");
}

void tell_unknown(const std::string& name, const std::string& asked) {
  const std::vector<std::string> known = known_policies();
  const std::string nearest = is_path(name) ? "" : nearest_of(name, known);
  std::string why = fmt::format(" (allowed: {}, or a path)", listed(known));
  if (known.empty())
    why = fmt::format(": there are none in {}; a path is taken", policies_folder().string());
  if (is_path(name)) why = ": there is no such file";
  if (name.find(',') != std::string::npos)
    why = ": policies that are laid together are joined by +, R1+R6";
  fmt::print(stderr, "--policy {}: \"{}\" is no policy{}{}\n", asked, name, why,
             nearest.empty() ? "" : fmt::format("; did you mean \"{}\"?", nearest));
}

using Files = std::vector<fs::path>;

/// `file` without the policies in `away`: as it is, or its parts less those.
void lay_without(const fs::path& file, const std::vector<std::string>& away,
                 std::vector<bool>& found, Files& files) {
  const auto gone = std::find(away.begin(), away.end(), file.stem().string());
  if (gone != away.end()) {
    found[static_cast<std::size_t>(gone - away.begin())] = true;
    return;
  }
  const Files parts = parts_of_policy(file);
  if (parts.empty()) files.push_back(file);
  for (const fs::path& part : parts) lay_without(part, away, found, files);
}

/// One name between two +: NAME, PATH or NAME-NAME...
bool add_term(const std::string& term, const std::string& asked, Files& files) {
  if (is_policy(term)) {
    files.push_back(file_named(term));
    return true;
  }
  std::vector<std::string> names = is_path(term) ? std::vector{term} : split_at(term, '-');
  const std::string whole = names.front();
  names.erase(names.begin());
  if (names.empty() || !is_policy(whole)) {
    tell_unknown(whole.empty() ? term : whole, asked);
    return false;
  }
  std::vector<bool> found(names.size(), false);
  lay_without(file_named(whole), names, found, files);
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (found[i]) continue;
    fmt::print(stderr, "--policy {}: {} is no part of {}, and cannot be taken from it\n", asked,
               names[i], whole);
    return false;
  }
  return true;
}

}  // namespace

bool is_policy(const std::string& name) {
  std::error_code error;
  return !name.empty() && fs::exists(file_named(name), error);
}

std::optional<PolicySet> policy_set(const std::string& asked) {
  PolicySet set;
  std::vector<std::string> names;
  for (const std::string& written : split_at(asked, '+')) {
    const std::string term = without_blanks_around(written);
    if (!add_term(term, asked, set.files)) return std::nullopt;
    names.push_back(is_path(term) ? fs::path(term).stem().string() : term);
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  for (const std::string& name : names) set.name += (set.name.empty() ? "" : "+") + name;
  return set;
}

std::optional<std::vector<std::string>> sets_of_ladder(const std::string& name) {
  const fs::path file = scenarios_folder() / "ladders.toml";
  const PolicyLadders ladders = read_policy_ladders(file);
  if (!ladders.faults.empty()) {
    fmt::print(stderr, "{}", format_faults(ladders.faults));
    return std::nullopt;
  }
  const auto found = ladders.sets.find(name);
  if (found != ladders.sets.end()) return found->second;
  std::vector<std::string> known;
  for (const auto& [ladder, sets] : ladders.sets) known.push_back(ladder);
  const std::string nearest = nearest_of(name, known);
  fmt::print(stderr, "--ladder {}: is no ladder of {} (allowed: {}){}\n", name, file.string(),
             listed(known), nearest.empty() ? "" : fmt::format("; did you mean \"{}\"?", nearest));
  return std::nullopt;
}

std::optional<PolicySet> joined_policies(const std::vector<std::string>& asked) {
  PolicySet all;
  bool sound = true;
  for (const std::string& one : asked) {
    const std::optional<PolicySet> set = policy_set(one);
    sound = sound && set;
    if (!set) continue;
    all.name += (all.name.empty() ? "" : "+") + set->name;
    all.files.insert(all.files.end(), set->files.begin(), set->files.end());
  }
  return sound ? std::optional<PolicySet>(all) : std::nullopt;
}

}  // namespace homeroom::app
