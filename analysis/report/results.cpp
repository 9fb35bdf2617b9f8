#include "analysis/report/results.hpp"

#include <algorithm>

#include "analysis/report/csv_rows.hpp"
#include "sim/core/words.hpp"

namespace homeroom::report {
namespace {

/// Children by model over all years and replicates.
std::map<std::string, double> sizes_in_models(const Results& results) {
  std::map<std::string, double> sizes;
  CsvRows rows(results.file("models.csv"), {"model", "enrolment"});
  while (rows.next()) sizes[std::string(rows.text(0))] += rows.number(1);
  return sizes;
}

std::map<std::string, double> sizes_in_differences(const Results& results) {
  std::map<std::string, double> sizes;
  CsvRows rows(results.file("differences.csv"),
               {"model", "measure", "base_mean", "alternative_mean"});
  while (rows.next()) {
    if (rows.text(1) != "enrolment" || rows.text(0).empty()) continue;
    for (const std::size_t column : {2u, 3u}) {
      const double size = rows.number(column);
      if (size == size) sizes[std::string(rows.text(0))] += size;
    }
  }
  return sizes;
}

}  // namespace

bool Results::has(const char* table) const {
  std::error_code error;
  return std::filesystem::is_regular_file(file(table), error);
}

std::string Results::outcome(const std::string& name) const {
  const auto found = outcomes.find(name);
  return found == outcomes.end() ? name : found->second + " (" + name + ")";
}

std::string Results::label(const std::string& model) const {
  if (model.empty()) return whole();
  const auto found = stated.labels.find(model);
  if (found != stated.labels.end() && !found->second.empty()) return found->second;
  return with_blanks(model);
}

std::vector<std::string> models_by_size(const Results& results) {
  std::map<std::string, double> sizes;
  try {
    if (results.has("models.csv")) sizes = sizes_in_models(results);
    if (results.has("differences.csv")) sizes = sizes_in_differences(results);
  } catch (const TableFault&) {
    // The sections that show the table tell what is wrong with it.
  }
  std::vector<std::string> models;
  for (const auto& [model, size] : sizes) models.push_back(model);
  std::stable_sort(models.begin(), models.end(),
                   [&](const std::string& one, const std::string& other) {
                     return sizes.at(one) > sizes.at(other);
                   });
  return models;
}

}  // namespace homeroom::report
