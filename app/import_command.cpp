#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>

#include "app/find_scenario.hpp"
#include "app/options.hpp"
#include "app/write_text.hpp"
#include "sim/core/counted.hpp"
#include "sim/lists/import.hpp"
#include "sim/records/manifest.hpp"

namespace homeroom::app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSeal = "# As imported: ";

/// The text with a last line that tells whether anyone changed it since.
std::string sealed(const std::string& text) {
  return fmt::format("{}{}{}\n", text, kSeal, fingerprint(text));
}

/// A file as an import wrote it: rows that were added by hand are not to be lost.
bool is_as_imported(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  const std::size_t seal = text.rfind(kSeal);
  return seal != std::string::npos && text == sealed(text.substr(0, seal));
}

/// Said before anything is read: where the place cannot be written.
bool output_refused(const ImportOptions& options) {
  const fs::path file = options.output;
  const fs::path folder = file.parent_path();
  std::error_code error;
  std::string why;
  if (!folder.empty() && !fs::is_directory(folder, error)) {
    why = fmt::format("there is no folder {}", folder.string());
  } else if (fs::is_directory(file, error)) {
    why = "is a folder; a file is wanted";
  } else if (fs::exists(file, error) && !options.force && !is_as_imported(file)) {
    why = "is there already and was written by no import, or changed since (--force overwrites it)";
  }
  if (why.empty()) return false;
  fmt::print(stderr, "-o {}: {}\n", options.output, why);
  return true;
}

lists::ImportRequest request_of(const ImportOptions& options) {
  lists::ImportRequest request;
  request.lists = options.lists;
  request.leaids = options.leaids;
  request.districts = options.districts;
  request.maps = options.maps;
  request.locations = options.locations;
  request.crosswalk = options.crosswalk;
  request.students = options.students;
  request.large = options.large;
  request.lenient = options.lenient;
  request.known = scenarios_folder() / "lists";
  return request;
}

}  // namespace

int import_lists(const ImportOptions& options) {
  const bool refused = output_refused(options);
  const lists::Import import = lists::import_lists(request_of(options));
  const std::size_t faults = import.faults.size() + (refused ? 1 : 0);
  if (faults > 0) {
    fmt::print(stderr, "{}{}; nothing was written\n", format_faults(import.faults),
               counted(faults, "fault"));
    if (!options.lenient && import.can_be_lenient && !import.faults.empty()) {
      fmt::print(stderr, "with --lenient what is wrong is dropped, and the rest is used\n");
    }
    return kBadInput;
  }
  if (!write_text(options.output, sealed(*import.place))) return kFailed;
  if (!import.dropped.empty()) fmt::print(stderr, "dropped, since --lenient:\n{}", import.dropped);
  fmt::print("{}written: {}\n", import.report, options.output);
  return kDone;
}

}  // namespace homeroom::app
