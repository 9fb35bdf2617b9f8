// The page's files, as the program holds them.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace homeroom::workshop {

struct PageFile {
  std::string type;        ///< as HTTP names it
  std::string_view bytes;  ///< live as long as the program
};

/// By path: "/", "/workshop.js".
using Page = std::map<std::string, PageFile>;

/// The frame of the page, its script and its styles.
Page page_of(std::string_view script, std::string_view styles);

}  // namespace homeroom::workshop
