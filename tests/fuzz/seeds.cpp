// Writes where fuzzing begins beside the corpus: inputs that are made of shipped files, of the
// unit tests' lists and of a store that a sweep left, none of which the corpus repeats.
//
//   fuzz_seeds FOLDER
#include <cstdio>

#include "sim/scenario/toml_folder.hpp"
#include "tests/fuzz/small_sweep.hpp"
#include "tests/scenario_files.hpp"
#include "tests/unit/lists_desk.hpp"

namespace homeroom::fuzz {
namespace {

namespace fs = std::filesystem;

const fs::path kScenarios = fs::path(HOMEROOM_SOURCE_DIR) / "scenarios";
const std::string kTiny = "extends = \"tiny.toml\"\n";
constexpr std::uintmax_t kLargest = 64 * 1024;  ///< of larger ones fuzzing is slow [bytes]

class Seeds {
 public:
  explicit Seeds(fs::path folder) : folder_(std::move(folder)) {}

  void write(const std::string& target, const std::string& name, const std::string& text) const {
    const fs::path file = folder_ / target / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
  }

  /// One for each TOML file of a folder of scenarios/, with `head` before it.
  void write_each(const std::string& target, const char* folder, const std::string& head) const {
    for (const fs::path& file : toml_files_in(kScenarios / folder)) {
      if (fs::file_size(file) > kLargest) continue;
      write(target, std::string(folder) + "_" + file.stem().string(), head + text_of_file(file));
    }
  }

 private:
  fs::path folder_;
};

void write_scenarios(const Seeds& seeds) {
  const TinyCity tiny;
  seeds.write("scenario", "tiny", text_of_file(tiny.files / "tiny.toml"));
  seeds.write("scenario", "resolved", tiny.scenario().resolved);
  seeds.write_each("scenario", "policies", kTiny + "%% policy\n");
  seeds.write_each("scenario", "models", kTiny);
  seeds.write_each("scenario", "places", kTiny);
}

void write_lists(const Seeds& seeds) {
  const std::string directory = lists::kDirectory, members = lists::membership_list();
  seeds.write("school_list", "profiles", std::string(lists::kProfiles) + "%% options\nlenient\n");
  seeds.write("school_list", "california", lists::kCalifornia);
  seeds.write("school_list", "directory",
              directory + "%% options\nleaid 0100001\nstudents 900\nlenient\n");
  seeds.write("school_list", "membership",
              directory + "%% list\n" + members + "%% options\ndistrict Rivertown\n");
  seeds.write_each("school_list", "maps", lists::kProfiles + std::string("%% map\n"));
  seeds.write_each("school_list", "lists", directory + "%% format\n");
}

void write_designs(const Seeds& seeds) {
  seeds.write_each("design", "sweeps", "");
  seeds.write_each("design", "claims", "%% claim\n");
  seeds.write_each("design", "probes", "%% probe\n");
}

int write(const fs::path& folder) {
  const Seeds seeds(folder);
  write_designs(seeds);
  write_scenarios(seeds);
  write_lists(seeds);
  const Workplace files;
  seeds.write("sweep_store", "store", small_store(files / "store.sqlite"));
  fs::create_directories(folder / "workshop");
  return 0;
}

}  // namespace
}  // namespace homeroom::fuzz

int main(int arguments, char** argument) {
  if (arguments == 2) return homeroom::fuzz::write(argument[1]);
  std::fprintf(stderr, "fuzz_seeds FOLDER\n");
  return 2;
}
