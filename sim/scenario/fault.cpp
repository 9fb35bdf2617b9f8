#include "sim/scenario/fault.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace homeroom {
namespace {

/// A file of four MB can hold half a million faults, which would fill the memory and be read by
/// nobody.
constexpr std::size_t kMostTold = 1000;

}  // namespace

std::string format_fault(const Fault& fault) {
  std::string text = fault.file;
  if (fault.line > 0) text += fmt::format(":{}:{}", fault.line, fault.column);
  if (!fault.key.empty()) text += fmt::format("{}{}", text.empty() ? "" : ": ", fault.key);
  text += fmt::format(": {}", fault.what);
  if (!fault.allowed.empty()) text += fmt::format(" (allowed: {})", fault.allowed);
  if (!fault.nearest.empty()) text += fmt::format("; did you mean \"{}\"?", fault.nearest);
  return text;
}

std::size_t how_many(const std::vector<Fault>& faults) {
  std::size_t sum = 0;
  for (const Fault& fault : faults) sum += fault.stands_for;
  return sum;
}

std::string format_faults(const std::vector<Fault>& faults) {
  std::string text;
  for (const Fault& fault : faults) text += format_fault(fault) + "\n";
  return text;
}

std::string format_warnings(const std::vector<Fault>& warnings) {
  std::string text;
  for (const Fault& warning : warnings) text += "warning: " + format_fault(warning) + "\n";
  return text;
}

void Faults::add(Fault fault) {
  if (!fault.key.empty()) keys_.insert(fault.key);
  if (faults_.size() < kMostTold) {
    faults_.push_back(std::move(fault));
  } else {
    ++beyond_;
  }
}

void Faults::add(const Spot& at, const std::string& key, std::string what, std::string allowed,
                 std::string nearest) {
  add({at.file_name(), at.line, at.column, key, std::move(what), std::move(allowed),
       std::move(nearest)});
}

void Faults::add_unread(Fault fault) {
  all_files_read_ = false;
  add(std::move(fault));
}

bool Faults::touches(const std::string& key) const {
  if (keys_.count(key) > 0) return true;
  const std::string below = key + ".";
  const auto next = keys_.lower_bound(below);
  return next != keys_.end() && next->starts_with(below);
}

std::vector<Fault> Faults::sorted() const {
  std::vector<Fault> faults = faults_;
  std::stable_sort(faults.begin(), faults.end(), [](const Fault& a, const Fault& b) {
    return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
  });
  if (beyond_ > 0) {
    Fault rest;
    rest.file = faults.back().file;
    rest.what = fmt::format("{} more faults are not told", beyond_);
    rest.stands_for = beyond_;
    faults.push_back(std::move(rest));
  }
  return faults;
}

}  // namespace homeroom
