#include "app/estimate_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <string_view>

#include "analysis/estimators/dummies.hpp"
#include "app/estimate_cells.hpp"
#include "sim/lists/list_text.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/notes.hpp"

namespace homeroom::app {
namespace {

using lists::Remarks;
using lists::Weight;

/// More words than this make a column of names, and a matrix that no memory holds.
constexpr std::size_t kMostWords = 1000;
constexpr double kNoNumber = std::numeric_limits<double>::quiet_NaN();
/// No cell of a table is read as infinite.
constexpr double kWrong = std::numeric_limits<double>::infinity();

class Reading {
 public:
  explicit Reading(const EstimateOptions& options) : options_(options) {}

  EstimateTable read() {
    const auto text = lists::read_list_text(options_.table, remarks_);
    if (text && text->substr(0, text->find('\n')).find('\0') != std::string::npos) {
      remarks_.about(Weight::Fatal, options_.table, "",
                     "is no text: its first line holds bytes that no name has",
                     "comma-separated text");
    }
    if (text && !remarks_.any(Weight::Fatal)) read_columns(*text);
    gather_faults();
    return std::move(table_);
  }

 private:
  void read_columns(const std::string& text) {
    cells_.csv = lists::read_csv(text, [&](const std::vector<std::string>& header) {
      cells_.asked = asked_columns(options_, header, table_.faults);
      return wanted(header);
    });
    for (const lists::RowFault& row : cells_.csv.faults) {
      remarks_.at(Weight::Fault, options_.table, row.line, "", row.what);
    }
    if (cells_.csv.further_faults > 0) {
      remarks_.about(
          Weight::Fault, options_.table, "",
          fmt::format("has {} more rows that cannot be read", cells_.csv.further_faults));
    }
    if (cells_.csv.header.empty()) {
      remarks_.about(Weight::Fault, options_.table, "", "has no header", "a line of column names");
    } else if (cells_.csv.rows() == 0 && cells_.csv.faults.empty()) {
      remarks_.about(Weight::Fault, options_.table, "", "has no rows below its header");
    }
    words_ = columns_of_words(cells_, options_.table, remarks_);
    keep_rows();
    if (!cells_.csv.header.empty() && table_.faults.empty()) fill();
  }

  /// Marks the columns asked for, and where each then stands among them.
  std::vector<bool> wanted(const std::vector<std::string>& header) {
    std::vector<bool> keep(header.size(), false);
    for (std::size_t j = 0; j < header.size(); ++j) {
      for (const AskedColumn& column : cells_.asked) {
        if (column.cells == header[j]) keep[j] = true;
      }
      if (keep[j]) cells_.place.emplace(header[j], cells_.place.size());
    }
    return keep;
  }

  /// Rows in which every column has a value; the others are faults, or dropped on demand.
  void keep_rows() {
    std::map<std::string, std::vector<int>> lacking;
    for (std::size_t i = 0; i < cells_.csv.rows(); ++i) {
      bool whole = true;
      for (const AskedColumn& column : cells_.asked) {
        if (!lacks(i, column)) continue;
        whole = whole && column.role == Role::PartNumber && options_.drop_missing;
        lacking[column.name].push_back(cells_.csv.line(i));
      }
      // Without --drop-missing they are looked through for more faults.
      if (whole || !options_.drop_missing) rows_.push_back(i);
    }
    if (lacking.empty()) return;
    if (options_.drop_missing) return tell_dropped(lacking);
    table_.lacks_values = true;
    for (const auto& [name, lines] : lacking) {
      for (const int line : lines) {
        remarks_.at(Weight::Fault, options_.table, line, name, reason_of(name));
      }
    }
  }

  /// A weight of 0 says that nothing is known of the row.
  bool lacks(std::size_t row, const AskedColumn& column) {
    const std::string_view one = cells_.at(row, column);
    if (is_missing(one)) return column.role != Role::MaybeNumber;
    if (!weighs(column)) return false;
    const double weight = number_in(one).value_or(1.0);
    if (weight < 0.0) {
      remarks_.at(Weight::Fault, options_.table, cells_.csv.line(row), column.name, "is below 0",
                  "weights above 0");
    }
    return weight == 0.0;
  }

  /// Children tested and enrolled weigh schools in the report's regression.
  static bool weighs(const AskedColumn& column) {
    return column.role == Role::Weights || column.option == "--tested" ||
           column.option == "--enrolment";
  }

  std::string reason_of(const std::string& name) const {
    const bool weight = std::any_of(
        cells_.asked.begin(), cells_.asked.end(),
        [&](const AskedColumn& column) { return column.name == name && weighs(column); });
    return weight ? "has no value, or a weight of 0" : "has no value";
  }

  void tell_dropped(const std::map<std::string, std::vector<int>>& lacking) {
    const std::size_t all = cells_.csv.rows();
    const bool parts = !options_.report.empty();
    table_.dropped =
        fmt::format("{} of {} rows dropped{}, since --drop-missing:\n", all - rows_.size(), all,
                    parts ? ", and outcomes without a value or a number of tested" : "");
    for (const auto& [name, lines] : lacking) {
      table_.dropped +=
          fmt::format("  {}: {}, {}\n", name, reason_of(name), lists::lines_text(lines));
    }
    if (rows_.empty()) {
      remarks_.about(Weight::Fault, options_.table, "", "no row has a value in every column");
    }
  }

  void fill() {
    for (const std::size_t i : rows_) table_.lines.push_back(cells_.csv.line(i));
    for (const AskedColumn& column : cells_.asked) {
      TableColumn filled = column_of(column);
      switch (column.role) {
        case Role::Outcome:
          table_.outcomes.push_back(std::move(filled));
          break;
        case Role::Weights:
          table_.weights = std::move(filled.numbers);
          break;
        case Role::Cluster:
          table_.clusters = std::move(filled.words);
          break;
        case Role::Number:
        case Role::MaybeNumber:
        case Role::PartNumber:
        case Role::Words:
          table_.others.push_back(std::move(filled));
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
    filled.option = column.option;
    const bool as_written = is_of_words(column.role);
    filled.is_words = as_written || words_.count(column.name) > 0;
    for (const std::size_t i : rows_) {
      if (filled.is_words) {
        filled.words.emplace_back(cells_.value(i, column));
      } else {
        const std::string_view cell = cells_.value(i, column);
        filled.numbers.push_back(number_in(cell).value_or(is_missing(cell) ? kNoNumber : kWrong));
      }
    }
    if (!column.word.empty()) refuse_unknown_word(column);
    if (filled.is_words && !as_written) choose_base(column, filled);
    return filled;
  }

  /// A word that no row has is a slip.
  void refuse_unknown_word(const AskedColumn& column) {
    std::set<std::string> words;
    for (const std::size_t i : rows_) {
      const std::string_view cell = cells_.at(i, column);
      if (cell == column.word) return;
      if (!is_missing(cell) && words.size() < kMostWords) words.emplace(cell);
    }
    const std::vector<std::string> known(words.begin(), words.end());
    table_.faults.push_back({options_.table, 0, 0, column.name,
                             fmt::format("{} never is \"{}\"", column.cells, column.word),
                             listed(known), nearest_of(column.word, known)});
  }

  void choose_base(const AskedColumn& column, TableColumn& filled) {
    const std::vector<std::string> levels = estimators::levels_of(filled.words);
    const bool known = std::find(levels.begin(), levels.end(), column.base) != levels.end();
    Fault fault{options_.table, 0, 0, column.name, "", "", ""};
    if (levels.size() > kMostWords) {
      fault.what = fmt::format("has {} different words, as a column of names has", levels.size());
      fault.allowed = fmt::format("{} at most", kMostWords);
    } else if (levels.size() < 2) {
      fault.what = fmt::format("is \"{}\" in every row; there is nothing to compare it with",
                               levels.empty() ? "" : levels.front());
    } else if (!column.base.empty() && !known) {
      fault.what = fmt::format("never is \"{}\", which --base wants to compare with", column.base);
      fault.allowed = listed(levels);
      fault.nearest = nearest_of(column.base, levels);
    } else {
      filled.base = column.base.empty() ? levels.front() : column.base;
      return;
    }
    table_.faults.push_back(fault);
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
  AskedCells cells_;
  std::set<std::string> words_;    ///< columns of words
  std::vector<std::size_t> rows_;  ///< with a value in every column
  EstimateTable table_;
};

}  // namespace

const TableColumn* EstimateTable::named_by(const std::string& option) const {
  for (const TableColumn& column : others) {
    if (column.option == option) return &column;
  }
  return nullptr;
}

std::vector<const TableColumn*> EstimateTable::all_named_by(const std::string& option) const {
  std::vector<const TableColumn*> found;
  for (const TableColumn& column : others) {
    if (column.option == option) found.push_back(&column);
  }
  return found;
}

EstimateTable read_estimate_table(const EstimateOptions& options) {
  return Reading(options).read();
}

}  // namespace homeroom::app
