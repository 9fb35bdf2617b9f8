// The tables of a sweep as comma-separated text, row by row.
#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "sim/records/sweep_store.hpp"

namespace homeroom {

/// Writes points.csv, runs.csv and outcomes.csv under temporary names until they are finished.
class SweepCsv {
 public:
  SweepCsv(const std::filesystem::path& folder, const SweepIdentity& identity);
  ~SweepCsv();
  SweepCsv(const SweepCsv&) = delete;
  SweepCsv& operator=(const SweepCsv&) = delete;

  /// The next run, in order of their numbers. Throws StoreFailed.
  void add(const SweepRun& run);
  /// Gives the files their names. Throws StoreFailed.
  void finish();

 private:
  struct File {
    std::filesystem::path temporary, final;
    std::FILE* stream = nullptr;
  };
  void write(File& file, const std::string& line);
  void add_outcomes(const SweepRun& run);
  SweepIdentity identity_;
  std::vector<File> files_;
  bool begun_ = false;
  std::uint64_t last_point_ = 0;
};

}  // namespace homeroom
