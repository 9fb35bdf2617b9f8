#include "app/sweep_folder.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <system_error>

#include "app/mapped_file.hpp"
#include "app/sweep_codebook.hpp"

namespace homeroom::app {
namespace {

namespace fs = std::filesystem;

/// On the disk before it has its name: a power cut shall leave no empty file.
void write_whole(const fs::path& file, const std::string& text) {
  const std::string hidden = fmt::format(".{}.{}", file.filename().string(), getpid());
  const fs::path temporary = file.parent_path() / hidden;
  std::FILE* const stream = std::fopen(temporary.c_str(), "wb");
  bool written = stream && std::fwrite(text.data(), 1, text.size(), stream) == text.size();
  written = written && std::fflush(stream) == 0 && fsync(fileno(stream)) == 0;
  written = stream && std::fclose(stream) == 0 && written;
  std::error_code error;
  if (written) fs::rename(temporary, file, error);
  if (written && !error) return;
  fs::remove(temporary, error);
  throw StoreFailed(fmt::format("{} cannot be written", file.string()));
}

}  // namespace

fs::path shard_file(const fs::path& folder, int shard, int shards) {
  return folder / fmt::format("shard-{}-of-{}.sqlite", shard, shards);
}

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
  const std::string ending = fmt::format("-of-{}.sqlite", shards);
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    const bool store = name.rfind("shard-", 0) == 0 && entry->path().extension() == ".sqlite";
    if (!store || name.ends_with(ending)) continue;
    throw StoreRefused(fmt::format(
        "{} is cut into another number of shards ({}): go on with theirs, or take another folder",
        folder.string(), name));
  }
}

void leave_design(const fs::path& folder, const ReadySweep& ready) {
  std::error_code error;
  if (fs::exists(folder, error) && !fs::is_directory(folder, error)) {
    throw StoreRefused(fmt::format("{} is a file; name a folder with -o", folder.string()));
  }
  fs::create_directories(folder, error);
  if (!fs::is_directory(folder)) {
    throw StoreFailed(
        fmt::format("{} is no folder that can be made: {}", folder.string(), error.message()));
  }
  const fs::path file = folder / "design.toml";
  if (fs::exists(file, error)) {
    if (MappedFile(file).text() == ready.text) return;
    throw StoreRefused(fmt::format(
        "{} holds another sweep: its design.toml differs from {} as it reads now; take another "
        "folder (-o), or the design as it was",
        folder.string(), ready.design.file.string()));
  }
  // The design last: where it stands nothing is missing.
  write_whole(folder / "codebook.csv", sweep_codebook(ready));
  write_whole(file, ready.text);
}

}  // namespace homeroom::app
