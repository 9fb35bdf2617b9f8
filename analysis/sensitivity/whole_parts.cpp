#include "analysis/sensitivity/whole_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace homeroom::sensitivity {

WholeParts whole_parts(const DesignOutcome& outcome, std::uint64_t rows_of_a_part, bool leave_out,
                       const std::string& parts) {
  const std::vector<double>& values = outcome.values();
  const auto rows = static_cast<std::ptrdiff_t>(rows_of_a_part);
  WholeParts whole;
  std::uint64_t missing = 0;
  for (auto first = values.begin(); first != values.end(); first += rows) {
    const auto gaps = std::count_if(first, first + rows, [](double x) { return std::isnan(x); });
    missing += static_cast<std::uint64_t>(gaps);
    if (gaps > 0) {
      ++whole.left_out;
    } else {
      ++whole.parts;
      whole.values.insert(whole.values.end(), first, first + rows);
    }
  }
  if (missing > 0 && !leave_out) {
    throw DesignRefused(fmt::format(
        "{} of {} points have no outcome. They belong to {} of {} {}, which tell something only "
        "with all their {} points each. Run what is missing, or leave those {} out whole.",
        missing, values.size(), whole.left_out, whole.left_out + whole.parts, parts, rows_of_a_part,
        parts));
  }
  if (whole.parts < 2) {
    throw DesignRefused(fmt::format("Of the {} {}, {} have all their points; at least 2 must.",
                                    whole.left_out + whole.parts, parts, whole.parts));
  }
  return whole;
}

}  // namespace homeroom::sensitivity
