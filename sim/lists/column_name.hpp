// Names of columns, as far as they matter: official headers and those of carriers differ in case,
// blanks, brackets, hyphens and underscores.
#pragma once

#include <string>
#include <string_view>

namespace homeroom::lists {

/// The name in lower case without blanks, brackets, hyphens and underscores; "%" and "#" stay,
/// since they tell a share from a count.
std::string plain_name(std::string_view header);

}  // namespace homeroom::lists
