#include "sim/records/run_directory.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "sim/core/failure.hpp"
#include "sim/records/dictionary.hpp"
#include "sim/records/run_folder.hpp"

namespace homeroom {
namespace {

namespace fs = std::filesystem;

std::string why() { return words_of_error(errno); }

int open_for_writing(const fs::path& path) {
  const int descriptor = ::open(path.c_str(), O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0644);
  if (descriptor < 0)
    throw WriteFailed(fmt::format("{}: cannot be written: {}", path.string(), why()));
  return descriptor;
}

void write_all(int descriptor, const fs::path& path, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      throw WriteFailed(fmt::format("{}: cannot be written: {}", path.string(), why()));
    }
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

// Room for the manifest's last words: it is rewritten in place, so that a full disk cannot stop it.
constexpr std::size_t kManifestReserve = 4096;

}  // namespace

RunDirectory::RunDirectory(fs::path path, Manifest manifest,
                           const std::vector<const TableDefinition*>& tables, bool force)
    : path_(std::move(path)), manifest_(std::move(manifest)) {
  refuse_folder(path_, manifest_, tables, force);
  const std::vector<fs::path> made = make_folder(path_);
  lock_ = lock_folder(path_);
  // What another run has finished meanwhile is not to be lost either.
  refuse_folder(path_, manifest_, tables, force);
  try {
    open(tables);
  } catch (const WriteFailed&) {
    discard();
    std::error_code ignored;
    for (const fs::path& folder : made) fs::remove(folder, ignored);  // only where it is empty
    throw;
  }
}

void RunDirectory::open(const std::vector<const TableDefinition*>& tables) {
  remove_rows_of_before(path_);
  manifest_descriptor_ = open_for_writing(path_ / kManifestPart);
  manifest_.status = "running";
  write_manifest();
  for (const TableDefinition* table : tables) begin(table_file(*table), csv_header(*table));
  begin(kCodebook, codebook_csv(tables));
}

void RunDirectory::begin(const std::string& name, const std::string& text) {
  manifest_.tables.push_back(name);
  File file;
  file.final = path_ / name;
  file.temporary = path_ / fmt::format(".{}.part", name);
  file.descriptor = open_for_writing(file.temporary);
  file.committed = file.written = static_cast<long long>(text.size());
  files_.push_back(file);
  write_all(file.descriptor, file.temporary, text);
}

RunDirectory::~RunDirectory() {
  close_all();
  if (lock_ >= 0) ::close(lock_);
}

void RunDirectory::close_all() {
  for (File& file : files_) {
    if (file.descriptor >= 0) ::close(file.descriptor);
    file.descriptor = -1;
  }
  if (manifest_descriptor_ >= 0) ::close(manifest_descriptor_);
  manifest_descriptor_ = -1;
}

void RunDirectory::write_replicate(std::uint32_t replicate, const std::vector<std::string>& texts) {
  append(texts);
  commit(replicate);
}

void RunDirectory::append(const std::vector<std::string>& texts) {
  // The codebook, last of the files, is whole already.
  for (std::size_t i = 0; i < texts.size(); ++i) {
    write_all(files_[i].descriptor, files_[i].temporary, texts[i]);
    files_[i].written += static_cast<long long>(texts[i].size());
  }
}

void RunDirectory::commit(std::uint32_t replicate) {
  for (File& file : files_) file.committed = file.written;
  manifest_.replicates_finished.push_back(replicate);
}

void RunDirectory::finish(const std::string& status, const std::string& message,
                          const std::string& when) {
  manifest_.status = status;
  manifest_.message = message;
  manifest_.finished = when;
  const ManifestSignature before = signature_in(manifest_text(path_ / "manifest.json"));
  const bool whole_before =
      before.fingerprint == run_fingerprint(manifest_) && before.status == "done";
  if (whole_before && status != "done") {
    discard();  // the same run stands here whole already: half of it must not replace it
    return;
  }
  for (File& file : files_) {
    // Cuts off a replicate that did not get through.
    if (::ftruncate(file.descriptor, file.committed) != 0 || ::close(file.descriptor) != 0) {
      throw WriteFailed(fmt::format("{}: {}", file.temporary.string(), why()));
    }
    file.descriptor = -1;
  }
  write_manifest();
  // A manifest that tells of other rows goes first and comes last, so that whenever this is cut off
  // none stands beside tables that are not its own. Equal tables take each other's place.
  std::error_code error;
  const auto settle = [&](const fs::path& what) {
    if (error) throw WriteFailed(named_too_late(what, error.value()));
  };
  if (!whole_before) fs::remove(path_ / "manifest.json", error);
  settle(path_ / "manifest.json");
  for (const std::string& table : before.tables) {
    const bool stays = std::any_of(files_.begin(), files_.end(),
                                   [&](const File& file) { return file.final == path_ / table; });
    if (!stays) fs::remove(path_ / table, error);
    settle(path_ / table);
  }
  for (const File& file : files_) {
    fs::rename(file.temporary, file.final, error);
    settle(file.final);
  }
  fs::rename(path_ / kManifestPart, path_ / "manifest.json", error);
  settle(path_ / "manifest.json");
}

std::string RunDirectory::named_too_late(const fs::path& file, int error) const {
  return fmt::format(
      "{}: {}; what was finished is whole beside it under hidden names (.*.part), which the same "
      "run takes away when it is run again",
      file.string(), words_of_error(error));
}

void RunDirectory::discard() {
  close_all();
  std::error_code ignored;
  for (const File& file : files_) fs::remove(file.temporary, ignored);
  fs::remove(path_ / kManifestPart, ignored);
}

void RunDirectory::write_manifest() {
  const fs::path path = path_ / kManifestPart;
  std::string text = manifest_json(manifest_);
  const std::size_t length = text.size();
  if (manifest_.status == "running") {
    text.append(kManifestReserve + 16 * manifest_.replicates_asked.size(), ' ');
    text += '\n';
  }
  if (::lseek(manifest_descriptor_, 0, SEEK_SET) < 0)
    throw WriteFailed(path.string() + ": " + why());
  write_all(manifest_descriptor_, path, text);
  if (manifest_.status != "running" &&
      ::ftruncate(manifest_descriptor_, static_cast<off_t>(length)) != 0) {
    throw WriteFailed(path.string() + ": " + why());
  }
}

}  // namespace homeroom
