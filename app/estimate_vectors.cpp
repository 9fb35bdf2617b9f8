#include "app/estimate_vectors.hpp"

#include <fmt/format.h>

#include <map>
#include <sstream>
#include <stdexcept>

#include "analysis/estimators/dummies.hpp"

namespace homeroom::app {
namespace {

/// Numbers of the largest regression: 2 GB, of which a few copies are made.
constexpr std::size_t kLargest = std::size_t{1} << 28;

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

}  // namespace

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

std::vector<estimators::Column> regressors_of(const EstimateTable& table) {
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
  return columns;
}

std::vector<std::string> names_of_rows(const EstimateTable& table) {
  std::vector<std::string> names;
  for (const int line : table.lines) names.push_back(fmt::format("line {}", line));
  return names;
}

std::string about_bases(const EstimateTable& table) {
  std::string text;
  for (const TableColumn& one : table.columns) {
    if (one.is_words) text += fmt::format("{}: compared with {}\n", one.name, one.base);
  }
  return text;
}

std::vector<std::string> words_in(const std::vector<std::string>& lists) {
  std::vector<std::string> words;
  for (const std::string& list : lists) {
    std::istringstream in(list);
    for (std::string word; std::getline(in, word, ',');) {
      const std::size_t first = word.find_first_not_of(" \t");
      if (first == std::string::npos) continue;
      words.push_back(word.substr(first, word.find_last_not_of(" \t") - first + 1));
    }
  }
  return words;
}

}  // namespace homeroom::app
