// Whatever stands in scenario files, policies and settings: reading tells faults, or gives a
// scenario whose resolved text reads back as itself.
//
// An input is a scenario; `%% policy` begins a policy that is laid over it, `%% base` a file that
// it may extend by the name of base.toml, `%% set` settings of the command line, one a line.
// `extends = "tiny.toml"` gives it a whole city.
#include "sim/scenario/scenario.hpp"
#include "tests/fuzz/parts.hpp"
#include "tests/scenario_files.hpp"

namespace homeroom::fuzz {
namespace {

constexpr std::size_t kMostPolicies = 4, kMostSettings = 16;

struct Asked {
  std::filesystem::path file;
  std::vector<std::string> settings;
  PolicyFiles policies;
};

/// Lays an input out in the folder of the tiny city.
Asked lay_out(std::string_view input, const Workplace& files) {
  Asked asked;
  files.write("base.toml", "# nothing\n");
  for (const Part& part : parts_of(input)) {
    if (part.name.empty()) asked.file = files.write("fuzzed.toml", part.text);
    if (part.name == "base") files.write("base.toml", part.text);
    if (part.name == "policy" && asked.policies.files.size() < kMostPolicies) {
      const std::string name = fmt::format("policy_{}.toml", asked.policies.files.size());
      asked.policies.files.push_back(files.write(name, part.text));
    }
    if (part.name != "set") continue;
    for (std::string& line : lines_of(part.text)) {
      if (asked.settings.size() < kMostSettings) asked.settings.push_back(std::move(line));
    }
  }
  return asked;
}

void read(std::string_view input) {
  static const TinyCity city;
  const Asked asked = lay_out(input, city.files);
  const Reading reading = read_scenario(asked.file, asked.settings, asked.policies);
  must(reading.scenario.has_value() == reading.faults.empty(), "a scenario, or faults");
  must(format_faults(reading.faults).empty() == reading.faults.empty(), "each fault has words");
  format_warnings(reading.warnings);
  if (!reading.scenario) return;
  const std::string& resolved = reading.scenario->resolved;
  const Reading again = read_scenario_text(resolved, "resolved");
  must(again.scenario.has_value(), "a resolved text has no fault");
  must(again.scenario->resolved == resolved, "a resolved text reads back as itself");
}

}  // namespace
}  // namespace homeroom::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  homeroom::fuzz::read(homeroom::fuzz::as_text(data, size));
  return 0;
}
