// Version and source revision of this program.
#pragma once

#include <string>

namespace homeroom::app {

std::string program_version();
/// The commit it was built from; "unknown" outside a checkout, "+" after it where files had
/// changed.
std::string source_revision();
/// What --version prints.
std::string version_text();

}  // namespace homeroom::app
