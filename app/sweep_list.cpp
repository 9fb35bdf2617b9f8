#include "app/sweep_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "app/list_extremes.hpp"
#include "app/mapped_file.hpp"
#include "sim/lists/csv.hpp"
#include "sim/records/manifest.hpp"
#include "sim/scenario/sweep_key.hpp"

namespace homeroom::app {
namespace {

constexpr std::size_t kMostFaults = 100;

/// The line that begins at `at`, without its end; `at` comes to stand behind it.
std::string_view line_from(std::string_view text, std::size_t& at) {
  const std::size_t end = std::min(text.find('\n', at), text.size());
  std::string_view line = text.substr(at, end - at);
  at = std::min(end + 1, text.size());
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

/// A line alone: its cells are what a table of one line has for a header.
lists::CsvTable row_of(std::string_view line) {
  return lists::read_csv(line, [](const std::vector<std::string>& cells) {
    return std::vector<bool>(cells.size(), false);
  });
}

/// Remembers where every 256th line begins, so that a million lines take no memory of note.
class ListedPoints final : public SweepPoints {
 public:
  explicit ListedPoints(const std::filesystem::path& file) : file_(file), name_(file.string()) {}

  /// Reads the header and looks through all lines once.
  void read(PointsReading& reading) {
    if (!file_.open()) {
      reading.faults.push_back({name_, 0, 0, "", "cannot be read, or is empty", "", ""});
      return;
    }
    const std::string_view text = file_.text();
    std::size_t at = text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
    const lists::CsvTable header = row_of(line_from(text, at));
    note(header, 1, reading);
    columns_ = header.header.size();
    for (const std::string& key : header.header) add_factor(name_, key, reading);
    ListExtremes extremes(columns_);
    for (int line = 2; at < text.size(); ++line) {
      const std::size_t begins = at;
      const std::string_view here = line_from(text, at);
      if (here.empty()) continue;
      if (count_ % kApart == 0) begins_.push_back(begins);
      ++count_;
      look_at(row_of(here), line, extremes, reading);
    }
    if (count_ == 0) {
      reading.faults.push_back({name_, 0, 0, "",
                                "has no line below its header: the design is empty",
                                "a line for each point", ""});
    }
    reading.list_fingerprint = fingerprint(text);
    reading.farthest = extremes.points();
  }

  std::uint64_t count() const override { return count_; }

  std::vector<std::string> values_at(std::uint64_t point) const override {
    std::size_t at = begins_[static_cast<std::size_t>(point / kApart)];
    std::string_view line = line_from(file_.text(), at);
    for (std::uint64_t left = point % kApart; left > 0;) {
      line = line_from(file_.text(), at);
      left -= !line.empty();
    }
    return row_of(line).header;
  }

 private:
  static constexpr std::uint64_t kApart = 256;

  void note(const lists::CsvTable& row, int line, PointsReading& reading) const {
    for (const lists::RowFault& fault : row.faults) {
      if (reading.faults.size() >= kMostFaults) return;
      reading.faults.push_back({name_, line, 1, "", fault.what, "", ""});
    }
  }

  void look_at(const lists::CsvTable& row, int line, ListExtremes& extremes,
               PointsReading& reading) const {
    note(row, line, reading);
    if (row.header.size() == columns_) return extremes.add(count_ - 1, line, row.header);
    if (!row.faults.empty() || reading.faults.size() >= kMostFaults) return;
    reading.faults.push_back(
        {name_, line, 1, "",
         fmt::format("has {} cells, the header {}", row.header.size(), columns_), "", ""});
  }

  static void add_factor(const std::string& file, const std::string& key, PointsReading& reading) {
    SweepFactor factor;
    factor.key = key;
    factor.name = column_of(key);
    factor.at.file = std::make_shared<const std::string>(file);
    factor.at.line = 1;
    factor.at.column = 1;
    for (const SweepFactor& other : reading.factors) {
      if (other.key == key) {
        reading.faults.push_back({file, 1, 1, key, "is a column already", "", ""});
      }
      if (in_small_letters(other.name) == in_small_letters(factor.name)) factor.name = key;
    }
    if (!find_sweep_key(key)) {
      reading.faults.push_back({file, 1, 1, key, why_no_sweep_key(key),
                                "a column's name is a lever or parameter", near_sweep_key(key)});
    }
    reading.factors.push_back(std::move(factor));
  }

  MappedFile file_;
  std::string name_;
  std::size_t columns_ = 0;
  std::uint64_t count_ = 0;
  std::vector<std::size_t> begins_;
};

}  // namespace

PointsReading listed_points(const std::filesystem::path& file) {
  PointsReading reading;
  auto points = std::make_unique<ListedPoints>(file);
  points->read(reading);
  reading.points = std::move(points);
  return reading;
}

}  // namespace homeroom::app
