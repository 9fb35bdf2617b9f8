#include "sim/records/hidden/growth_columns.hpp"

#include <string>

#include "sim/vocabulary/entities.hpp"
#include "sim/vocabulary/growth_terms.hpp"

namespace homeroom {
namespace {

constexpr auto N = ColumnKind::Number;
constexpr std::string_view kGrowth = "SD/year";

/// Names of the terms' columns; they live as long as the program, for definitions only view them.
const std::vector<std::string>& term_columns() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (const char* subject : {"_math", "_ela"}) {
      for (const TermName& term : kTermNames) all.push_back(std::string(term.word) + subject);
    }
    return all;
  }();
  return names;
}

}  // namespace

void append_growth(std::vector<ColumnDefinition>& columns) {
  columns.push_back({"latent_growth_math", N, kGrowth,
                     "mean growth of the children in mathematics: sum of the terms"});
  columns.push_back({"latent_growth_ela", N, kGrowth, "the same in ELA"});
  for (std::size_t i = 0; i < term_columns().size(); ++i) {
    columns.push_back({term_columns()[i], N, kGrowth, kTermNames[i % kTerms].meaning});
  }
}

}  // namespace homeroom
