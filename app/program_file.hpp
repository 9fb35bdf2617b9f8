// What tells one build of the program from any other.
#pragma once

#include <string>

namespace homeroom::app {

/// Fingerprint of everything that was linked into the program, as the linker noted it (its build
/// id); empty where it did not.
std::string program_fingerprint();

}  // namespace homeroom::app
