#include "sim/lists/remarks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace homeroom::lists {

namespace {

constexpr std::size_t kMostRuns = 10;

/// So many lines of one reason are remembered: a file of all bad lines fills no memory.
constexpr std::size_t kMostLines = 10000;

std::string reason_of(const Remark& remark) {
  return fmt::format("{}\n{}\n{}\n{}", static_cast<int>(remark.weight), remark.file, remark.key,
                     remark.what);
}

void add_line(Remark& remark, int line) {
  if (line == remark.last_line) return;
  remark.last_line = line;
  if (remark.lines.size() < kMostLines) {
    remark.lines.push_back(line);
  } else {
    ++remark.further;
  }
}

}  // namespace

void Remarks::about(Weight weight, const std::string& file, const std::string& key,
                    std::string what, std::string allowed, std::string dropped) {
  remarks_.push_back({.weight = weight,
                      .file = file,
                      .key = key,
                      .what = std::move(what),
                      .allowed = std::move(allowed),
                      .dropped = std::move(dropped)});
}

bool Remarks::is_latest(Weight weight, const std::string& file, const std::string& key,
                        const std::string& what) const {
  if (known_.empty()) return false;
  const Remark& latest = remarks_[latest_];
  return latest.weight == weight && latest.what == what && latest.key == key && latest.file == file;
}

void Remarks::at(Weight weight, const std::string& file, int line, const std::string& key,
                 const std::string& what, const std::string& allowed, const std::string& dropped,
                 double students) {
  if (!is_latest(weight, file, key, what)) {
    Remark remark{.weight = weight,
                  .file = file,
                  .key = key,
                  .what = what,
                  .allowed = allowed,
                  .dropped = dropped};
    const auto [known, fresh] = known_.try_emplace(reason_of(remark), remarks_.size());
    if (fresh) remarks_.push_back(std::move(remark));
    latest_ = known->second;
  }
  add_line(remarks_[latest_], line);
  remarks_[latest_].students += students;
}

bool Remarks::any(Weight weight) const {
  return std::any_of(remarks_.begin(), remarks_.end(),
                     [&](const Remark& remark) { return remark.weight == weight; });
}

std::string lines_text(std::vector<int> lines, std::size_t further) {
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
  further += lines.size() - told;
  if (further > 0) text += fmt::format(" and {} more", further);
  return (lines.size() == 1 && further == 0 ? "line " : "lines ") + text;
}

Fault as_fault(const Remark& remark) {
  Fault fault{remark.file, 0, 0, remark.key, remark.what, remark.allowed, ""};
  if (remark.lines.empty()) return fault;
  fault.line = *std::min_element(remark.lines.begin(), remark.lines.end());
  fault.column = 1;
  // A line may have the same fault in several cells or bytes.
  const std::size_t rows =
      std::set<int>(remark.lines.begin(), remark.lines.end()).size() + remark.further;
  if (rows > 1) {
    fault.what += fmt::format(", {} rows: {}", rows, lines_text(remark.lines, remark.further));
  }
  return fault;
}

}  // namespace homeroom::lists
