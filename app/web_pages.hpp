// What the pages that the program writes or serves are made of; app/web/build.mjs makes the bodies.
// Empty in a program that was built where the pages' tools were out of reach.
#pragma once

#include <string_view>

namespace homeroom::app {

std::string_view report_script();
std::string_view report_styles();
/// What its script holds besides our own: "@observablehq/plot 0.6.17, ...".
std::string_view report_libraries();
std::string_view workshop_script();
std::string_view workshop_styles();
std::string_view workshop_libraries();

}  // namespace homeroom::app
