#include "sim/lists/remarks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace homeroom::lists {

namespace {

constexpr std::size_t kMostRuns = 10;

bool same_reason(const Remark& one, const Remark& other) {
  return one.weight == other.weight && one.key == other.key && one.what == other.what &&
         one.file == other.file;
}

}  // namespace

void Remarks::about(Weight weight, const std::string& file, const std::string& key,
                    std::string what, std::string allowed, std::string dropped) {
  remarks_.push_back(
      {weight, file, key, std::move(what), std::move(allowed), std::move(dropped), {}, 0.0});
}

void Remarks::at(Weight weight, const std::string& file, int line, const std::string& key,
                 const std::string& what, const std::string& allowed, const std::string& dropped,
                 double students) {
  const Remark remark{weight, file, key, what, allowed, dropped, {line}, students};
  // The latest come first: a list has the same fault on and on.
  const auto known = std::find_if(remarks_.rbegin(), remarks_.rend(), [&](const Remark& one) {
    return same_reason(one, remark) && !one.lines.empty();
  });
  if (known == remarks_.rend()) {
    remarks_.push_back(remark);
    return;
  }
  known->lines.push_back(line);
  known->students += students;
}

bool Remarks::any(Weight weight) const {
  return std::any_of(remarks_.begin(), remarks_.end(),
                     [&](const Remark& remark) { return remark.weight == weight; });
}

std::string lines_text(std::vector<int> lines) {
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  std::string text;
  std::size_t told = 0, runs = 0;
  while (told < lines.size() && runs < kMostRuns) {
    std::size_t past = told + 1;
    while (past < lines.size() && lines[past] == lines[past - 1] + 1) ++past;
    text += fmt::format("{}{}", runs++ == 0 ? "" : ", ", lines[told]);
    if (past - told > 1) text += fmt::format("-{}", lines[past - 1]);
    told = past;
  }
  if (told < lines.size()) text += fmt::format(" and {} more", lines.size() - told);
  return (lines.size() == 1 ? "line " : "lines ") + text;
}

Fault as_fault(const Remark& remark) {
  Fault fault{remark.file, 0, 0, remark.key, remark.what, remark.allowed, ""};
  if (remark.lines.empty()) return fault;
  fault.line = *std::min_element(remark.lines.begin(), remark.lines.end());
  fault.column = 1;
  // A line may have the same fault in several cells or bytes.
  const std::size_t rows = std::set<int>(remark.lines.begin(), remark.lines.end()).size();
  if (rows > 1) fault.what += fmt::format(", {} rows: {}", rows, lines_text(remark.lines));
  return fault;
}

}  // namespace homeroom::lists
