#include "app/version.hpp"

#include <fmt/format.h>

#include "app/build_facts.hpp"
#include "app/memory.hpp"
#include "app/program_file.hpp"
#include "app/revision.hpp"
#include "app/scenarios_folder.hpp"
#include "app/web_pages.hpp"
#include "sim/records/manifest.hpp"

namespace homeroom::app {

std::string program_version() { return HOMEROOM_VERSION; }
std::string source_revision() { return HOMEROOM_REVISION; }
std::string source_date() { return HOMEROOM_DATE; }
std::string compiler() { return HOMEROOM_COMPILER; }
std::string compiler_flags() { return HOMEROOM_FLAGS; }

std::vector<std::pair<std::string, std::string>> libraries() {
  auto all = record_libraries();
  all.insert(all.end(), {{"Boost", HOMEROOM_BOOST},
                         {"CLI11", HOMEROOM_CLI11},
                         {"Eigen", HOMEROOM_EIGEN},
                         {"cpp-httplib", HOMEROOM_HTTPLIB},
                         {"gperftools", memory_library()},
                         {"libcsv", HOMEROOM_LIBCSV},
                         {"oneTBB", HOMEROOM_TBB},
                         {"toml++", HOMEROOM_TOMLPLUSPLUS},
                         {"libstdc++", std::to_string(_GLIBCXX_RELEASE)}});
  return all;
}

std::string version_text() {
  return "homeroom " + program_version() + " (" + source_revision() + ")";
}

std::string version_report() {
  std::string with;
  for (const auto& [name, version] : libraries()) {
    with += fmt::format("{}{} {}", with.empty() ? "" : ", ", name, version);
  }
  const auto folder = scenarios_folder();
  return fmt::format(
      "{}\n"
      "compiler:  {} {}\n"
      "build:     {}\n"
      "libraries: {}\n"
      "pages:     {}\n"
      "scenarios: {}",
      version_text(), compiler(), compiler_flags(), program_fingerprint(), with,
      report_libraries().empty() ? "none; it was built without them" : report_libraries(),
      folder.empty() ? "not found" : folder.string());
}

}  // namespace homeroom::app
