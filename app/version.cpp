#include "app/version.hpp"

#include "app/revision.hpp"

namespace homeroom::app {

std::string program_version() { return HOMEROOM_VERSION; }
std::string source_revision() { return HOMEROOM_REVISION; }
std::string version_text() {
  return "homeroom " + program_version() + " (" + source_revision() + ")";
}

}  // namespace homeroom::app
