#include "app/claims_lives.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/claims_judged_again.hpp"
#include "app/claims_studies.hpp"
#include "app/program_file.hpp"
#include "app/sweep_live.hpp"
#include "sim/records/sweep_tables.hpp"

namespace homeroom::app {
namespace {

claims::TestKind kind_of(const ClaimTest& test) {
  if (test.hazard) return claims::TestKind::Hazard;
  if (!test.cut.empty()) return claims::TestKind::Cut;
  return test.from.empty() ? claims::TestKind::Dose : claims::TestKind::Step;
}

}  // namespace

std::filesystem::path burn_ins_of(const ClaimsOptions& options) {
  return std::filesystem::path(options.output) / "burn-ins";
}

void forget_burn_ins(const ClaimsOptions& options) {
  std::error_code error;
  std::filesystem::remove_all(burn_ins_of(options), error);
}

int live_design(const ClaimsOptions& options, const SweepDesign& design,
                const std::filesystem::path& folder, ReadySweep& ready, BurnIns burn_ins) {
  SweepOptions sweep;
  // Cities of a claim may be lived apart, each without the others' models.
  sweep.tells_empty = false;
  sweep.threads = options.threads;
  sweep.resume = options.resume || options.judge_again;
  sweep.quiet = options.quiet;
  // Made by the program: its points are looked at when they are lived.
  sweep.unchecked = !design.arms.empty();
  if (burn_ins == BurnIns::Shared) sweep.keep_burn_ins = burn_ins_of(options).string();
  const std::string lived_by = options.judge_again ? program_of_runs(folder) : "";
  const bool another = !lived_by.empty() && lived_by != program_name();
  if (another) sweep.program = lived_by;
  if (const int status = make_ready(sweep, design, ready); status != kDone) return status;
  return another ? take_runs_of_another(sweep, ready, folder) : sweep_into(sweep, ready, folder);
}

int ClaimLives::live(int first, int last, const std::filesystem::path& folder) {
  int worst = kDone;
  const bool whole = claim_.rule == ClaimRule::Survival;
  const std::vector<CityPart> parts = parts_.of(design_, options_.quick, whole);
  for (const CityPart& part : parts) {
    const bool beside = &part != &parts.front();
    const std::string suffix = beside ? fmt::format("-in-{}", part.divide) : "";
    const int status = live_part(part, first, last, folder.string() + suffix);
    if (status == kInterrupted || status == kBadInput) return status;
    worst = std::max(worst, status);
  }
  return worst;
}

int ClaimLives::live_part(const CityPart& part, int first, int last,
                          const std::filesystem::path& folder) {
  SweepDesign design = design_;
  design.scenarios = part.scenarios;
  design.divide = part.divide;
  design.first_replicate = first;
  design.replicates = last - first + 1;
  ReadySweep ready;
  const int status = live_design(options_, design, folder, ready, burn_ins_);
  if (status == kInterrupted || status == kBadInput) return status;
  if (cells_.empty()) {
    for (const ClaimTest& test : claim_.tests) cells_.emplace_back(design_, test, ready);
    for (const ClaimTest& test : beside_) cells_beside_.emplace_back(design_, test, ready);
    if (paths_cut(claim_) > 1) cells_together_.emplace(design_, claim_.tests.front(), ready, true);
  }
  CollectedSweep(folder).for_each([&](const SweepRun& run) {
    for (TestCells& of_test : cells_) of_test.add(run, part.divide);
    for (TestCells& of_test : cells_beside_) of_test.add(run, part.divide);
    if (cells_together_) cells_together_->add(run, part.divide);
  });
  return status;
}

bool tests_judge(ClaimRule rule) {
  return rule == ClaimRule::Paired || rule == ClaimRule::Dose || rule == ClaimRule::Survival ||
         rule == ClaimRule::Mediation;
}

claims::TestFinding judged_test(const Claim& claim, const ClaimTest& test, const TestCells& cells,
                                double confidence) {
  const double least = test.smallest_effect.value_or(claim.smallest_effect.value_or(0.0));
  return claims::judge_test(
      {stated_of(test.direction), least, kind_of(test), test.share, confidence}, cells.levels());
}

std::vector<claims::TestFinding> ClaimLives::judged(double confidence) const {
  std::vector<claims::TestFinding> findings;
  for (std::size_t i = 0; i < claim_.tests.size(); ++i) {
    findings.push_back(judged_test(claim_, claim_.tests[i], cells_[i], confidence));
  }
  return findings;
}

std::optional<claims::TestFinding> ClaimLives::together(double confidence) const {
  if (!cells_together_) return std::nullopt;
  return judged_test(claim_, claim_.tests.front(), *cells_together_, confidence);
}

std::vector<ToldBeside> ClaimLives::beside() const {
  std::vector<ToldBeside> told;
  for (std::size_t i = 0; i < cells_beside_.size(); ++i) {
    told.push_back({beside_[i].outcome,
                    judged_test(claim_, beside_[i], cells_beside_[i], claims::kToldConfidence)});
  }
  return told;
}

}  // namespace homeroom::app
