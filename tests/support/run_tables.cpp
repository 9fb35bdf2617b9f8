#include "tests/support/run_tables.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <bit>

namespace homeroom::testing {

RunTexts run_texts(const Scenario& scenario, const std::vector<std::uint32_t>& replicates,
                   int threads) {
  RunTexts tables;
  std::vector<std::string> all(tables_of_a_run(true).size());
  const std::atomic<bool> stop{false};
  run_experiment({&scenario, replicates, threads, true, true},
                 {[&](const std::vector<std::string>& texts) {
                    for (std::size_t table = 0; table < texts.size(); ++table)
                      all[table] += texts[table];
                  },
                  [&](std::uint32_t replicate) {
                    tables.emplace_back(replicate, std::move(all));
                    all.assign(tables_of_a_run(true).size(), {});
                  },
                  ::testing::TempDir()},
                 stop, [] {});
  return tables;
}

ReplicateRecords run_records(const Scenario& scenario, std::uint32_t replicate) {
  const std::atomic<bool> stop{false};
  return std::move(*run_replicate(scenario, {replicate, true, true, true}, stop, [] {}));
}

namespace {

bool equal_cells(const Batch& one, const Batch& other, std::size_t column, std::size_t row) {
  switch (one.definition().columns[column].kind) {
    case ColumnKind::Whole:
      return one.wholes(column)[row] == other.wholes(column)[row];
    case ColumnKind::Number:  // to the bit, so that a missing number equals another
      return std::bit_cast<std::uint64_t>(one.numbers(column)[row]) ==
             std::bit_cast<std::uint64_t>(other.numbers(column)[row]);
    case ColumnKind::Text:
      return one.texts(column)[row] == other.texts(column)[row];
  }
  return false;
}

std::string difference(const Batch& one, const Batch& other, const Ignored& ignored) {
  const TableDefinition& table = one.definition();
  if (one.rows() != other.rows()) {
    return fmt::format("{}: {} rows against {}", table.name, one.rows(), other.rows());
  }
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    if (ignored(table.columns[column])) continue;
    for (std::size_t row = 0; row < one.rows(); ++row) {
      if (equal_cells(one, other, column, row)) continue;
      return fmt::format("{}: {}, row {}", table.name, table.columns[column].name, row);
    }
  }
  return {};
}

}  // namespace

std::string first_difference(const ReplicateRecords& one, const ReplicateRecords& other,
                             const Ignored& ignored) {
  const auto ours = one.batches(), theirs = other.batches();
  for (std::size_t table = 0; table < ours.size(); ++table) {
    std::string found = difference(*ours[table], *theirs[table], ignored);
    if (!found.empty()) return found;
  }
  return {};
}

}  // namespace homeroom::testing
