// Version and source revision of this program.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace homeroom::app {

std::string program_version();
/// The commit it was built from; "unknown" outside a checkout, "+" after it where files had
/// changed.
std::string source_revision();
/// The compiler with its version, and the flags that shape what it makes.
std::string compiler();
std::string compiler_flags();
/// Every library that is part of this program, with its version.
std::vector<std::pair<std::string, std::string>> libraries();
/// The program with its version and revision.
std::string version_text();

}  // namespace homeroom::app
