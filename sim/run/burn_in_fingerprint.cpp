#include "sim/run/burn_in_fingerprint.hpp"

#include <fmt/format.h>

#include "sim/records/manifest.hpp"
#include "sim/scenario/sections.hpp"

namespace homeroom {
namespace {

/// Writes every field so that no two values have one text; of levers, what was in force before
/// `until`, however long ago: founding asks for the year in which a school took its model.
class FieldWriter final : public FieldVisitor {
 public:
  explicit FieldWriter(int until) : until_(until) {}
  void number(const Meaning& of, double& field) override { add(of.key, field); }
  void number_if_known(const Meaning& of, std::optional<double>& field) override {
    add(of.key, field ? fmt::format("{}", *field) : "unknown");
  }
  void integer(const Meaning& of, int& field) override { add(of.key, field); }
  void dated(const Meaning& of, Dated& field) override {
    double before = 0.0;
    for (const auto& [since, value] : field.steps()) {
      if (since < until_ && value != before) add(of.key, fmt::format("{}:{}", since, value));
      before = value;
    }
  }
  void numbers(const Meaning& of, std::vector<double>& field) override {
    add(of.key, field.size());
    for (const double number : field) add(of.key, number);
  }
  void flag(std::string_view key, std::string_view, bool& field) override { add(key, field); }
  void text(std::string_view key, std::string_view, std::string& field) override {
    add(key, fmt::format("{}:{}", field.size(), field));
  }
  void choice(std::string_view key, const std::vector<std::string_view>&, std::string_view,
              int& field) override {
    add(key, field);
  }
  template <class Value>
  void add(std::string_view key, const Value& value) {
    written += fmt::format("{}={}\n", key, value);
  }
  std::string written;

 private:
  int until_;
};

bool matters(const Selection& selection, const RunPlan& run) {
  return selection.year < run.first_year;
}
/// How often and how long is no affair of the burn-in's; what matters is written by hand.
bool matters(const RunPlan&, const RunPlan&) { return false; }
template <class Described>
bool matters(const Described&, const RunPlan&) {
  return true;
}

std::string text_of(Scenario scenario) {
  const RunPlan run = scenario.run;
  FieldWriter writer(run.first_year);
  writer.add("first_year", run.first_year);
  writer.add("burn_in_years", run.burn_in_years);
  writer.add("ordinary", scenario.law.ordinary.value);
  scenario_sections(scenario, [&](const std::string& key, auto& described) {
    if (!matters(described, run)) return;
    writer.add("part", key);
    described.describe(writer);
  });
  return writer.written;
}

}  // namespace

BurnInFingerprints::BurnInFingerprints(const Scenario& scenario, std::string_view program)
    : text_(fmt::format("program={}\nseed={}\n{}", program, scenario.run.seed, text_of(scenario))) {
  // Its years are lived with the scenario's dice, so its own seed does not matter.
  if (scenario.anchor_base) text_ += "anchor\n" + text_of(*scenario.anchor_base);
}

std::string BurnInFingerprints::of(std::uint32_t replicate, int district) const {
  return fingerprint(fmt::format("replicate={}\ndistrict={}\n{}", replicate, district, text_));
}

}  // namespace homeroom
