// Text as parts of a page hold it, so that no word of a result becomes a part of the page.
#pragma once

#include <string>
#include <string_view>

namespace homeroom::report {

/// As content of an element or value of an attribute.
std::string escaped(std::string_view text);
/// JSON as content of a script element, which it must not end.
std::string inside_a_script(std::string json);

}  // namespace homeroom::report
