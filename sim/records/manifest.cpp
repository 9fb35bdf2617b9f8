#include "sim/records/manifest.hpp"

#include <fmt/format.h>
#include <sqlite3.h>
#include <xxhash.h>

#include <nlohmann/json.hpp>

namespace homeroom {

std::string fingerprint(std::string_view text) {
  const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

namespace {

/// Empty where nothing is compared, so that a run's fingerprint is what it was.
std::string alternatives_text(const Manifest& manifest) {
  std::string text;
  for (const ManifestAlternative& one : manifest.alternatives) {
    text += fmt::format("|{}|{}", one.name, one.resolved);
  }
  return text;
}

}  // namespace

std::string run_fingerprint(const Manifest& manifest) {
  std::string text =
      fmt::format("{}|{}|{}|{}|{}|{}|{}|{}|{}", manifest.program_version, manifest.source_revision,
                  manifest.resolved, manifest.anchor_resolved, manifest.seed,
                  fmt::join(manifest.replicates_asked, ","), manifest.policy_years,
                  manifest.microdata, manifest.burn_in_rows);
  if (manifest.district > 0) text += fmt::format("|district {}", manifest.district);
  if (manifest.nation_schools) text += "|schools";
  text += alternatives_text(manifest);
  return fingerprint(text);
}

std::string manifest_json(const Manifest& manifest) {
  nlohmann::ordered_json json;
  json["program"] = "homeroom";
  json["version"] = manifest.program_version;
  json["revision"] = manifest.source_revision;
  json["command"] = manifest.command_line;
  json["status"] = manifest.status;
  if (!manifest.message.empty()) json["message"] = manifest.message;
  json["run"] = run_fingerprint(manifest);
  json["scenario"] = {{"name", manifest.scenario},
                      {"file", manifest.scenario_file},
                      {"fingerprint", fingerprint(manifest.resolved)},
                      {"resolved", manifest.resolved}};
  for (const ManifestAlternative& one : manifest.alternatives) {
    json["alternatives"].push_back({{"name", one.name},
                                    {"files", one.files},
                                    {"fingerprint", fingerprint(one.resolved)},
                                    {"resolved", one.resolved}});
  }
  if (!manifest.anchor_resolved.empty()) {
    json["anchor"] = {{"fingerprint", fingerprint(manifest.anchor_resolved)},
                      {"resolved", manifest.anchor_resolved}};
  }
  json["seed"] = manifest.seed;
  json["replicates"] = {{"asked", manifest.replicates_asked},
                        {"finished", manifest.replicates_finished}};
  json["years"] = {{"first", manifest.first_year},
                   {"policy", manifest.policy_years},
                   {"burn_in", manifest.burn_in_years}};
  json["options"] = {{"students", manifest.microdata}, {"burn_in", manifest.burn_in_rows}};
  if (manifest.district > 0) json["district"] = manifest.district;
  if (manifest.nation_schools) json["options"]["schools"] = true;
  json["tables"] = manifest.tables;
  json["threads"] = manifest.threads;
  json["compiler"] = {{"name", manifest.compiler}, {"flags", manifest.flags}};
  json["libraries"] = nlohmann::ordered_json::object();
  for (const auto& [name, version] : manifest.libraries) json["libraries"][name] = version;
  json["started"] = manifest.started;
  json["finished"] = manifest.finished;
  // A path need not be UTF-8; a manifest must be.
  return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

ManifestSignature signature_in(const std::string& text) {
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object() || json.value("program", "") != "homeroom") return {};
  ManifestSignature signature;
  signature.fingerprint = json.value("run", "");
  signature.status = json.value("status", "");
  if (json.contains("scenario") && json["scenario"].is_object()) {
    signature.scenario = json["scenario"].value("name", "");
  }
  if (json.contains("tables") && json["tables"].is_array()) {
    for (const auto& table : json["tables"]) {
      if (table.is_string()) signature.tables.push_back(table.get<std::string>());
    }
  }
  return signature;
}

std::vector<std::pair<std::string, std::string>> record_libraries() {
  return {{"fmt", fmt::format("{}.{}.{}", FMT_VERSION / 10000, FMT_VERSION / 100 % 100,
                              FMT_VERSION % 100)},
          {"nlohmann-json", fmt::format("{}.{}.{}", NLOHMANN_JSON_VERSION_MAJOR,
                                        NLOHMANN_JSON_VERSION_MINOR, NLOHMANN_JSON_VERSION_PATCH)},
          {"SQLite", sqlite3_libversion()},
          {"xxhash",
           fmt::format("{}.{}.{}", XXH_VERSION_MAJOR, XXH_VERSION_MINOR, XXH_VERSION_RELEASE)}};
}

}  // namespace homeroom
