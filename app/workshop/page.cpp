#include "app/workshop/page.hpp"

#include <map>

namespace homeroom::workshop {
namespace {

constexpr std::string_view kPlaceholder =
    "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>Homeroom</title>\n"
    "<h1>Homeroom</h1>\n<p>The workshop is open. This program was built without its page; what it "
    "answers is told in docs/workshop_api.md.</p></html>\n";

}  // namespace

const PageFile* page_file(const std::string& path) {
  static const std::map<std::string, PageFile> files = {
      {"/", {"text/html; charset=utf-8", kPlaceholder}}};
  const auto found = files.find(path);
  return found == files.end() ? nullptr : &found->second;
}

}  // namespace homeroom::workshop
