// The program's own file: what tells one build from any other.
#pragma once

#include <string>

namespace homeroom::app {

/// Fingerprint of the program's file, whatever it was built from and by; empty where the system
/// does not show it.
std::string program_fingerprint();

}  // namespace homeroom::app
