#include "sim/lists/csv.hpp"

#include <fmt/format.h>

#include <csv.h>

#include <algorithm>
#include <cstring>
#include <new>

namespace homeroom::lists {

namespace {

constexpr unsigned char kStrict = CSV_STRICT | CSV_STRICT_FINI;
// Each quote that is never closed costs reading the rest again; past so many, or so many bytes read
// again, it is no list.
constexpr int kMostReopenings = 100;
constexpr std::size_t kMostReadAgain = std::size_t{256} << 20;
constexpr std::size_t kMostFaults = 10000;
constexpr std::size_t kMostColumns = 10000;
constexpr std::size_t kLongestLine = std::size_t{16} << 20;
constexpr std::size_t kLongestRow = std::size_t{1} << 20;

}  // namespace

class CsvReader {
 public:
  CsvReader(std::string_view text, const Wanted& wanted) : text_(text), wanted_(wanted) { open(); }
  ~CsvReader() { csv_free(&parser_); }
  CsvReader(const CsvReader&) = delete;
  CsvReader& operator=(const CsvReader&) = delete;

  CsvTable read() {
    int reopened = 0;
    std::size_t read_again = 0;
    while (at_ < text_.size()) {
      feed_line();
      if (at_ < text_.size()) continue;
      if (finish()) break;
      fault(row_line_, "has a quote that is never closed");
      read_again += text_.size() - after_row_line_;
      if (++reopened > kMostReopenings || read_again > kMostReadAgain) break;
      at_ = after_row_line_;
      line_ = row_line_;
      reset();
    }
    return std::move(table_);
  }

 private:
  void open() {
    if (csv_init(&parser_, kStrict) != 0) throw std::bad_alloc();
  }

  /// Forgets the row that was begun.
  void reset() {
    csv_free(&parser_);
    open();
    drop_row();
  }

  void feed_line() {
    const std::size_t newline = text_.find('\n', at_);
    const std::size_t past = newline == std::string_view::npos ? text_.size() : newline + 1;
    ++line_;
    if (between_rows_) {
      if (is_empty(text_.substr(at_, past - at_))) {
        at_ = past;
        return;
      }
      row_line_ = line_;
      after_row_line_ = past;
    }
    between_rows_ = false;
    const std::size_t size = past - at_;
    if (size > kLongestLine) {
      fault(row_line_, fmt::format("has a line of more than {} MiB", kLongestLine >> 20));
      at_ = past;
      reset();
      return;
    }
    const std::size_t read = csv_parse(&parser_, text_.data() + at_, size, on_cell, on_row, this);
    at_ = past;
    if (read == size) return;
    if (csv_error(&parser_) != CSV_EPARSE) throw std::bad_alloc();
    fault(row_line_, "has a quote in the middle of a cell");
    reset();
  }

  static bool is_empty(std::string_view line) {
    return line.find_first_not_of("\r\n") == std::string_view::npos;
  }

  bool finish() { return csv_fini(&parser_, on_cell, on_row, this) == 0; }

  static void on_cell(void* cell, std::size_t size, void* self) {
    static_cast<CsvReader*>(self)->take({static_cast<const char*>(cell), size});
  }
  static void on_row(int, void* self) { static_cast<CsvReader*>(self)->end_row(); }

  void take(std::string_view cell) {
    const std::size_t column = cells_++;
    has_nul_ = has_nul_ || std::memchr(cell.data(), 0, cell.size()) != nullptr;
    if (!header_read_) {
      too_long_ = table_.header.size() == kMostColumns;
      if (!too_long_) table_.header.emplace_back(cell);
    } else if (column < keep_.size() && keep_[column]) {
      const std::size_t before = table_.text_.size() - row_start_;
      too_long_ = too_long_ || before + cell.size() > kLongestRow;
      if (!too_long_) table_.text_.append(cell);
      table_.end_.push_back(static_cast<std::uint32_t>(table_.text_.size() - row_start_));
    }
  }

  void end_row() {
    between_rows_ = true;
    if (!header_read_ && too_long_) {
      fault(row_line_, fmt::format("has more than {} columns", kMostColumns));
      drop_row();
    } else if (!header_read_) {
      header_read_ = true;
      keep_ = wanted_(table_.header);
      table_.wanted_ = static_cast<std::size_t>(std::count(keep_.begin(), keep_.end(), true));
      make_room();
    } else if (has_nul_) {
      fault(row_line_, "holds a NUL byte");
      drop_row();
    } else if (too_long_) {
      fault(row_line_, "has more than 1 MiB in the cells that are read");
      drop_row();
    } else if (cells_ != table_.header.size()) {
      tell_cells();
      drop_row();
    } else {
      table_.line_.push_back(row_line_);
      table_.start_.push_back(row_start_);
      row_start_ = table_.text_.size();
    }
    begin_row();
  }

  void drop_row() {
    table_.end_.resize(table_.line_.size() * table_.wanted_);
    table_.text_.resize(row_start_);
    if (!header_read_) table_.header.clear();
    between_rows_ = true;
    begin_row();
  }

  void begin_row() {
    cells_ = 0;
    has_nul_ = too_long_ = false;
  }

  /// Columns that grow by doubling would for a while be held twice. A row has a line's end, and a
  /// separator for each further column.
  void make_room() {
    const std::string_view rest = text_.substr(std::min(at_, text_.size()));
    const auto lines = static_cast<std::size_t>(std::count(rest.begin(), rest.end(), '\n'));
    const std::size_t rows = std::min(lines, rest.size() / table_.header.size()) + 1;
    table_.text_.reserve(table_.wanted_ > 0 ? rest.size() : 0);
    table_.end_.reserve(rows * table_.wanted_);
    table_.line_.reserve(rows);
    table_.start_.reserve(rows);
  }

  /// Words of a fault that nobody reads would take longer than reading its row.
  void tell_cells() {
    fault(row_line_,
          table_.faults.size() < kMostFaults
              ? fmt::format("has {} cells, the header has {}", cells_, table_.header.size())
              : std::string());
  }

  void fault(std::uint32_t line, std::string what) {
    if (table_.faults.size() < kMostFaults) {
      table_.faults.push_back({static_cast<int>(line), std::move(what)});
    } else {
      ++table_.further_faults;
    }
  }

  std::string_view text_;
  const Wanted& wanted_;
  csv_parser parser_{};
  CsvTable table_;
  std::vector<bool> keep_;
  std::size_t at_ = 0, after_row_line_ = 0, cells_ = 0;
  std::size_t row_start_ = 0;  ///< in the table's text
  std::uint32_t line_ = 0, row_line_ = 0;
  bool header_read_ = false, between_rows_ = true, has_nul_ = false, too_long_ = false;
};

CsvTable read_csv(std::string_view text, const Wanted& wanted) {
  return CsvReader(text, wanted).read();
}

}  // namespace homeroom::lists
