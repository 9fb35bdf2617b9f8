#include "sim/records/manifest_difference.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <nlohmann/json.hpp>

namespace homeroom {
namespace {

using Json = nlohmann::json;

/// The value there, or null.
Json value_at(const Json& json, const char* pointer) {
  const Json::json_pointer where(pointer);
  return json.contains(where) ? json.at(where) : Json();
}

bool is_set(const Json& json, const char* pointer) {
  const Json value = value_at(json, pointer);
  return value.is_boolean() && value.get<bool>();
}

std::string word_at(const Json& json, const char* pointer) {
  const Json value = value_at(json, pointer);
  return value.is_string() ? value.get<std::string>() : std::string();
}

void add_replicates(const Json& there, const Manifest& asked, std::vector<std::string>& told) {
  const Json replicates = value_at(there, "/replicates/asked");
  if (!replicates.is_array() || replicates == Json(asked.replicates_asked)) return;
  const std::size_t has = replicates.size(), wants = asked.replicates_asked.size();
  told.push_back(has == wants
                     ? "other replicates"
                     : fmt::format("{} replicate{}, not {}", has, has == 1 ? "" : "s", wants));
}

void add_numbers(const Json& there, const Manifest& asked, std::vector<std::string>& told) {
  const Json seed = value_at(there, "/seed"), years = value_at(there, "/years/policy");
  if (seed.is_number() && seed != Json(asked.seed)) {
    told.push_back(fmt::format("seed {}, not {}", seed.dump(), asked.seed));
  }
  if (years.is_number() && years != Json(asked.policy_years)) {
    told.push_back(fmt::format("{} policy years, not {}", years.dump(), asked.policy_years));
  }
}

void add_options(const Json& there, const Manifest& asked, std::vector<std::string>& told) {
  const auto add = [&](const char* pointer, bool wanted, const char* option) {
    if (is_set(there, pointer) == wanted) return;
    told.push_back(fmt::format("{} {}", wanted ? "without" : "with", option));
  };
  add("/options/students", asked.microdata, "--students");
  add("/options/burn_in", asked.burn_in_rows, "--burn-in");
  add("/options/schools", asked.nation_schools, "--schools");
}

}  // namespace

std::string manifest_difference(const std::string& json, const Manifest& asked) {
  const Json there = Json::parse(json, nullptr, false);
  if (!there.is_object() || word_at(there, "/program") != "homeroom") return {};
  std::vector<std::string> told;
  add_replicates(there, asked, told);
  add_numbers(there, asked, told);
  add_options(there, asked, told);
  // A resolved scenario tells seed, replicates and years as well.
  if (told.empty() && word_at(there, "/scenario/fingerprint") != fingerprint(asked.resolved)) {
    told.push_back("another scenario or other settings");
  }
  if (word_at(there, "/version") != asked.program_version ||
      word_at(there, "/revision") != asked.source_revision) {
    told.push_back(fmt::format("by homeroom {} ({})", word_at(there, "/version"),
                               word_at(there, "/revision")));
  }
  return fmt::format("{}", fmt::join(told, ", "));
}

}  // namespace homeroom
