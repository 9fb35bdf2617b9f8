#include "app/estimate_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "app/estimate_columns.hpp"
#include "sim/lists/csv.hpp"
#include "sim/lists/list_text.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/notes.hpp"

namespace homeroom::app {
namespace {

using lists::CsvTable;
using lists::Remarks;
using lists::Weight;

/// More words than this make a column of names, and a matrix that no memory holds.
constexpr std::size_t kMostWords = 1000;

/// As R, Stata and tables of homeroom leave a cell without a value.
bool is_missing(std::string_view cell) {
  return cell.empty() || cell == "." || cell == "NA" || cell == "N/A" || cell == "NaN" ||
         cell == "nan" || cell == "NULL";
}

std::optional<double> number_in(std::string_view cell) {
  if (cell.size() > 1 && cell.front() == '+' && cell[1] != '-') cell.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc() || end != cell.data() + cell.size() || !std::isfinite(value)) return {};
  return value;
}

std::string shortened(std::string_view cell) {
  constexpr std::size_t kShown = 40;
  return std::string(cell.substr(0, kShown)) + (cell.size() > kShown ? "..." : "");
}

class Reading {
 public:
  explicit Reading(const EstimateOptions& options) : options_(options) {}

  EstimateTable read() {
    const auto text = lists::read_list_text(options_.table, remarks_);
    if (text && !remarks_.any(Weight::Fatal)) read_columns(*text);
    gather_faults();
    return std::move(table_);
  }

 private:
  void read_columns(const std::string& text) {
    csv_ = lists::read_csv(text, [&](const std::vector<std::string>& header) {
      asked_ = asked_columns(options_, header, table_.faults);
      return wanted(header);
    });
    for (const lists::RowFault& row : csv_.faults) {
      remarks_.at(Weight::Fault, options_.table, row.line, "", row.what);
    }
    if (csv_.header.empty()) {
      remarks_.about(Weight::Fault, options_.table, "", "has no header", "a line of column names");
      return;
    }
    if (csv_.rows() == 0 && csv_.faults.empty()) {
      remarks_.about(Weight::Fault, options_.table, "", "has no rows below its header");
    }
    for (const AskedColumn& column : asked_) decide_kind(column);
    keep_rows();
    if (!remarks_.any(Weight::Fault) && table_.faults.empty()) fill();
  }

  /// Marks the columns asked for, and where each then stands among them.
  std::vector<bool> wanted(const std::vector<std::string>& header) {
    std::vector<bool> keep(header.size(), false);
    for (std::size_t j = 0; j < header.size(); ++j) {
      for (const AskedColumn& column : asked_) keep[j] = keep[j] || column.name == header[j];
      if (keep[j]) place_.emplace(header[j], place_.size());
    }
    return keep;
  }

  std::string_view cell(std::size_t row, const AskedColumn& column) const {
    return csv_.cell(row, place_.at(column.name));
  }

  /// Numbers, or words where no cell holds a number; a mixture is a fault.
  void decide_kind(const AskedColumn& column) {
    if (column.role == Role::Cluster || column.factor) {
      words_.insert(&column);
      return;
    }
    std::size_t numbers = 0, texts = 0;
    for (std::size_t i = 0; i < csv_.rows(); ++i) {
      const std::string_view one = cell(i, column);
      if (!is_missing(one)) ++(number_in(one) ? numbers : texts);
    }
    const bool may_be_words = column.role == Role::On || column.role == Role::Control;
    if (may_be_words && numbers == 0 && texts > 0) {
      words_.insert(&column);
      return;
    }
    if (texts > 0) name_texts(column, may_be_words);
    if (may_be_words && !column.base.empty()) {
      remarks_.about(Weight::Fault, options_.table, column.name,
                     "is a column of numbers, which has no base", "--factor makes it one of words");
    }
  }

  void name_texts(const AskedColumn& column, bool may_be_words) {
    std::string first;
    std::vector<int> lines;
    for (std::size_t i = 0; i < csv_.rows(); ++i) {
      const std::string_view one = cell(i, column);
      if (is_missing(one) || number_in(one)) continue;
      if (lines.empty()) first = shortened(one);
      lines.push_back(csv_.line(i));
    }
    const std::string what = fmt::format("is \"{}\", which is no number", first);
    for (const int line : lines) {
      remarks_.at(Weight::Fault, options_.table, line, column.name,
                  lines.size() == 1 ? what : what + " (the first of these)",
                  may_be_words ? "numbers with a point, or words alone; --factor takes numbers as "
                                 "words"
                               : "numbers with a point");
    }
  }

  /// Rows in which every column has a value; the others are faults, or dropped on demand.
  void keep_rows() {
    std::map<std::string, std::vector<int>> lacking;
    for (std::size_t i = 0; i < csv_.rows(); ++i) {
      bool whole = true;
      for (const AskedColumn& column : asked_) {
        if (!lacks(i, column)) continue;
        whole = false;
        lacking[column.name].push_back(csv_.line(i));
      }
      if (whole) rows_.push_back(i);
    }
    if (lacking.empty()) return;
    if (options_.drop_missing) {
      tell_dropped(lacking);
      return;
    }
    table_.lacks_values = true;
    for (const auto& [name, lines] : lacking) {
      for (const int line : lines) {
        remarks_.at(Weight::Fault, options_.table, line, name, reason_of(name));
      }
    }
  }

  /// A weight of 0 says that nothing is known of the row.
  bool lacks(std::size_t row, const AskedColumn& column) {
    const std::string_view one = cell(row, column);
    if (is_missing(one)) return true;
    if (column.role != Role::Weights) return false;
    const double weight = number_in(one).value_or(1.0);
    if (weight < 0.0) {
      remarks_.at(Weight::Fault, options_.table, csv_.line(row), column.name, "is below 0",
                  "weights above 0");
    }
    return weight == 0.0;
  }

  std::string reason_of(const std::string& name) const {
    return name == options_.weights ? "has no value, or a weight of 0" : "has no value";
  }

  void tell_dropped(const std::map<std::string, std::vector<int>>& lacking) {
    table_.dropped = fmt::format("{} of {} rows dropped, since --drop-missing:\n",
                                 csv_.rows() - rows_.size(), csv_.rows());
    for (const auto& [name, lines] : lacking) {
      table_.dropped +=
          fmt::format("  {}: {}, {}\n", name, reason_of(name), lists::lines_text(lines));
    }
    if (rows_.empty()) {
      remarks_.about(Weight::Fault, options_.table, "", "no row has a value in every column");
    }
  }

  void fill() {
    for (const std::size_t i : rows_) table_.lines.push_back(csv_.line(i));
    for (const AskedColumn& column : asked_) {
      TableColumn filled = column_of(column);
      switch (column.role) {
        case Role::Outcome:
          table_.outcome = std::move(filled);
          break;
        case Role::Weights:
          table_.weights = std::move(filled.numbers);
          break;
        case Role::Cluster:
          table_.clusters = std::move(filled.words);
          break;
        case Role::On:
        case Role::Control:
          table_.columns.push_back(std::move(filled));
          break;
      }
    }
  }

  TableColumn column_of(const AskedColumn& column) {
    TableColumn filled;
    filled.name = column.name;
    filled.is_words = words_.count(&column) > 0;
    for (const std::size_t i : rows_) {
      if (filled.is_words) {
        filled.words.emplace_back(cell(i, column));
      } else {
        filled.numbers.push_back(*number_in(cell(i, column)));
      }
    }
    if (filled.is_words && column.role != Role::Cluster) choose_base(column, filled);
    return filled;
  }

  void choose_base(const AskedColumn& column, TableColumn& filled) {
    const std::set<std::string> levels(filled.words.begin(), filled.words.end());
    const std::vector<std::string> known(levels.begin(), levels.end());
    const auto wrong = [&](std::string what, std::string allowed = {}, std::string near = {}) {
      table_.faults.push_back({options_.table, 0, 0, column.name, std::move(what),
                               std::move(allowed), std::move(near)});
    };
    if (levels.size() > kMostWords) {
      wrong(fmt::format("has {} different words, as a column of names has", levels.size()),
            fmt::format("{} at most", kMostWords));
    } else if (levels.size() < 2) {
      wrong(fmt::format("is \"{}\" in every row; there is nothing to compare it with",
                        levels.empty() ? "" : *levels.begin()));
    } else if (!column.base.empty() && levels.count(column.base) == 0) {
      wrong(fmt::format("never is \"{}\", which --base wants to compare with", column.base),
            listed(known), nearest_of(column.base, known));
    } else {
      filled.base = column.base.empty() ? *levels.begin() : column.base;
    }
  }

  void gather_faults() {
    for (const lists::Remark& remark : remarks_.all()) {
      if (remark.weight == Weight::Fatal || remark.weight == Weight::Fault) {
        table_.faults.push_back(as_fault(remark));
      }
    }
    std::stable_sort(table_.faults.begin(), table_.faults.end(),
                     [](const Fault& one, const Fault& other) { return one.line < other.line; });
  }

  const EstimateOptions& options_;
  Remarks remarks_;
  CsvTable csv_;
  std::vector<AskedColumn> asked_;
  std::map<std::string, std::size_t> place_;  ///< of a name among the wanted cells
  std::set<const AskedColumn*> words_;
  std::vector<std::size_t> rows_;
  EstimateTable table_;
};

}  // namespace

EstimateTable read_estimate_table(const EstimateOptions& options) {
  return Reading(options).read();
}

}  // namespace homeroom::app
