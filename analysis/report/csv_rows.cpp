#include "analysis/report/csv_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "sim/core/number_from.hpp"

namespace homeroom::report {
namespace {

constexpr std::size_t kBuffer = 1 << 18;

}  // namespace

CsvRows::CsvRows(const std::filesystem::path& file, const std::vector<std::string>& columns)
    : file_(file), stream_(std::fopen(file.c_str(), "rb"), &std::fclose), buffer_(kBuffer) {
  const std::string name = file.filename().string();
  if (!stream_) throw TableFault(fmt::format("{} is not there or cannot be read.", name));
  if (!read_cells()) throw TableFault(fmt::format("{} is empty.", name));
  header_.assign(cells_.begin(), cells_.begin() + static_cast<std::ptrdiff_t>(used_));
  std::string lacking;
  for (const std::string& column : columns) {
    const auto found = std::find(header_.begin(), header_.end(), column);
    if (found == header_.end()) lacking += (lacking.empty() ? "" : ", ") + column;
    places_.push_back(static_cast<std::size_t>(found - header_.begin()));
  }
  if (!lacking.empty()) {
    throw TableFault(fmt::format("{} has no column {}: another version of the program wrote it.",
                                 name, lacking));
  }
}

int CsvRows::next_letter() {
  if (at_ == filled_) {
    filled_ = std::fread(buffer_.data(), 1, buffer_.size(), stream_.get());
    at_ = 0;
  }
  return at_ == filled_ ? -1 : static_cast<unsigned char>(buffer_[at_]);
}

int CsvRows::letter() {
  const int now = next_letter();
  if (now >= 0) ++at_;
  return now;
}

bool CsvRows::read_cells() {
  used_ = 0;
  row_line_ = line_;
  bool quoted = false;
  for (int now = letter(); now >= 0; now = letter()) {
    if (used_ == 0) begin_cell();
    std::string& cell = cells_[used_ - 1];
    if (now == '\n') ++line_;
    if (quoted ? now != '"' : now != '"' && now != ',' && now != '\n' && now != '\r') {
      cell += static_cast<char>(now);
    } else if (now == '"') {
      // A mark within a cell stands twice.
      const bool twice = quoted && next_letter() == '"';
      if (twice) cell += static_cast<char>(letter());
      if (!twice) quoted = !quoted;
    } else if (now == ',') {
      begin_cell();
    } else if (now == '\n') {
      return true;
    }
  }
  return used_ > 0;
}

void CsvRows::begin_cell() {
  if (used_ == cells_.size()) cells_.emplace_back();
  cells_[used_++].clear();
}

bool CsvRows::next() {
  if (!read_cells()) return false;
  if (used_ == header_.size()) return true;
  throw TableFault(fmt::format("{}:{}: has {} cells, the header has {}: the table is not whole.",
                               file_.filename().string(), row_line_, used_, header_.size()));
}

double CsvRows::number(std::size_t column) const {
  const std::string_view cell = text(column);
  if (cell.empty()) return std::numeric_limits<double>::quiet_NaN();
  if (const auto number = number_from<double>(cell)) return *number;
  throw TableFault(
      fmt::format("{}:{}: \"{}\" is no number.", file_.filename().string(), row_line_, cell));
}

std::vector<std::string> columns_of(const std::filesystem::path& file) {
  return CsvRows(file, {}).header();
}

}  // namespace homeroom::report
