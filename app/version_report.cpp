#include "app/version_report.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "app/find_scenario.hpp"
#include "app/page_libraries.hpp"
#include "app/program_file.hpp"
#include "app/revision.hpp"
#include "app/version.hpp"

namespace homeroom::app {

std::string source_date() { return HOMEROOM_DATE; }

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
      folder.empty() ? "not found" : std::filesystem::absolute(folder).string());
}

}  // namespace homeroom::app
