#include "app/sweep_collect.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "app/options.hpp"
#include "sim/core/failure.hpp"
#include "sim/records/sweep_merge.hpp"

namespace homeroom::app {
namespace {

std::string ranges(const SweepCollected& told) {
  std::string text;
  for (const auto& [first, last] : told.missing) {
    text += text.empty() ? "" : ", ";
    text += first == last ? fmt::format("{}", first) : fmt::format("{} to {}", first, last);
  }
  return text;
}

/// The first of some names, and how many there are beside: "a is", "a, b and 7 more are".
std::string few(const std::vector<std::string>& names) {
  constexpr std::size_t kTold = 3;
  std::string text;
  for (std::size_t i = 0; i < std::min(names.size(), kTold); ++i) {
    text += (i > 0 ? ", " : "") + names[i];
  }
  if (names.size() > kTold) text += fmt::format(" and {} more", names.size() - kTold);
  return text + (names.size() == 1 ? " is" : " are");
}

void tell(const SweepCollected& told, const std::filesystem::path& folder) {
  fmt::print(stderr, "homeroom collect: {} of {} runs, {} failed, {} missing, in {}\n",
             told.done + told.failed, told.runs, told.failed, told.missing_count, folder.string());
  for (const std::string& remark : told.remarks) {
    fmt::print(stderr, "homeroom collect: {}\n", remark);
  }
  if (!told.empty.empty()) {
    fmt::print(stderr,
               "homeroom collect: {} empty in every run: no school of that model, or nothing of "
               "that kind, in those years\n",
               few(told.empty));
  }
  if (told.missing_count > 0) {
    fmt::print(stderr, "homeroom collect: missing runs: {}{}\n", ranges(told),
               told.missing.size() >= 20 ? ", ..." : "");
  }
  if (told.failed > 0) {
    fmt::print(stderr,
               "homeroom collect: failed runs stand in runs.csv with their reason and the command "
               "that repeats each\n");
  }
}

}  // namespace

int collect_folder(const std::filesystem::path& folder, bool quiet, bool tell_empty) {
  try {
    SweepCollected told = collect_sweep(folder);
    if (!tell_empty) told.empty.clear();
    if (!quiet || !told.whole() || !told.remarks.empty() || !told.empty.empty()) tell(told, folder);
    return told.whole() ? kDone : kFailed;
  } catch (const StoreRefused& refused) {
    fmt::print(stderr, "homeroom collect: {}\n", refused.what());
    return kBadInput;
  }
}

int collect(const CollectOptions& options) {
  try {
    return collect_folder(options.folder, options.quiet);
  } catch (const std::exception& error) {
    fmt::print(stderr, "homeroom collect: {}\n", explained(error));
    return kFailed;
  }
}

}  // namespace homeroom::app
