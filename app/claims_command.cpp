#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "app/find_scenario.hpp"
#include "app/options.hpp"
#include "sim/scenario/claim.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/notes.hpp"

namespace homeroom::app {
namespace {

namespace fs = std::filesystem;

/// Files of claims, by name.
std::vector<fs::path> claim_files(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->path().extension() == ".toml") files.push_back(entry->path());
  }
  // C9 stands before C10.
  std::sort(files.begin(), files.end(), [](const fs::path& one, const fs::path& other) {
    const std::string a = one.stem().string(), b = other.stem().string();
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  });
  return files;
}

bool has(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class Claims {
 public:
  explicit Claims(const ClaimsOptions& options) : options_(options) {}

  int tell() {
    const fs::path folder =
        options_.folder.empty() ? scenarios_folder() / "claims" : fs::path(options_.folder);
    read(folder);
    if (ids_.empty()) {
      fmt::print(stderr, "homeroom claims: {} holds no claim\n", folder.string());
      return kBadInput;
    }
    refuse_unknown();
    if (!sound_) return kBadInput;
    for (const Claim& claim : chosen_) {
      fmt::print("{:<5} {:<4} {:<15} {}\n", claim.id,
                 claim_rules()[static_cast<std::size_t>(claim.rule)],
                 claim_kinds()[static_cast<std::size_t>(claim.kind)], claim.says);
      if (options_.list) continue;
      fmt::print("      {}; {}; stated: {}, {}\n", claim.source, listed(claim.cities),
                 claim_directions()[static_cast<std::size_t>(claim.direction)], claim.stated);
      if (!claim.not_testable.empty()) fmt::print("      not testable: {}\n", claim.not_testable);
      if (!claim.note.empty()) fmt::print("      {}\n", claim.note);
    }
    return kDone;
  }

 private:
  void read(const fs::path& folder) {
    for (const fs::path& file : claim_files(folder)) {
      ClaimReading reading = read_claim(file);
      if (!reading.faults.empty()) {
        fmt::print(stderr, "{}", format_faults(reading.faults));
        sound_ = false;
        continue;
      }
      Claim& claim = reading.claim;
      ids_.push_back(claim.id);
      for (const std::string& city : claim.cities) {
        if (!has(cities_, city)) cities_.push_back(city);
      }
      const bool asked =
          (options_.ids.empty() || has(options_.ids, claim.id)) &&
          (options_.cities.empty() ||
           std::any_of(claim.cities.begin(), claim.cities.end(),
                       [&](const auto& city) { return has(options_.cities, city); }));
      if (asked) chosen_.push_back(std::move(claim));
    }
  }

  void refuse_unknown() {
    const auto refuse = [&](const char* option, const std::vector<std::string>& asked,
                            const std::vector<std::string>& known) {
      for (const std::string& word : asked) {
        if (has(known, word)) continue;
        const std::string near = nearest_of(word, known);
        fmt::print(stderr, "homeroom claims: {} {}: there is no such claim{}\n", option, word,
                   near.empty() ? "" : fmt::format("; did you mean \"{}\"?", near));
        sound_ = false;
      }
    };
    refuse("--id", options_.ids, ids_);
    refuse("--city", options_.cities, cities_);
  }

  const ClaimsOptions& options_;
  bool sound_ = true;
  std::vector<std::string> ids_, cities_;
  std::vector<Claim> chosen_;
};

}  // namespace

int claims(const ClaimsOptions& options) { return Claims(options).tell(); }

}  // namespace homeroom::app
