// Whatever stands in the design of a sweep, in the table of its points, in a claim or a probe,
// which hold designs: reading tells faults, or points can be had one by one.
//
// An input is a design; `%% points` begins the table that it may name as points.csv, `%% claim` and
// `%% probe` files of claims and probes.
#include "app/sweep_points.hpp"
#include "sim/scenario/claim.hpp"
#include "sim/scenario/probe.hpp"
#include "tests/fuzz/parts.hpp"
#include "tests/scenario_files.hpp"

namespace homeroom::fuzz {
namespace {

constexpr std::uint64_t kTried = 64;  ///< points from either end

/// The path of a list is the input's to choose: those outside the folder are not looked at.
bool stays_inside(const std::filesystem::path& file, const std::filesystem::path& folder) {
  return file.lexically_normal().parent_path() == folder.lexically_normal();
}

void lay(const SweepDesign& design) {
  const app::PointsReading reading = app::points_of(design);
  must(format_faults(reading.faults).empty() == reading.faults.empty(), "each fault has words");
  if (!reading.faults.empty()) return;
  must(reading.points != nullptr, "points, or faults");
  const std::uint64_t count = reading.points->count();
  must(count > 0, "a design without faults has points");
  for (std::uint64_t i = 0; i < std::min(count, kTried); ++i) {
    for (const std::uint64_t point : {i, count - 1 - i}) {
      must(reading.points->values_at(point).size() == reading.factors.size(),
           "a point has a value for each factor");
    }
  }
}

void read(std::string_view input) {
  static const Workplace files;
  files.write("points.csv", "");
  for (const Part& part : parts_of(input)) {
    const std::string name = part.name.empty() ? "design" : part.name;
    const std::filesystem::path file =
        files.write(name == "points" ? "points.csv" : name + ".toml", part.text);
    if (name == "claim") format_faults(read_claim(file).faults);
    if (name == "probe") format_faults(read_probe(file).faults);
  }
  const SweepReading reading = read_sweep_design(files / "design.toml");
  must(format_faults(reading.faults).empty() == reading.faults.empty(), "each fault has words");
  if (!reading.faults.empty()) return;
  const SweepDesign& design = reading.design;
  if (design.list.empty() || stays_inside(design.list, files / "")) lay(design);
}

}  // namespace
}  // namespace homeroom::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  homeroom::fuzz::read(homeroom::fuzz::as_text(data, size));
  return 0;
}
