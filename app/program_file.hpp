// What tells one build of the program from any other.
#pragma once

#include <string>

namespace homeroom::app {

/// Fingerprint of everything that was linked into the program, as the linker noted it (its build
/// id); empty where it did not.
std::string program_fingerprint();

/// Version and revision; where files had changed since, the build as well.
std::string program_name();

}  // namespace homeroom::app
