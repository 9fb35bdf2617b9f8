// Which sweeps probes live, and the numbers of their runs.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/options.hpp"
#include "sim/records/sweep_store.hpp"
#include "sim/scenario/probe.hpp"

namespace homeroom::app {

/// The runs of one sweep, asked term by term.
class ProbeRuns {
 public:
  /// `policies`: by the name that the store has, as the probe writes it.
  ProbeRuns(const SweepIdentity& identity, std::map<std::string, std::string> policies);
  void add(const SweepRun& run);

  const std::vector<std::string>& cities() const { return cities_; }
  /// Of one city, by replicate: the mean over the levels that the term does not name; NaN: none.
  std::vector<double> values_of(const ProbeTerm& term, const std::string& city) const;
  /// The sum of terms, each times its number.
  std::vector<double> sum_of(const std::vector<ProbeTerm>& terms, const std::string& city) const;

 private:
  struct Run {
    std::string city, policy;
    std::uint32_t replicate;
    std::vector<std::string> levels;
    std::vector<double> outcomes;
  };
  bool is_at(const Run& run, const ProbeTerm& term) const;

  std::vector<std::string> factors_, outcomes_, cities_;
  std::map<std::string, std::string> policies_;
  std::map<std::uint32_t, std::size_t> replicates_;
  std::vector<Run> runs_;
};

/// What came of the runs of a probe.
using ProbesLived = std::map<std::string, std::shared_ptr<const ProbeRuns>>;

/// Lives what the `asked` probes need, each sweep in a folder of its own below `folder`. Probes of
/// one design share a sweep, which holds the outcomes of `all` of them, so that other probes asked
/// for later go on with the same folders. The exit status; throws as sweep_into.
int live_probes(const ProbesOptions& options, const std::vector<Probe>& all,
                const std::vector<const Probe*>& asked, const std::filesystem::path& folder,
                ProbesLived& lived);

}  // namespace homeroom::app
