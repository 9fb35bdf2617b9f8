// The rows of a figure as a table of a page.
#pragma once

#include <string>

#include "analysis/report/figure.hpp"

namespace homeroom::report {

/// The hint "below" names a column of long words that stands on a line of its own below each row.
std::string table_html(const Figure& figure);

}  // namespace homeroom::report
