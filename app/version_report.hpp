// What --version prints.
#pragma once

#include <string>

namespace homeroom::app {

/// The program with its revision; what it was built by and with, what its pages draw by, and where
/// it finds its scenarios.
std::string version_report();

/// The day of the commit it was built from, "2026-11-30"; empty where it is not known.
std::string source_date();

}  // namespace homeroom::app
