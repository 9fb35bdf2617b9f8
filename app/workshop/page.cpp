#include "app/workshop/page.hpp"

namespace homeroom::workshop {
namespace {

// The script makes everything inside the body itself. An icon of nothing keeps browsers from
// asking.
constexpr std::string_view kFrame =
    "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
    "<title>Homeroom workshop</title><link rel=\"icon\" href=\"data:,\">"
    "<link rel=\"stylesheet\" href=\"/workshop.css\"><script defer src=\"/workshop.js\"></script>"
    "</head><body><noscript>The workshop's page is made by its script, which this browser does not "
    "run.</noscript></body></html>\n";

}  // namespace

Page page_of(std::string_view script, std::string_view styles) {
  return {{"/", {"text/html; charset=utf-8", kFrame}},
          {"/workshop.js", {"text/javascript; charset=utf-8", script}},
          {"/workshop.css", {"text/css; charset=utf-8", styles}}};
}

}  // namespace homeroom::workshop
