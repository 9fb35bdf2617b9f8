#include "analysis/audits/names_back.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace homeroom::audits {
namespace {

constexpr std::size_t kFirst = 3;  // after scenario, replicate and year

bool is_of_models(const ColumnDefinition& column) {
  return column.name == "model" || column.name == "second_model";
}

std::string renamed(const std::string& key, const OldNames& names) {
  const auto found = names.find(key);
  return found == names.end() ? key : found->second;
}

void copy_cell(const Batch& from, std::size_t column, std::size_t row, const OldNames& names,
               Batch& to) {
  const ColumnDefinition& definition = from.definition().columns[column];
  switch (definition.kind) {
    case ColumnKind::Whole:
      to.add(from.wholes(column)[row]);
      break;
    case ColumnKind::Number:
      to.add(from.numbers(column)[row]);
      break;
    case ColumnKind::Text: {
      const std::string& text = from.texts(column)[row];
      to.add(std::string_view(is_of_models(definition) ? renamed(text, names) : text));
      break;
    }
  }
}

}  // namespace

bool tells_models(const TableDefinition& table) {
  return std::any_of(table.columns.begin(), table.columns.end(), is_of_models);
}

Batch named_back(const Batch& table, const OldNames& names) {
  std::vector<std::size_t> order(table.rows());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto& columns = table.definition().columns;
  if (columns.size() > kFirst && columns[kFirst].name == "model") {
    const auto name = [&](std::size_t row) { return renamed(table.texts(kFirst)[row], names); };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t one, std::size_t other) { return name(one) < name(other); });
  }
  Batch back(table.definition());
  for (const std::size_t row : order) {
    for (std::size_t column = 0; column < columns.size(); ++column) {
      copy_cell(table, column, row, names, back);
    }
    back.end_row();
  }
  return back;
}

}  // namespace homeroom::audits
