#include "app/read_sweep_outcomes.hpp"

#include <fmt/format.h>

namespace homeroom::app {
namespace {

constexpr std::size_t kMost = 1500;  // a table of the store has 2,000 columns at most

/// What a run must be read for, beside its tables.
void set_readers(std::vector<PublishedOutcome> published, std::vector<StudiedOutcome> studied,
                 ReadySweep& ready) {
  for (const PublishedOutcome& outcome : published) ready.plan.read.push_back(outcome.name);
  for (const StudiedOutcome& outcome : studied) ready.plan.read.push_back(outcome.name);
  if (ready.plan.read.empty()) return;
  ready.published = std::make_shared<const std::vector<PublishedOutcome>>(std::move(published));
  ready.studied = std::make_shared<const std::vector<StudiedOutcome>>(std::move(studied));
  ready.plan.reader = [first = ready.published, second = ready.studied] {
    if (second->empty()) return published_reader(*first);
    if (first->empty()) return studied_reader(*second);
    return both_readers(published_reader(*first), studied_reader(*second));
  };
}

}  // namespace

std::vector<Fault> read_outcomes(ReadySweep& ready) {
  const SweepDesign& design = ready.design;
  std::vector<Fault> faults;
  if (design.outcomes.size() > kMost) {
    faults.push_back(design_fault(design, "outcomes", fmt::format("are {}", design.outcomes.size()),
                                  fmt::format("at most {}", kMost)));
  }
  std::vector<PublishedOutcome> published;
  std::vector<StudiedOutcome> studied;
  for (const std::string& name : design.outcomes) {
    const auto take = [&](auto reading, auto& outcomes) {
      if (reading.fault.empty()) {
        outcomes.push_back(std::move(reading.outcome));
      } else {
        faults.push_back(design_fault(design, "outcomes",
                                      fmt::format("\"{}\" {}", name, reading.fault),
                                      reading.allowed, reading.nearest));
      }
    };
    if (is_published(name)) {
      take(read_published(name), published);
    } else if (is_studied(name)) {
      take(read_studied(name), studied);
    } else {
      take(read_outcome(name), ready.plan.outcomes);
    }
  }
  set_readers(std::move(published), std::move(studied), ready);
  return faults;
}

}  // namespace homeroom::app
