#include "sim/scenario/file_tree.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "sim/core/parallel.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/overlay.hpp"
#include "sim/scenario/shipped_bases.hpp"
#include "sim/scenario/toml_folder.hpp"

namespace homeroom {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kLongestChain = 16;
// Bases may share bases, so a few files could ask for millions of readings.
constexpr int kMostFiles = 1000;
constexpr std::uintmax_t kMostBytes = 4 * kLargestFile;
// Files are read ahead of their turn where they are few and small, as a scenario's are: guards that
// hold between files then hold to within this.
constexpr std::size_t kReadAtATime = 16;
constexpr int kMostAhead = 256;
constexpr std::uintmax_t kLargestAhead = std::uintmax_t{1} << 16;

/// The name of a file that was probably meant, beside it or among the shipped ones; empty for none.
std::string base_near(const fs::path& missing) {
  std::vector<std::string> names;
  for (const fs::path& folder : {missing.parent_path(), shipped_bases()}) {
    for (const fs::path& file : toml_files_in(folder.empty() ? "." : folder)) {
      names.push_back(file.stem().string());
    }
  }
  const std::string asked = missing.stem().string(), nearest = nearest_of(asked, names);
  // A link that leads nowhere stands in its folder and is missing all the same.
  return nearest.empty() || nearest == asked ? "" : nearest + ".toml";
}

}  // namespace

void FileTree::lay(const Path& file) {
  const Spot first = root_.at;
  named_ = false;
  lay_file(file, Spot{});
  if (first.file) {
    root_.at = first;
  } else if (!named_ && root_.at.file) {
    root_.members["name"] = string_node(file.stem().string(), root_.at);
  }
}

void FileTree::lay_text(std::string_view text, const std::string& name) {
  const FileText content = check_text(std::string(text));
  if (content.problem.empty()) {
    lay_parsed(parse_toml(content.text, name), name, false);
  } else {
    faults_.add_unread({name, content.line, content.column, "", content.problem, "", ""});
  }
}

void FileTree::lay_file(const Path& file, const Spot& asked) {
  if (may_open(file, asked)) lay_read(file, asked, read_alone(file));
}

void FileTree::lay_read(const Path& file, const Spot& asked, FileAlone alone) {
  const FileText& content = alone.content;
  if (content.missing && asked.file) {
    const std::string looked =
        shipped_bases().empty()
            ? ""
            : fmt::format("; nor is there one in {}", shipped_bases().generic_string());
    faults_.add_unread({asked.file_name(), asked.line, asked.column, "extends",
                        "base is missing: " + chain_to(file) + looked, "", base_near(file)});
    return;
  }
  if (!content.problem.empty()) {
    faults_.add_unread(
        {file.generic_string(), content.line, content.column, "", content.problem, "", ""});
    return;
  }
  const bool told = bytes_ > kMostBytes;
  bytes_ += content.text.size();
  if (bytes_ > kMostBytes) {
    if (!told) refuse(asked, "extends", fmt::format("asks for more than {} MiB", kMostBytes >> 20));
    return;
  }
  parse(alone, file);
  chain_.push_back(file);
  lay_parsed(std::move(*alone.parsed), real_path(file), true);
  chain_.pop_back();
}

bool FileTree::is_open(const Path& file) const {
  return std::any_of(chain_.begin(), chain_.end(),
                     [&](const Path& open) { return same_file(open, file); });
}

bool FileTree::may_open(const Path& file, const Spot& asked) {
  if (is_open(file)) {
    refuse(asked, "extends", "bases go in a circle: " + chain_to(file));
  } else if (chain_.size() >= kLongestChain) {
    refuse(asked, "extends",
           fmt::format("more than {} files extend each other: {}", kLongestChain, chain_to(file)));
  } else if (++files_ > kMostFiles) {
    // Said once: every further base would repeat it.
    if (files_ == kMostFiles + 1) {
      refuse(asked, "extends", fmt::format("asks for more than {} readings", kMostFiles));
    }
  } else {
    return true;
  }
  return false;
}

void FileTree::lay_parsed(ParsedToml&& parsed, const Path& file, bool may_extend) {
  if (!parsed.root) {
    faults_.add_unread(parsed.fault);
    return;
  }
  Node& tree = *parsed.root;
  named_ = named_ || (chain_.size() == 1 && tree.find("name"));
  const auto extends = tree.members.find("extends");
  if (extends != tree.members.end()) {
    if (may_extend) {
      lay_bases(extends->second, file.parent_path());
    } else {
      refuse(extends->second.at, "extends", "a text that stands in no directory extends nothing");
    }
    tree.members.erase("extends");
  }
  lay_over(root_, std::move(tree));
}

void FileTree::lay_bases(const Node& extends, const Path& directory) {
  if (!extends.is(Node::Kind::Array)) {
    lay_base(extends, directory);
    return;
  }
  for (const Node& entry : extends.items) lay_base(entry, directory);
}

void FileTree::lay_base(const Node& entry, const Path& directory) {
  if (!entry.is(Node::Kind::String) || entry.text.empty()) {
    refuse(entry.at, "extends",
           fmt::format("wants a path or a list of paths, not {}", in_words(entry.kind)));
    return;
  }
  Path base = (directory / entry.text).lexically_normal();
  std::error_code error;
  if (fs::status(base, error).type() == fs::file_type::not_found) {
    if (const Path shipped = shipped_base(entry.text); !shipped.empty()) base = shipped;
  }
  if (fs::is_directory(base, error)) {
    lay_directory(base, entry.at);
  } else {
    lay_file(base, entry.at);
  }
}

void FileTree::lay_directory(const Path& directory, const Spot& asked) {
  std::vector<Path> files;
  std::error_code error;
  for (fs::directory_iterator entry(directory, error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->path().extension() == ".toml") files.push_back(entry->path());
  }
  if (error) refuse(asked, "extends", "cannot be listed: " + error.message());
  if (!error && files.empty()) refuse(asked, "extends", "no *.toml file in " + directory.string());
  std::sort(files.begin(), files.end());
  for (std::size_t first = 0; first < files.size(); first += kReadAtATime) {
    lay_some(std::span(files).subspan(first, std::min(kReadAtATime, files.size() - first)), asked);
  }
}

/// Reads those that may be read ahead side by side, and lays all in their order.
void FileTree::lay_some(std::span<const Path> files, const Spot& asked) {
  std::vector<std::size_t> ahead;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (may_read_ahead(files[i])) ahead.push_back(i);
  }
  std::vector<std::optional<FileAlone>> alone(files.size());
  for_each_index(ahead.size(), [&](std::size_t i) {
    const Path& file = files[ahead[i]];
    parse(alone[ahead[i]].emplace(read_alone(file)), file);
  });
  for (std::size_t i = 0; i < files.size(); ++i) {
    std::optional<FileAlone> here = std::exchange(alone[i], std::nullopt);
    if (!here) {
      lay_file(files[i], asked);
    } else if (may_open(files[i], asked)) {
      lay_read(files[i], asked, std::move(*here));
    }
  }
}

bool FileTree::may_read_ahead(const Path& file) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(file, error);
  const bool may = !error && size <= kLargestAhead && ahead_ < kMostAhead && !is_open(file);
  ahead_ += may;
  return may;
}

void FileTree::refuse(const Spot& asked, const std::string& key, const std::string& what) {
  faults_.add_unread({asked.file_name(), asked.line, asked.column, key, what, "", ""});
}

std::string FileTree::chain_to(const Path& file) const {
  std::string text;
  for (const Path& open : chain_) text += open.generic_string() + " -> ";
  return text + file.generic_string();
}

}  // namespace homeroom
