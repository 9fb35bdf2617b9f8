#include "app/estimate_places.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "sim/lists/csv.hpp"
#include "sim/lists/list_text.hpp"
#include "sim/lists/remarks.hpp"

namespace homeroom::app {
namespace {

std::vector<std::size_t> starts_of_lines(std::string_view text) {
  std::vector<std::size_t> starts = {0};
  for (std::size_t at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1)) {
    starts.push_back(at + 1);
  }
  return starts;
}

/// Past the cell, at its comma or at the line's end.
std::size_t past_cell(std::string_view line, std::size_t at) {
  bool quoted = false;
  for (; at < line.size(); ++at) {
    if (line[at] == '"') quoted = !quoted;
    if (line[at] == ',' && !quoted) break;
  }
  return at;
}

/// Where a cell of the line begins, blanks passed over; 0 where it is in none of its first lines.
std::size_t begin_of(std::string_view line, std::size_t cell) {
  std::size_t at = 0;
  for (; cell > 0; --cell) {
    at = past_cell(line, at);
    if (at == line.size()) return 0;
    ++at;
  }
  const std::size_t end = past_cell(line, at), text = line.find_first_not_of(" \t", at);
  return text < end ? text : at;
}

int characters(std::string_view text) {
  return static_cast<int>(std::count_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
  }));
}

}  // namespace

void place_faults(const std::string& file, std::vector<Fault>& faults) {
  lists::Remarks ignored;
  const auto text = lists::read_list_text(file, ignored);
  if (!text) return;
  const auto none = [](const std::vector<std::string>& header) {
    return std::vector<bool>(header.size(), false);
  };
  const std::vector<std::string> header = lists::read_csv(*text, none).header;
  const std::vector<std::size_t> starts = starts_of_lines(*text);
  for (Fault& fault : faults) {
    const auto name = std::find(header.begin(), header.end(), fault.key);
    const auto line = static_cast<std::size_t>(fault.line);
    if (fault.file != file || fault.line < 1 || line > starts.size() || name == header.end()) {
      continue;
    }
    std::string_view row = std::string_view(*text).substr(starts[line - 1]);
    row = row.substr(0, row.find_first_of("\r\n"));
    const auto cell = static_cast<std::size_t>(name - header.begin());
    fault.column = characters(row.substr(0, begin_of(row, cell))) + 1;
  }
  std::stable_sort(faults.begin(), faults.end(), [](const Fault& one, const Fault& other) {
    return std::tie(one.line, one.column) < std::tie(other.line, other.column);
  });
}

}  // namespace homeroom::app
