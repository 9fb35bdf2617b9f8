#include "app/workshop/presets.hpp"

#include <algorithm>
#include <system_error>

#include "sim/scenario/policy_files.hpp"
#include "sim/scenario/policy_sets.hpp"

namespace homeroom::workshop {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->path().extension() == ".toml") files.push_back(entry->path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string title_in(const fs::path& file) {
  Faults none;
  for (const PolicyFile& policy : read_policy_files({file}, none)) {
    if (policy.path != file) continue;
    const Node* description = policy.root.find("description");
    if (description) return description->text;
  }
  return file.stem().string();
}

}  // namespace

std::vector<Preset> presets_in(const fs::path& folder) {
  std::vector<Preset> presets;
  for (const fs::path& file : files_in(folder)) {
    const std::string key = file.stem().string();
    if (key.starts_with("placebo")) continue;
    Preset preset{key, title_in(file), file, {}};
    for (const fs::path& part : parts_of_policy(file)) preset.parts.push_back(part.stem().string());
    presets.push_back(std::move(preset));
  }
  return presets;
}

const Preset* find_preset(const std::vector<Preset>& presets, const std::string& key) {
  for (const Preset& preset : presets) {
    if (preset.key == key) return &preset;
  }
  return nullptr;
}

std::string whole_of(const std::vector<Preset>& presets, const std::string& key) {
  std::string whole;
  std::size_t fewest = 0;
  // "all" has R1, which has R1a: the smallest whole is the nearest.
  for (const Preset& preset : presets) {
    if (std::find(preset.parts.begin(), preset.parts.end(), key) == preset.parts.end()) continue;
    if (whole.empty() || preset.parts.size() < fewest) {
      whole = preset.key;
      fewest = preset.parts.size();
    }
  }
  return whole;
}

}  // namespace homeroom::workshop
