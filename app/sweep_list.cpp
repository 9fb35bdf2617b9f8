#include "app/sweep_list.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <string_view>

#include "sim/records/manifest.hpp"
#include "sim/scenario/sweep_factor.hpp"

namespace homeroom::app {
namespace {

/// A file's bytes, in the memory of the system's cache.
class MappedFile {
 public:
  explicit MappedFile(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat about {};
    if (descriptor >= 0 && fstat(descriptor, &about) == 0 && S_ISREG(about.st_mode)) {
      size_ = static_cast<std::size_t>(about.st_size);
      void* const at =
          size_ > 0 ? mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, descriptor, 0) : MAP_FAILED;
      if (at != MAP_FAILED) bytes_ = static_cast<const char*>(at);
    }
    if (descriptor >= 0) ::close(descriptor);
  }
  ~MappedFile() {
    if (bytes_) munmap(const_cast<char*>(bytes_), size_);
  }
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  bool open() const { return bytes_ != nullptr; }
  std::string_view text() const { return {bytes_, size_}; }

 private:
  const char* bytes_ = nullptr;
  std::size_t size_ = 0;
};

/// The line that begins at `at`, without its end; `at` comes to stand behind it.
std::string_view line_from(std::string_view text, std::size_t& at) {
  const std::size_t end = std::min(text.find('\n', at), text.size());
  std::string_view line = text.substr(at, end - at);
  at = std::min(end + 1, text.size());
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

/// Cells of a line; a cell in double quotes may hold commas and doubled quotes.
std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') {
      const bool doubled = quoted && i + 1 < line.size() && line[i + 1] == '"';
      if (doubled) cells.back() += line[i++];
      quoted = doubled ? quoted : !quoted;
    } else if (line[i] == ',' && !quoted) {
      cells.emplace_back();
    } else {
      cells.back() += line[i];
    }
  }
  return cells;
}

/// Remembers where every 256th line begins, so that a million lines take no memory of note.
class ListedPoints final : public SweepPoints {
 public:
  explicit ListedPoints(const std::filesystem::path& file) : file_(file) {}

  /// Reads the header and looks through all lines once.
  void read(const std::filesystem::path& file, PointsReading& reading) {
    const std::string name = file.string();
    if (!file_.open()) {
      reading.faults.push_back({name, 0, 0, "", "cannot be read, or is empty", "", ""});
      return;
    }
    const std::string_view text = file_.text();
    std::size_t at = text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
    const std::vector<std::string> header = cells_of(line_from(text, at));
    columns_ = header.size();
    for (const std::string& key : header) add_factor(name, key, reading);
    for (int line = 2; at < text.size(); ++line) {
      const std::size_t begins = at;
      const std::string_view here = line_from(text, at);
      if (here.empty()) continue;
      if (count_ % kApart == 0) begins_.push_back(begins);
      ++count_;
      const std::size_t cells = cells_of(here).size();
      if (cells != columns_ && reading.faults.size() < 100) {
        reading.faults.push_back({name, line, 1, "",
                                  fmt::format("has {} cells, the header {}", cells, columns_), "",
                                  ""});
      }
    }
    if (count_ == 0) {
      reading.faults.push_back({name, 0, 0, "", "has no line below its header: the design is empty",
                                "a line for each point", ""});
    }
    reading.list_fingerprint = fingerprint(text);
  }

  std::uint64_t count() const override { return count_; }

  std::vector<std::string> values_at(std::uint64_t point) const override {
    std::size_t at = begins_[static_cast<std::size_t>(point / kApart)];
    std::string_view line = line_from(file_.text(), at);
    for (std::uint64_t left = point % kApart; left > 0;) {
      line = line_from(file_.text(), at);
      left -= !line.empty();
    }
    return cells_of(line);
  }

 private:
  static constexpr std::uint64_t kApart = 256;

  static void add_factor(const std::string& file, const std::string& key, PointsReading& reading) {
    SweepFactor factor;
    factor.key = key;
    factor.name = column_of(key);
    factor.at.file = std::make_shared<const std::string>(file);
    factor.at.line = 1;
    for (const SweepFactor& other : reading.factors) {
      if (other.key == key) {
        reading.faults.push_back({file, 1, 1, key, "is a column already", "", ""});
      }
      if (other.name == factor.name) factor.name = key;
    }
    if (!is_sweep_key(key)) {
      reading.faults.push_back({file, 1, 1, key, "is no key",
                                "a column's name is a lever or parameter", near_sweep_key(key)});
    }
    reading.factors.push_back(std::move(factor));
  }

  MappedFile file_;
  std::size_t columns_ = 0;
  std::uint64_t count_ = 0;
  std::vector<std::size_t> begins_;
};

}  // namespace

PointsReading listed_points(const std::filesystem::path& file) {
  PointsReading reading;
  auto points = std::make_unique<ListedPoints>(file);
  points->read(file, reading);
  reading.points = std::move(points);
  return reading;
}

}  // namespace homeroom::app
