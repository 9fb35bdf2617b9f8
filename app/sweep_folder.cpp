#include "app/sweep_folder.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

#include "app/mapped_file.hpp"
#include "app/sweep_codebook.hpp"
#include "sim/core/failure.hpp"
#include "sim/records/shard_name.hpp"

namespace homeroom::app {
namespace {

namespace fs = std::filesystem;

/// Names of parts begin so; the process's number follows.
std::string part_of(const char* file) { return fmt::format(".{}.", file); }

constexpr const char* kDesign = "design.toml";
constexpr const char* kCodebook = "codebook.csv";

/// Parts that killed shards left: the design stands, and nobody needs another.
void remove_parts(const fs::path& folder) {
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
    const std::string name = entry.path().filename().string();
    const bool part = name.starts_with(part_of(kDesign)) || name.starts_with(part_of(kCodebook));
    if (part) fs::remove(entry.path(), ignored);
  }
}

/// On the disk before it has its name: a power cut shall leave no empty file.
void write_whole(const fs::path& folder, const char* name, const std::string& text) {
  const fs::path file = folder / name;
  const fs::path temporary = folder / fmt::format("{}{}", part_of(name), getpid());
  std::FILE* const stream = std::fopen(temporary.c_str(), "wb");
  bool written = stream && std::fwrite(text.data(), 1, text.size(), stream) == text.size();
  written = written && std::fflush(stream) == 0 && fsync(fileno(stream)) == 0;
  std::error_code error(written ? 0 : errno, std::generic_category());
  if (stream && std::fclose(stream) != 0 && !error) error.assign(errno, std::generic_category());
  if (!error) fs::rename(temporary, file, error);
  // Another shard has left the same file meanwhile, and tidied up.
  if (!error || (error == std::errc::no_such_file_or_directory && fs::exists(file))) return;
  std::error_code ignored;
  fs::remove(temporary, ignored);
  throw StoreFailed(
      fmt::format("{} cannot be written: {}", file.string(), words_of_error(error.value())));
}

}  // namespace

SweepIdentity identity_of(const ReadySweep& ready) {
  SweepIdentity identity;
  identity.program = ready.program;
  identity.design = ready.text;
  identity.fingerprint = ready.fingerprint;
  identity.runs = ready.plan.runs();
  for (const SweepFactor& factor : ready.factors) identity.factors.push_back(factor.name);
  identity.outcomes = ready.plan.names();
  return identity;
}

void refuse_other_cut(const fs::path& folder, int shards) {
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    if (!is_shard_file(entry->path()) || is_shard_file_of(entry->path(), shards)) continue;
    throw StoreRefused(fmt::format(
        "{} is cut into another number of shards ({}): go on with theirs, or take another folder",
        folder.string(), entry->path().filename().string()));
  }
}

void leave_design(const fs::path& folder, const ReadySweep& ready) {
  std::error_code error;
  if (fs::exists(folder, error) && !fs::is_directory(folder, error)) {
    throw StoreRefused(fmt::format("{} is a file; name a folder with -o", folder.string()));
  }
  fs::create_directories(folder, error);
  if (!fs::is_directory(folder)) {
    throw StoreFailed(fmt::format("{} is no folder that can be made: {}", folder.string(),
                                  words_of_error(error.value())));
  }
  const fs::path file = folder / kDesign;
  if (fs::exists(file, error)) {
    if (MappedFile(file).text() == ready.text) return remove_parts(folder);
    throw StoreRefused(fmt::format(
        "{} holds another sweep: its design.toml differs from {} as it reads now; take another "
        "folder (-o), or the design as it was",
        folder.string(), ready.design.file.string()));
  }
  // The design last: where it stands nothing is missing.
  write_whole(folder, kCodebook, sweep_codebook(ready));
  write_whole(folder, kDesign, ready.text);
  remove_parts(folder);
}

}  // namespace homeroom::app
