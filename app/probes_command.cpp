#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "app/find_scenario.hpp"
#include "app/interrupt.hpp"
#include "app/options.hpp"
#include "app/probes_text.hpp"
#include "app/run_refusals.hpp"
#include "app/telling_failures.hpp"
#include "app/write_text.hpp"
#include "sim/scenario/toml_folder.hpp"

namespace homeroom::app {
namespace {

namespace fs = std::filesystem;

class Probes {
 public:
  explicit Probes(const ProbesOptions& options) : options_(options) {}

  int tell() {
    const fs::path folder =
        options_.folder.empty() ? scenarios_folder() / "probes" : fs::path(options_.folder);
    for (const fs::path& file : toml_files_in(folder)) {
      ProbeReading reading = read_probe(file);
      fmt::print(stderr, "{}", format_faults(reading.faults));
      sound_ = sound_ && reading.faults.empty();
      all_.push_back(std::move(reading.probe));
    }
    if (sound_ && all_.empty()) {
      fmt::print(stderr, "homeroom probes: {} holds no probe\n", folder.string());
      return kBadInput;
    }
    refuse_unknown();
    if (!sound_) return kBadInput;
    return options_.list ? list() : run(options_.output);
  }

 private:
  void refuse_unknown() {
    std::vector<std::string> known;
    for (const Probe& probe : all_) known.push_back(probe.id);
    bool refused = words_refused("probes", "--id", options_.ids, known, "probe");
    refused |= threads_refused("probes", options_.threads);
    sound_ = sound_ && !refused;
  }

  std::vector<const Probe*> chosen() const {
    std::vector<const Probe*> asked;
    for (const Probe& probe : all_) {
      const auto& ids = options_.ids;
      if (ids.empty() || std::find(ids.begin(), ids.end(), probe.id) != ids.end()) {
        asked.push_back(&probe);
      }
    }
    return asked;
  }

  int list() const {
    for (const Probe* probe : chosen()) fmt::print("{:<5}{}\n", probe->id, probe->question);
    return kDone;
  }

  int run(const fs::path& folder) const {
    const std::vector<const Probe*> asked = chosen();
    ProbesLived lived;
    const Interruptible interruptible;
    const int status = live_probes(options_, all_, asked, folder, lived);
    if (status != kDone) return status;
    std::string csv = kProbesHead;
    for (const Probe* probe : asked) {
      const std::vector<Measured> found = measured(*probe, *lived.at(probe->id));
      fmt::print("{}", probe_text(*probe, found, options_.quick));
      csv += probe_rows(*probe, found);
    }
    std::error_code error;
    fs::create_directories(folder, error);
    return write_text((folder / "probes.csv").string(), csv) ? kDone : kFailed;
  }

  const ProbesOptions& options_;
  bool sound_ = true;
  std::vector<Probe> all_;
};

}  // namespace

int tell_probes(const ProbesOptions& options) {
  return telling_failures<StoreRefused>("homeroom probes", [&] { return Probes(options).tell(); });
}

}  // namespace homeroom::app
