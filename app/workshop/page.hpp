// The page's files, out of the program itself.
#pragma once

#include <string>
#include <string_view>

namespace homeroom::workshop {

struct PageFile {
  std::string type;        ///< as HTTP names it
  std::string_view bytes;  ///< live as long as the program
};

/// The file at a path such as "/" or "/page.js"; null where there is none.
const PageFile* page_file(const std::string& path);

}  // namespace homeroom::workshop
