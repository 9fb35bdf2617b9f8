// Policies that come with the program, as presets of the workshop: looked for once, when it starts.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace homeroom::workshop {

struct Preset {
  std::string key;    ///< the file's name without its ending
  std::string title;  ///< what its file says of itself
  std::filesystem::path file;
  std::vector<std::string> parts;  ///< keys of the presets that it is made of
};

/// Every policy in a folder by name, less the placebos, which no board can decide.
std::vector<Preset> presets_in(const std::filesystem::path& folder);

/// Null where there is none of that name.
const Preset* find_preset(const std::vector<Preset>& presets, const std::string& key);

/// The preset of which `key` is a part itself; empty where it is of none.
std::string whole_of(const std::vector<Preset>& presets, const std::string& key);

}  // namespace homeroom::workshop
