#include "sim/records/sweep_csv.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <system_error>

#include "sim/core/failure.hpp"
#include "sim/records/csv_cell.hpp"

namespace homeroom {
namespace {

std::string cell(std::string_view text) { return csv_cell(text); }

/// In shortest form that reads back as the same number; what is missing is empty.
std::string cell(double value) { return value == value ? fmt::format("{}", value) : std::string(); }

std::string keys_of(const SweepRun& run) {
  return fmt::format("{},{},{},{},{}", run.run, run.point, cell(run.scenario), cell(run.policy),
                     run.replicate);
}

}  // namespace

SweepCsv::SweepCsv(const std::filesystem::path& folder, const SweepIdentity& identity)
    : identity_(identity) {
  for (const char* name : {"points.csv", "runs.csv", "outcomes.csv"}) {
    File file{folder / fmt::format(".{}.part", name), folder / name, nullptr};
    file.stream = std::fopen(file.temporary.c_str(), "wb");
    if (!file.stream) {
      throw StoreFailed(
          fmt::format("{} cannot be written: {}", file.final.string(), words_of_error(errno)));
    }
    files_.push_back(file);
  }
  std::string factors, outcomes;
  for (const std::string& name : identity_.factors) factors += "," + cell(name);
  for (const std::string& name : identity_.outcomes) outcomes += "," + cell(name);
  write(files_[0], "point" + factors);
  write(files_[1],
        "run,point,scenario,policy,replicate,seed,status,failure,command" + factors + outcomes);
  write(files_[2], "run,point,scenario,policy,replicate,outcome,value");
}

SweepCsv::~SweepCsv() {
  std::error_code ignored;
  for (const File& file : files_) {
    if (!file.stream) continue;
    std::fclose(file.stream);
    std::filesystem::remove(file.temporary, ignored);
  }
}

void SweepCsv::write(File& file, const std::string& line) {
  const bool written = std::fwrite(line.data(), 1, line.size(), file.stream) == line.size() &&
                       std::fputc('\n', file.stream) != EOF;
  if (written) return;
  throw StoreFailed(
      fmt::format("{} cannot be written: {}", file.final.string(), words_of_error(errno)));
}

void SweepCsv::add(const SweepRun& run) {
  std::string factors;
  for (const std::string& value : run.factors) factors += "," + cell(value);
  if (!begun_ || run.point != last_point_)
    write(files_[0], fmt::format("{}{}", run.point, factors));
  begun_ = true;
  last_point_ = run.point;
  std::string outcomes;
  for (std::size_t i = 0; i < identity_.outcomes.size(); ++i) {
    outcomes += "," + (i < run.outcomes.size() ? cell(run.outcomes[i]) : std::string());
  }
  write(files_[1], fmt::format("{},{},{},{},{}{}{}", keys_of(run), run.seed,
                               run.failure.empty() ? "done" : "failed", cell(run.failure),
                               cell(run.command), factors, outcomes));
  add_outcomes(run);
}

void SweepCsv::add_outcomes(const SweepRun& run) {
  for (std::size_t i = 0; i < run.outcomes.size(); ++i) {
    write(files_[2], fmt::format("{},{},{}", keys_of(run), cell(identity_.outcomes[i]),
                                 cell(run.outcomes[i])));
  }
}

void SweepCsv::finish() {
  for (File& file : files_) {
    const bool closed = std::fclose(file.stream) == 0;
    std::error_code error(closed ? 0 : errno, std::generic_category());
    file.stream = nullptr;
    if (closed) std::filesystem::rename(file.temporary, file.final, error);
    if (closed && !error) continue;
    std::error_code ignored;
    std::filesystem::remove(file.temporary, ignored);
    throw StoreFailed(fmt::format("{} cannot be written: {}", file.final.string(),
                                  words_of_error(error.value())));
  }
}

}  // namespace homeroom
