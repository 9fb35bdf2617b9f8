#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <stdexcept>

#include "analysis/estimators/dummies.hpp"
#include "analysis/estimators/linear_model.hpp"
#include "analysis/estimators/linear_text.hpp"
#include "app/estimate_table.hpp"
#include "app/options.hpp"
#include "app/write_text.hpp"

namespace homeroom::app {
namespace {

namespace fs = std::filesystem;

/// Numbers of the largest regression: 2 GB, of which a few copies are made.
constexpr std::size_t kLargest = std::size_t{1} << 28;
using estimators::Errors;
using estimators::LinearModel;

/// A file that this command wrote, by its first line.
bool is_estimate(const fs::path& file) {
  std::ifstream in(file);
  std::string line;
  return std::getline(in, line) && line.rfind("outcome,term,estimate,standard_error,", 0) == 0;
}

/// Why the output cannot be written; empty where it can.
std::string refusal_of(const EstimateOptions& options) {
  if (options.output.empty()) return {};
  const fs::path file = options.output, folder = file.parent_path();
  std::error_code error;
  if (!folder.empty() && !fs::is_directory(folder, error)) {
    return fmt::format("there is no folder {}", folder.string());
  }
  if (fs::is_directory(file, error)) return "is a folder; a file is wanted";
  if (fs::equivalent(file, options.table, error)) return "is the table itself";
  if (fs::exists(file, error) && !options.force && !is_estimate(file)) {
    return "is there already and holds no estimate (--force overwrites it)";
  }
  return {};
}

Errors errors_of(const EstimateOptions& options) {
  if (!options.cluster.empty()) return Errors::Clustered;
  if (options.errors == "classical") return Errors::Classical;
  return options.errors == "HC3" ? Errors::HC3 : Errors::HC1;
}

Eigen::VectorXd vector_of(const std::vector<double>& values) {
  return Eigen::Map<const Eigen::VectorXd>(values.data(), static_cast<Eigen::Index>(values.size()));
}

std::vector<int> numbers_of(const std::vector<std::string>& words) {
  std::map<std::string, int> seen;
  std::vector<int> numbers;
  for (const std::string& word : words) {
    numbers.push_back(seen.try_emplace(word, static_cast<int>(seen.size())).first->second);
  }
  return numbers;
}

/// Throws where dummies would fill the memory.
void refuse_size(const EstimateTable& table) {
  std::size_t columns = 1;
  for (const TableColumn& one : table.columns) {
    columns += one.is_words ? estimators::levels_of(one.words).size() - 1 : 1;
  }
  if (columns * table.lines.size() <= kLargest) return;
  throw std::invalid_argument(
      fmt::format("{} rows for {} columns are too many (allowed: {} numbers); use words with fewer "
                  "levels",
                  table.lines.size(), columns, kLargest));
}

LinearModel model_of(const EstimateTable& table) {
  refuse_size(table);
  std::vector<estimators::Column> columns;
  for (const TableColumn& one : table.columns) {
    if (!one.is_words) {
      columns.emplace_back(one.name, vector_of(one.numbers));
      continue;
    }
    for (auto& column : estimators::dummies(one.name, one.words, one.base)) {
      columns.push_back(std::move(column));
    }
  }
  LinearModel model =
      estimators::linear_model(table.outcome.name, vector_of(table.outcome.numbers), columns);
  if (!table.weights.empty()) model.weight = vector_of(table.weights);
  model.cluster = numbers_of(table.clusters);
  for (const int line : table.lines) model.rows.push_back(fmt::format("line {}", line));
  return model;
}

std::string about_bases(const EstimateTable& table) {
  std::string text;
  for (const TableColumn& one : table.columns) {
    if (one.is_words) text += fmt::format("{}: compared with {}\n", one.name, one.base);
  }
  return text;
}

int refuse(const EstimateTable& table, const std::string& output, const std::string& why) {
  fmt::print(stderr, "{}", format_faults(table.faults));
  if (!why.empty()) fmt::print(stderr, "-o {}: {}\n", output, why);
  const std::size_t faults = table.faults.size() + (why.empty() ? 0 : 1);
  fmt::print(stderr, "{} fault{}; nothing was estimated\n", faults, faults == 1 ? "" : "s");
  if (table.lacks_values) {
    fmt::print(stderr, "with --drop-missing rows without a value are left out, and told\n");
  }
  return kBadInput;
}

}  // namespace

int estimate(const EstimateOptions& options) {
  const std::string why = refusal_of(options);
  const EstimateTable table = read_estimate_table(options);
  if (!table.faults.empty() || !why.empty()) return refuse(table, options.output, why);
  estimators::LinearFit fit;
  try {
    fit = estimators::fit_linear(model_of(table), {.errors = errors_of(options)});
  } catch (const std::invalid_argument& error) {
    fmt::print(stderr, "{}: {}\n", options.table, error.what());
    return kBadInput;
  }
  fmt::print(stderr, "{}", table.dropped);
  for (const std::string& warning : fit.warnings) fmt::print(stderr, "warning: {}\n", warning);
  if (!options.output.empty() && !write_text(options.output, csv_of(fit))) return kFailed;
  fmt::print("{}{}", text_of(fit), about_bases(table));
  return kDone;
}

}  // namespace homeroom::app
