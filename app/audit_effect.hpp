// homeroom audit effect: what an analyst outside would say of a school model, and what it does.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/truth/effect_audit.hpp"
#include "app/options.hpp"
#include "app/progress.hpp"
#include "sim/scenario/scenario.hpp"

namespace homeroom::app {

/// Reads, lives, prints, and writes where it is asked to; the exit status.
int audit_effect(const AuditOptions& options, const std::vector<std::string>& command_line);

/// The question that is put to a scenario, or every fault of it in sentences.
struct AskedEffect {
  std::optional<truth::EffectQuestion> question;
  std::vector<std::string> faults;
};
AskedEffect asked_effect(const AuditOptions& options, const Scenario& scenario);

/// Years that are lived of each replicate.
int years_lived(const Scenario& scenario, int year);

/// One replicate: the city as it is, and the same from the first policy year on with the model's
/// schools producing as the reference does; nothing where it was stopped.
std::optional<truth::EffectReplicate> live_effect(const Scenario& scenario,
                                                  const truth::EffectQuestion& question,
                                                  std::uint32_t number, Progress& progress);

}  // namespace homeroom::app
