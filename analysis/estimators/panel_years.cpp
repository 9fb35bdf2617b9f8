#include "analysis/estimators/panel_years.hpp"

#include <fmt/format.h>

#include <stdexcept>

namespace homeroom::estimators {

const panel::Year& year_of(const panel::Panel& panel, int year) {
  for (const panel::Year& one : panel.years) {
    if (one.year == year) return one;
  }
  if (panel.years.empty()) throw std::invalid_argument("the panel has no years");
  throw std::invalid_argument(fmt::format("the panel has no year {} (allowed: {} to {})", year,
                                          panel.years.front().year, panel.years.back().year));
}

}  // namespace homeroom::estimators
