// What the scripts of the pages hold of others; app/web/build.mjs tells it beside their bodies.
#pragma once

#include <string_view>

namespace homeroom::app {

/// "@observablehq/plot 0.6.17, ..."; empty where the program was built without its pages.
std::string_view report_libraries();
std::string_view workshop_libraries();

}  // namespace homeroom::app
