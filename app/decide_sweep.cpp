#include "app/decide_sweep.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <optional>

#include "app/estimate_cells.hpp"
#include "sim/lists/list_text.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/notes.hpp"

namespace homeroom::app {
namespace {

using lists::Remarks;
using lists::Weight;

/// What stands first in runs.csv; factors, then outcomes follow.
const std::vector<std::string>& keys() {
  static const std::vector<std::string> all = {"run",  "point",  "scenario", "policy", "replicate",
                                               "seed", "status", "failure",  "command"};
  return all;
}

class ReadingRuns {
 public:
  explicit ReadingRuns(const DecideOptions& options)
      : options_(options), folder_(options.folder) {}

  bool read(decisions::PolicyOutcomes& outcomes) {
    const std::string points = (folder_ / "points.csv").string();
    const std::string runs = (folder_ / "runs.csv").string();
    std::error_code error;
    if (!std::filesystem::exists(folder_ / "runs.csv", error)) {
      fmt::print(stderr,
                 "homeroom decide: {} holds no collected sweep; homeroom collect {} makes one\n",
                 options_.folder, options_.folder);
      return false;
    }
    read_header(points);
    if (remarks_.any(Weight::Fault) || remarks_.any(Weight::Fatal)) return tell_remarks();
    read_runs(runs);
    if (refused_) return false;
    if (remarks_.any(Weight::Fault) || remarks_.any(Weight::Fatal)) return tell_remarks();
    return gather(runs, outcomes);
  }

 private:
  void read_header(const std::string& points) {
    const auto text = lists::read_list_text(points, remarks_);
    if (!text) return;
    const lists::CsvTable table = lists::read_csv(*text, [](const auto& header) {
      return std::vector<bool>(header.size(), false);
    });
    if (table.header.empty() || table.header.front() != "point") {
      remarks_.about(Weight::Fault, points, "", "does not begin with a column point",
                     "the file that homeroom collect writes");
      return;
    }
    factors_.assign(table.header.begin() + 1, table.header.end());
  }

  void read_runs(const std::string& file) {
    const auto text = lists::read_list_text(file, remarks_);
    if (!text) return;
    runs_ = lists::read_csv(*text, [&](const std::vector<std::string>& header) {
      std::vector<bool> wanted(header.size(), false);
      refused_ = !fits(file, header) || !choose_outcome(header);
      if (refused_) return wanted;
      for (std::size_t i = 0; i < header.size(); ++i) {
        wanted[i] = i < keys().size() + factors_.size() || i == outcome_;
      }
      return wanted;
    });
    for (const lists::RowFault& row : runs_.faults) {
      remarks_.at(Weight::Fault, file, row.line, "", row.what);
    }
  }

  bool fits(const std::string& file, const std::vector<std::string>& header) {
    std::vector<std::string> first = keys();
    first.insert(first.end(), factors_.begin(), factors_.end());
    if (header.size() > first.size() && std::equal(first.begin(), first.end(), header.begin())) {
      return true;
    }
    fmt::print(stderr, "{}: its columns are not those of a collected sweep, and of points.csv beside "
                       "it; homeroom collect {} writes both anew\n",
               file, options_.folder);
    return false;
  }

  bool choose_outcome(const std::vector<std::string>& header) {
    const auto first = static_cast<std::ptrdiff_t>(keys().size() + factors_.size());
    const std::vector<std::string> known(header.begin() + first, header.end());
    if (options_.outcome.empty() && known.size() == 1) {
      outcome_name_ = known.front();
    } else {
      outcome_name_ = options_.outcome;
    }
    const auto found = std::find(known.begin(), known.end(), outcome_name_);
    if (found != known.end()) {
      outcome_ = keys().size() + factors_.size() + static_cast<std::size_t>(found - known.begin());
      return true;
    }
    const std::string near = nearest_of(outcome_name_, known);
    fmt::print(stderr, "homeroom decide: --outcome{}; outcomes of this sweep: {}{}\n",
               outcome_name_.empty() ? " is wanted, there are several"
                                     : fmt::format(" {} is none", outcome_name_),
               fmt::join(known, ", "), near.empty() ? "" : fmt::format("; did you mean {}?", near));
    return false;
  }

  bool gather(const std::string& file, decisions::PolicyOutcomes& outcomes) {
    if (!options_.by.empty() && std::find(factors_.begin(), factors_.end(), options_.by) == factors_.end()) {
      const std::string near = nearest_of(options_.by, factors_);
      fmt::print(stderr, "homeroom decide: --by {} is no factor; factors of this sweep: {}{}\n",
                 options_.by, fmt::join(factors_, ", "),
                 near.empty() ? "" : fmt::format("; did you mean {}?", near));
      return false;
    }
    FuturesOfSweep futures(factors_, options_.by);
    for (std::size_t row = 0; row < runs_.rows(); ++row) {
      if (const auto run = run_in(file, row)) futures.take(*run);
    }
    if (remarks_.any(Weight::Fault)) return tell_remarks();
    if (runs_.rows() == 0) {
      fmt::print(stderr, "{}: holds no run\n", file);
      return false;
    }
    outcomes = std::move(futures).outcomes();
    outcomes.outcome = outcome_name_;
    return true;
  }

  std::optional<DecideRun> run_in(const std::string& file, std::size_t row) {
    DecideRun run;
    const auto point = number_in(runs_.cell(row, 1)), replicate = number_in(runs_.cell(row, 4));
    if (!is_whole(point) || !is_whole(replicate)) {
      remarks_.at(Weight::Fault, file, runs_.line(row), "",
                  "its point or replicate is no whole number");
      return {};
    }
    run.point = static_cast<std::uint64_t>(*point);
    run.replicate = static_cast<std::uint32_t>(*replicate);
    run.scenario = runs_.cell(row, 2);
    run.policy = runs_.cell(row, 3);
    for (std::size_t i = 0; i < factors_.size(); ++i) {
      run.factors.emplace_back(runs_.cell(row, keys().size() + i));
    }
    const std::string_view cell = runs_.cell(row, keys().size() + factors_.size());
    const auto value = number_in(cell);
    run.value = value.value_or(std::nan(""));
    if (!value && !is_missing(cell)) {
      remarks_.at(Weight::Fault, file, runs_.line(row), outcome_name_, "is no number");
    }
    return run;
  }

  static bool is_whole(const std::optional<double>& number) {
    return number && *number >= 0.0 && *number <= 4294967295.0 && *number == std::floor(*number);
  }

  bool tell_remarks() {
    std::vector<Fault> faults;
    for (const lists::Remark& remark : remarks_.all()) {
      if (remark.weight == Weight::Fatal || remark.weight == Weight::Fault) {
        faults.push_back(as_fault(remark));
      }
    }
    fmt::print(stderr, "{}", format_faults(faults));
    return false;
  }

  const DecideOptions& options_;
  std::filesystem::path folder_;
  Remarks remarks_;
  std::vector<std::string> factors_;
  lists::CsvTable runs_;
  std::size_t outcome_ = 0;
  std::string outcome_name_;
  bool refused_ = false;
};

}  // namespace

bool read_decide_sweep(const DecideOptions& options, decisions::PolicyOutcomes& outcomes) {
  return ReadingRuns(options).read(outcomes);
}

}  // namespace homeroom::app
