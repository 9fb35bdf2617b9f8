// Whatever stands in lists, maps, coordinates and descriptions of lists: an import tells what is
// wrong, or writes a place file that is TOML.
//
// An input is a list; further ones begin with `%% list`, others by what they are: `%% map`,
// `%% locations`, `%% crosswalk`, `%% format` (a description of lists). `%% options` has one a
// line: lenient, students N, leaid ID, district NAME.
#include "sim/lists/import.hpp"
#include "sim/scenario/toml_document.hpp"
#include "tests/fuzz/parts.hpp"
#include "tests/scenario_files.hpp"

namespace homeroom::fuzz {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostFiles = 6;
const fs::path kShipped = fs::path(HOMEROOM_SOURCE_DIR) / "scenarios/lists";

/// A folder with the shipped descriptions of lists and one of the input's.
const fs::path& known_with(const Workplace& files, const std::string& format) {
  static const fs::path folder = [&] {
    fs::create_directories(files / "known");
    fs::copy(kShipped, files / "known", fs::copy_options::recursive);
    return files / "known";
  }();
  files.write("known/zz_fuzzed.toml", format);
  return folder;
}

void take_option(const std::string& line, lists::ImportRequest& request) {
  const std::size_t blank = std::min(line.find(' '), line.size());
  const std::string name = line.substr(0, blank),
                    value = line.substr(blank + (blank < line.size()));
  if (name == "lenient") request.lenient = true;
  if (name == "leaid" && request.leaids.size() < kMostFiles) request.leaids.push_back(value);
  if (name == "district" && request.districts.size() < kMostFiles) {
    request.districts.push_back(value);
  }
  // As the command line takes it: a whole number of at most nine digits.
  const bool digits = !value.empty() && value.size() <= 9 &&
                      value.find_first_not_of("0123456789") == std::string::npos;
  if (name == "students" && digits) request.students = std::stoi(value);
}

lists::ImportRequest lay_out(std::string_view input, const Workplace& files) {
  lists::ImportRequest request;
  request.known = kShipped;
  for (const Part& part : parts_of(input)) {
    if ((part.name.empty() || part.name == "list") && request.lists.size() < kMostFiles) {
      const std::string name = fmt::format("list_{}.csv", request.lists.size());
      request.lists.push_back(files.write(name, part.text).string());
    } else if (part.name == "map" && request.maps.size() < kMostFiles) {
      const std::string name = fmt::format("map_{}.toml", request.maps.size());
      request.maps.push_back(files.write(name, part.text).string());
    } else if (part.name == "locations") {
      request.locations = files.write("locations.csv", part.text).string();
    } else if (part.name == "crosswalk") {
      request.crosswalk = files.write("crosswalk.csv", part.text).string();
    } else if (part.name == "format") {
      request.known = known_with(files, part.text);
    } else if (part.name == "options") {
      for (const std::string& line : lines_of(part.text)) take_option(line, request);
    }
  }
  return request;
}

void import(std::string_view input) {
  static const Workplace files;
  const lists::Import import = lists::import_lists(lay_out(input, files));
  must(import.place.has_value() == import.faults.empty(), "a place, or faults");
  format_faults(import.faults);
  if (!import.place) return;
  must(parse_toml(*import.place, "place.toml").root.has_value(), "a written place is TOML");
}

}  // namespace
}  // namespace homeroom::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  homeroom::fuzz::import(homeroom::fuzz::as_text(data, size));
  return 0;
}
