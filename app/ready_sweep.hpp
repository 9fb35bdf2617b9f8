// A design made ready to run: its cities read under every policy, its points laid.
#pragma once

#include <memory>
#include <string>

#include "app/options.hpp"
#include "app/published_outcomes.hpp"
#include "app/studied_outcomes.hpp"
#include "app/sweep_points.hpp"
#include "sim/run/sweep.hpp"

namespace homeroom::app {

struct ReadySweep {
  SweepDesign design;
  std::vector<SweepFactor> factors;
  std::shared_ptr<const SweepPoints> points;
  std::shared_ptr<const std::vector<PublishedOutcome>> published;  ///< none where there is none
  std::shared_ptr<const std::vector<StudiedOutcome>> studied;      ///< the same
  SweepPlan plan;
  std::string text;         ///< of design.toml: all that results depend on, but the program
  std::string program;      ///< that lives its runs, or has lived them
  std::string fingerprint;  ///< of text and program
};

/// Something wrong with a key of the design.
Fault design_fault(const SweepDesign& design, const std::string& key, const std::string& what,
                   const std::string& allowed = {}, const std::string& nearest = {});

/// Makes a design ready that was read already, or made; as read_sweep.
int make_ready(const SweepOptions& options, SweepDesign design, ReadySweep& ready);

/// Reads all that the options name; kBadInput after every fault was printed.
int read_sweep(const SweepOptions& options, ReadySweep& ready);

/// The text of design.toml.
std::string sweep_text(const ReadySweep& ready, const std::string& list_fingerprint);

}  // namespace homeroom::app
