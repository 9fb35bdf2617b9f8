// What the pages that the program writes or serves are made of; app/web/build.mjs makes the bodies.
// Empty in a program that was built where the pages' tools were out of reach.
#pragma once

#include <string_view>

namespace homeroom::app {

std::string_view report_script();
std::string_view report_styles();
std::string_view workshop_script();
std::string_view workshop_styles();

}  // namespace homeroom::app
