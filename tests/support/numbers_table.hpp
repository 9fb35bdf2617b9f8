// Plain tables of numbers beside the tests: comma-separated, no quotes, a header.
#pragma once

#include <Eigen/Dense>

#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace homeroom {

class NumbersTable {
 public:
  /// Of tests/data; throws std::runtime_error where there is no such file.
  explicit NumbersTable(const std::string& name) {
    std::ifstream in(std::string(HOMEROOM_SOURCE_DIR) + "/tests/data/" + name);
    if (!in) throw std::runtime_error("no tests/data/" + name);
    std::string line;
    std::getline(in, line);
    const std::vector<std::string> header = split(line);
    while (std::getline(in, line)) {
      const std::vector<std::string> cells = split(line);
      for (std::size_t j = 0; j < header.size(); ++j) words_[header[j]].push_back(cells.at(j));
    }
  }

  const std::vector<std::string>& words(const std::string& column) const {
    return words_.at(column);
  }
  Eigen::VectorXd numbers(const std::string& column) const {
    const std::vector<std::string>& cells = words(column);
    Eigen::VectorXd values(static_cast<Eigen::Index>(cells.size()));
    for (std::size_t i = 0; i < cells.size(); ++i) {
      values[static_cast<Eigen::Index>(i)] = std::stod(cells[i]);
    }
    return values;
  }
  /// A number for each word, in the order of their first rows.
  std::vector<int> codes(const std::string& column) const {
    std::map<std::string, int> seen;
    std::vector<int> codes;
    for (const std::string& word : words(column)) {
      codes.push_back(seen.try_emplace(word, static_cast<int>(seen.size())).first->second);
    }
    return codes;
  }

 private:
  static std::vector<std::string> split(const std::string& line) {
    std::istringstream in(line);
    std::vector<std::string> cells;
    for (std::string cell; std::getline(in, cell, ',');) cells.push_back(cell);
    return cells;
  }
  std::map<std::string, std::vector<std::string>> words_;
};

}  // namespace homeroom
