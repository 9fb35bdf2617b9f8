#include "app/version.hpp"

#include "app/build_facts.hpp"
#include "app/memory.hpp"
#include "app/revision.hpp"
#include "sim/records/manifest.hpp"

namespace homeroom::app {

std::string program_version() { return HOMEROOM_VERSION; }
std::string source_revision() { return HOMEROOM_REVISION; }
std::string compiler() { return HOMEROOM_COMPILER; }
std::string compiler_flags() { return HOMEROOM_FLAGS; }

std::vector<std::pair<std::string, std::string>> libraries() {
  auto all = record_libraries();
  all.insert(all.end(), {{"Boost", HOMEROOM_BOOST},
                         {"CLI11", HOMEROOM_CLI11},
                         {"Eigen", HOMEROOM_EIGEN},
                         {"cpp-httplib", HOMEROOM_HTTPLIB},
                         {"Random123", "its headers tell none"},
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

}  // namespace homeroom::app
