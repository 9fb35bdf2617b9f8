#include "app/estimated.hpp"

#include <fmt/format.h>

#include <cmath>
#include <stdexcept>

namespace homeroom::app {

void refuse_constant(const TableColumn& column, const std::string& to_do) {
  double first = std::nan("");
  for (const double value : column.numbers) {
    if (std::isnan(value) || value == first) continue;
    if (!std::isnan(first)) return;
    first = value;
  }
  const std::string what = std::isnan(first) ? "is empty" : fmt::format("is {:g}", first);
  throw std::invalid_argument(
      fmt::format("{} {} in every row; there is nothing to {}", column.name, what, to_do));
}

}  // namespace homeroom::app
