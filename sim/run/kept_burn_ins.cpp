#include "sim/run/kept_burn_ins.hpp"

#include "sim/core/contracts.hpp"

namespace homeroom {

KeptBurnIns::KeptBurnIns(const BurnInFolder& folder, const Scenario& scenario,
                         std::string_view program)
    : folder_(folder), scenario_(scenario), fingerprints_(scenario, program) {}

std::optional<KeptBurnIn> KeptBurnIns::find(const std::string& fingerprint) {
  BurnInReading reading = folder_.find(fingerprint, scenario_);
  const std::lock_guard<std::mutex> lock(mutex_);
  if (reading.kept) ++told_.found;
  if (!reading.fault.empty()) told_.remarks.push_back(reading.fault + "; it is lived anew");
  return std::move(reading.kept);
}

void KeptBurnIns::keep(const std::string& fingerprint, const BurntIn& city,
                       const std::vector<GrowthZero>& zeros) {
  BurnInKeeping keeping;
  const bool tried = !no_room_;
  if (tried) keeping = folder_.keep(fingerprint, burn_in_bytes(city, zeros, fingerprint));
  if (keeping.no_room) no_room_ = true;
  const std::lock_guard<std::mutex> lock(mutex_);
  if (tried && keeping.fault.empty()) {
    ++told_.left;
  } else if (told_.not_left++ == 0) {
    told_.why_not_left = keeping.fault;
  }
}

std::optional<ReplicateRecords> KeptBurnIns::run(ReplicatePlan plan, const std::atomic<bool>& stop,
                                                 const std::function<void()>& year_done) {
  HOMEROOM_EXPECT(!plan.burn_in_rows && !plan.burnt_in);
  const std::string fingerprint = fingerprints_.of(plan.replicate, plan.district);
  const std::optional<KeptBurnIn> kept = find(fingerprint);
  if (!kept) {
    plan.read_burnt_in = [&](const BurntIn& city, const std::vector<GrowthZero>& zeros) {
      keep(fingerprint, city, zeros);
    };
    return run_replicate(scenario_, plan, stop, year_done);
  }
  plan.burnt_in = &kept->city;
  plan.zeros = &kept->zeros;
  const int burn_ins = scenario_.anchor_base ? 2 : 1;
  for (int year = 0; year < burn_ins * scenario_.run.burn_in_years; ++year) year_done();
  auto records = run_replicate(scenario_, plan, stop, year_done);
  if (records) records->zeros = kept->zeros;
  return records;
}

}  // namespace homeroom
