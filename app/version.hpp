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
/// The day of that commit, "2026-11-30"; empty where it is not known.
std::string source_date();
/// The compiler with its version, and the flags that shape what it makes.
std::string compiler();
std::string compiler_flags();
/// Every library that is part of this program, with its version.
std::vector<std::pair<std::string, std::string>> libraries();
/// Its first line.
std::string version_text();
/// What --version prints: the program with its revision, what it was built by and with, what its
/// pages draw by, and where it finds its scenarios.
std::string version_report();

}  // namespace homeroom::app
