#include "sim/scenario/file_tree.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/core/parallel.hpp"
#include "sim/scenario/file_text.hpp"
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
constexpr std::size_t kReadAtATime = 16;

/// The name of a file that was probably meant, beside it or among the shipped ones; empty for none.
std::string base_near(const fs::path& missing) {
  std::vector<std::string> names;
  for (const fs::path& folder : {missing.parent_path(), shipped_bases()}) {
    for (const fs::path& file : toml_files_in(folder.empty() ? "." : folder)) {
      names.push_back(file.stem().string());
    }
  }
  const std::string nearest = nearest_of(missing.stem().string(), names);
  return nearest.empty() ? nearest : nearest + ".toml";
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

/// A file as it stands by itself, whatever it extends.
struct FileTree::Read {
  FileText content;
  Path real;  ///< bases of a file that is reached by a link lie beside the file, not the link
  ParsedToml parsed;
};

FileTree::Read FileTree::read(const Path& file) {
  Read result{read_file_text(file), file, {}};
  if (!result.content.problem.empty()) return result;
  std::error_code error;
  if (fs::is_symlink(file, error)) result.real = fs::canonical(file, error);
  if (error) result.real = file;
  result.parsed = parse_toml(result.content.text, result.real.generic_string());
  return result;
}

void FileTree::lay_file(const Path& file, const Spot& asked) {
  if (may_open(file, asked)) lay_file(file, asked, read(file));
}

void FileTree::lay_file(const Path& file, const Spot& asked, Read&& read) {
  const FileText& content = read.content;
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
  chain_.push_back(file);
  lay_parsed(std::move(read.parsed), read.real, true);
  chain_.pop_back();
}

bool FileTree::may_open(const Path& file, const Spot& asked) {
  const bool circular = std::any_of(chain_.begin(), chain_.end(),
                                    [&](const Path& open) { return same_file(open, file); });
  if (circular) {
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
  // Read side by side, a few at a time, laid in order.
  std::vector<Read> few(kReadAtATime);
  for (std::size_t first = 0; first < files.size(); first += kReadAtATime) {
    const std::size_t count = std::min(kReadAtATime, files.size() - first);
    for_each_index(count, [&](std::size_t i) { few[i] = read(files[first + i]); });
    for (std::size_t i = 0; i < count; ++i) {
      if (may_open(files[first + i], asked)) lay_file(files[first + i], asked, std::move(few[i]));
    }
  }
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
