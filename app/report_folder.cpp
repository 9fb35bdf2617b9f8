#include "app/report_folder.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "app/mapped_file.hpp"
#include "app/version.hpp"

namespace homeroom::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* kAllowed =
    "allowed: a folder that homeroom run, compare, audit effect -o, claims, or sweep with collect "
    "has written";

bool has(const fs::path& folder, const char* name) {
  std::error_code error;
  return fs::is_regular_file(folder / name, error);
}

ReportFolder refuse(const std::string& why) {
  ReportFolder folder;
  folder.refused = why;
  return folder;
}

std::string other_version(const ManifestFacts& manifest) {
  if (manifest.version == program_version()) return {};
  return fmt::format(
      "These tables were written by homeroom {}; this report was made by homeroom "
      "{}. Tables and columns that it does not know are left out.",
      manifest.version.empty() ? "of an unknown version" : manifest.version, program_version());
}

/// Says how much there is of a run that did not end well.
std::string unfinished(const ManifestFacts& manifest) {
  if (manifest.status == "done") return {};
  return fmt::format(
      "This run did not end: its status is \"{}\"{}. What is told is of the {} of {} "
      "replicates that were finished.",
      manifest.status, manifest.message.empty() ? "" : " (" + manifest.message + ")",
      manifest.replicates_finished.size(), manifest.replicates_asked.size());
}

ReportFolder with_manifest(const fs::path& path) {
  const fs::path file = path / "manifest.json";
  ReportFolder folder;
  folder.manifest = manifest_facts(MappedFile(file).text());
  const ManifestFacts& manifest = folder.manifest;
  if (!manifest.ours) {
    return refuse(fmt::format("{}: is no manifest of homeroom ({})", file.string(), kAllowed));
  }
  if (manifest.status == "running" || manifest.replicates_finished.empty()) {
    return refuse(fmt::format(
        "{}: has no finished replicate (status \"{}\"); wait until the run has ended, or run it "
        "again with --force",
        file.string(), manifest.status));
  }
  folder.kind = has(path, "effect_estimates.csv") ? ResultsOf::Effect
                : has(path, "differences.csv") || !manifest.alternatives.empty()
                    ? ResultsOf::Compare
                    : ResultsOf::Run;
  folder.notice = unfinished(manifest);
  const std::string version = other_version(manifest);
  if (!version.empty()) folder.notice += (folder.notice.empty() ? "" : " ") + version;
  return folder;
}

ReportFolder of_kind(ResultsOf kind) {
  ReportFolder folder;
  folder.kind = kind;
  return folder;
}

}  // namespace

ReportFolder look_at_results(const std::string& named) {
  const fs::path path = named;
  std::error_code error;
  if (!fs::exists(path, error)) {
    return refuse(fmt::format("{}: no such folder ({})", named, kAllowed));
  }
  if (!fs::is_directory(path, error)) {
    return refuse(fmt::format("{}: is no folder ({})", named, kAllowed));
  }
  if (has(path, "claims.csv")) return of_kind(ResultsOf::Claims);
  if (has(path, "runs.csv") && has(path, "design.toml")) return of_kind(ResultsOf::Sweep);
  if (has(path, "manifest.json")) return with_manifest(path);
  if (has(path, "design.toml")) {
    return refuse(fmt::format("{}: is a sweep that was not collected; homeroom collect {} first",
                              named, named));
  }
  return refuse(fmt::format(
      "{}: holds no results: none of manifest.json, claims.csv, runs.csv ({})", named, kAllowed));
}

}  // namespace homeroom::app
