#include "sim/records/sweep_tables.hpp"

#include <fmt/format.h>

#include <bit>
#include <limits>
#include <system_error>

#include "sim/core/number_from.hpp"
#include "sim/records/manifest.hpp"
#include "sim/records/sweep_schema.hpp"
#include "sim/records/sweep_shards.hpp"

namespace homeroom {
namespace {

/// Columns of a table that is joined to another, which may have some of the same names.
std::string columns_of(const char* table, const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += fmt::format(", {}.{}", table, sql_name(name));
  return text;
}

std::string marks(std::size_t count) {
  std::string text = "?";
  for (std::size_t i = 1; i < count; ++i) text += ", ?";
  return text;
}

void list_names(SqliteFile& file, const std::string& table, const std::vector<std::string>& names) {
  SqliteStatement insert(file, fmt::format("INSERT INTO {} VALUES (?, ?)", table));
  for (std::size_t i = 0; i < names.size(); ++i) {
    insert.bind(std::uint64_t{i}).bind(std::string_view(names[i])).run();
  }
}

constexpr std::size_t kRunKeys = 10;

}  // namespace

std::string check_of(const SweepRun& run) {
  std::string text =
      fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", run.run, run.point, run.replicate, run.seed,
                  run.scenario, run.policy, run.failure, run.command);
  for (const std::string& value : run.factors) text += "\n" + value;
  for (const double value : run.outcomes) {
    text += value == value ? fmt::format("\n{:x}", std::bit_cast<std::uint64_t>(value)) : "\nnone";
  }
  return fingerprint(text).substr(0, 16);
}

void make_sweep_tables(SqliteFile& file, const SweepIdentity& identity,
                       const std::map<std::string, std::string>& more) {
  file.run("BEGIN");
  for (const auto& [name, made_by] : sweep_schema(identity.factors, identity.outcomes)) {
    file.run(made_by);
  }
  std::map<std::string, std::string> about = more;
  about.insert({{"layout", fmt::format("{}", kSweepStoreLayout)},
                {"program", identity.program},
                {"design", identity.design},
                {"fingerprint", identity.fingerprint},
                {"runs", fmt::format("{}", identity.runs)}});
  SqliteStatement insert(file, "INSERT INTO about VALUES (?, ?)");
  for (const auto& [key, value] : about) {
    insert.bind(std::string_view(key)).bind(std::string_view(value)).run();
  }
  list_names(file, "factors", identity.factors);
  list_names(file, "outcomes", identity.outcomes);
  file.run("COMMIT");
}

std::map<std::string, std::string> about_in(const SqliteFile& file) {
  std::map<std::string, std::string> about;
  SqliteStatement select(file, "SELECT key, value FROM about");
  while (select.step()) about[select.text(0)] = select.text(1);
  return about;
}

SweepIdentity identity_in(const SqliteFile& file) {
  std::map<std::string, std::string> about = about_in(file);
  return SweepIdentity{about["program"],
                       about["design"],
                       about["fingerprint"],
                       number_from<std::uint64_t>(about["runs"]).value_or(0),
                       listed_names(file, "factors"),
                       listed_names(file, "outcomes")};
}

SweepRowWriter::SweepRowWriter(const SqliteFile& file, const SweepIdentity& identity)
    : point_(file, fmt::format("INSERT OR IGNORE INTO points VALUES ({})",
                               marks(1 + identity.factors.size()))),
      run_(file, fmt::format("INSERT OR REPLACE INTO runs VALUES ({})",
                             marks(kRunKeys + identity.outcomes.size()))),
      outcomes_(identity.outcomes.size()) {}

void SweepRowWriter::write(const SweepRun& run) {
  point_.reset();
  run_.reset();
  point_.bind(run.point);
  for (const std::string& value : run.factors) point_.bind(std::string_view(value));
  point_.run();
  const bool failed = !run.failure.empty();
  run_.bind(run.run).bind(run.point).bind(std::string_view(run.scenario));
  run_.bind(std::string_view(run.policy)).bind(std::uint64_t{run.replicate}).bind(run.seed);
  run_.bind(std::string_view(failed ? "failed" : "done"));
  run_.bind(std::string_view(run.failure)).bind(std::string_view(run.command));
  run_.bind(std::string_view(check_of(run)));
  for (std::size_t i = 0; i < outcomes_; ++i) {
    run_.bind(i < run.outcomes.size() ? run.outcomes[i] : std::numeric_limits<double>::quiet_NaN());
  }
  run_.run();
}

void for_each_run(const SqliteFile& file, const SweepIdentity& identity,
                  const std::function<void(const SweepRun&)>& take) {
  SqliteStatement select(
      file, fmt::format("SELECT r.run, r.point, r.scenario, r.policy, r.replicate, r.seed, "
                        "r.failure, r.command, r.status, r.row_check{0}{1} FROM runs r JOIN points "
                        "p ON p.point = r.point "
                        "ORDER BY r.run",
                        columns_of("r", identity.outcomes), columns_of("p", identity.factors)));
  while (select.step()) {
    SweepRun run{select.whole(0),
                 select.whole(1),
                 select.text(2),
                 select.text(3),
                 static_cast<std::uint32_t>(select.whole(4)),
                 select.whole(5),
                 {},
                 {},
                 select.text(6),
                 select.text(7)};
    int column = 10;
    for (std::size_t i = 0; i < identity.outcomes.size(); ++i, ++column) {
      if (run.failure.empty()) run.outcomes.push_back(select.number(column));
    }
    for (std::size_t i = 0; i < identity.factors.size(); ++i, ++column) {
      run.factors.push_back(select.text(column));
    }
    const bool done = select.text(8) == "done";
    if (select.text(9) != check_of(run) || done != run.failure.empty()) {
      throw RowDamaged(fmt::format("the row of run {} is not as it was written", run.run));
    }
    take(run);
  }
}

CollectedSweep::CollectedSweep(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / "sweep.sqlite";
  std::error_code error;
  if (!std::filesystem::exists(file, error)) {
    refuse_other_folder(folder);
    throw StoreRefused(fmt::format("{} holds no collected sweep; homeroom collect {} makes it",
                                   folder.string(), folder.string()));
  }
  path_ = file;
  try {
    file_ = std::make_unique<SqliteFile>(file, SqliteFile::Mode::Write);
    if (const std::string foreign = foreign_table(*file_); !foreign.empty()) {
      throw StoreRefused(fmt::format(
          "{}: its table {} is not as homeroom collect makes it; homeroom collect {} makes it anew "
          "from the shards",
          file.string(), foreign, folder.string()));
    }
    identity_ = identity_in(*file_);
  } catch (const SqliteError& fault) {
    throw StoreRefused(fmt::format("{}: {}; homeroom collect {} makes it anew from the shards",
                                   file.string(), fault.what(), folder.string()));
  }
}

void CollectedSweep::for_each(const std::function<void(const SweepRun&)>& take) const {
  const auto anew = [&](const char* what) {
    return StoreRefused(
        fmt::format("{} is damaged: {}; homeroom collect {} makes it anew from the "
                    "shards",
                    path_.string(), what, path_.parent_path().string()));
  };
  try {
    for_each_run(*file_, identity_, take);
  } catch (const RowDamaged& damage) {
    throw anew(damage.what());
  } catch (const SqliteError& error) {
    throw anew(error.what());
  }
}

}  // namespace homeroom
