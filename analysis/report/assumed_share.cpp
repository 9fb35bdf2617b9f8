#include "analysis/report/assumed_share.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/report/growth_terms.hpp"

namespace homeroom::report {
namespace {

constexpr std::array<const char*, 4> kWords = {"measured or calibrated", "some assumed",
                                               "all assumed", "not said"};

const StatedValue* find(const Stated& stated, const std::string& key) {
  for (const StatedValue& value : stated.values) {
    if (value.key == key) return &value;
  }
  return nullptr;
}

/// Sums of sizes by how far coefficients are known.
using Sizes = std::array<double, kWords.size()>;

Sizes sizes_of(const Figure& waterfall, const std::string& panel, const Stated& stated) {
  Sizes sizes{};
  for (const std::vector<Cell>& row : waterfall.rows) {
    if (std::get<std::string>(row[0]) != panel || std::get<std::string>(row[2]) == "total")
      continue;
    const Known known = known_of(std::get<std::string>(row[1]), stated);
    sizes[static_cast<std::size_t>(known)] += std::abs(std::get<double>(row[3]));
  }
  return sizes;
}

std::vector<std::string> panels_of(const Figure& waterfall) {
  std::vector<std::string> panels;
  for (const std::vector<Cell>& row : waterfall.rows) {
    const std::string& panel = std::get<std::string>(row[0]);
    if (std::find(panels.begin(), panels.end(), panel) == panels.end()) panels.push_back(panel);
  }
  return panels;
}

}  // namespace

Known known_of(const std::string& term_label, const Stated& stated) {
  for (const GrowthTerm& term : growth_terms()) {
    if (term.label != term_label) continue;
    std::size_t found = 0, assumed = 0;
    for (const std::string& key : term.coefficients) {
      const StatedValue* value = find(stated, key);
      if (!value) continue;
      ++found;
      assumed += value->status == "assumed";
    }
    if (found == 0) return Known::NotSaid;
    return assumed == 0 ? Known::All : assumed == found ? Known::Nothing : Known::Part;
  }
  return Known::NotSaid;
}

void add_assumed_share(Section& section, const Figure& waterfall, const Stated& stated) {
  if (stated.values.empty()) return;
  Figure table =
      table_of(waterfall.id + "_known",
               "How much of these differences goes through coefficients that are assumed",
               "Percent of the sum of the sizes of the terms above, by the status of the "
               "coefficients that scale each term. A coefficient counts as it is stated; "
               "what schools do, and policies ask, rests on further assumptions.",
               {{"whose", "whose", "", false}});
  for (const char* word : kWords) table.columns.push_back({word, word, "%"});
  for (const std::string& panel : panels_of(waterfall)) {
    const Sizes sizes = sizes_of(waterfall, panel, stated);
    double all = 0;
    for (const double size : sizes) all += size;
    if (!(all > 0)) continue;
    std::vector<Cell> row = {panel};
    for (const double size : sizes) row.push_back(std::round(100 * size / all));
    table.rows.push_back(std::move(row));
  }
  if (!table.rows.empty()) section.figures.push_back(std::move(table));
}

}  // namespace homeroom::report
