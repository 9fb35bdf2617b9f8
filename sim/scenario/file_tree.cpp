#include "sim/scenario/file_tree.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/file_text.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/overlay.hpp"
#include "sim/scenario/shipped_bases.hpp"
#include "sim/scenario/toml_document.hpp"
#include "sim/scenario/toml_folder.hpp"

namespace homeroom {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kLongestChain = 16;
// Bases may share bases, so a few files could ask for millions of readings.
constexpr int kMostFiles = 1000;
constexpr std::uintmax_t kMostBytes = 4 * kLargestFile;

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
    lay_parsed(content.text, name, false);
  } else {
    faults_.add_unread({name, content.line, content.column, "", content.problem, "", ""});
  }
}

void FileTree::lay_file(const Path& file, const Spot& asked) {
  if (!may_open(file, asked)) return;
  const FileText content = read_file_text(file);
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
  // Bases of a file that is reached by a link lie beside the file, not beside the link.
  std::error_code error;
  const Path real = fs::is_symlink(file, error) ? fs::canonical(file, error) : file;
  lay_parsed(content.text, error ? file : real, true);
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

void FileTree::lay_parsed(std::string_view text, const Path& file, bool may_extend) {
  ParsedToml parsed = parse_toml(text, file.generic_string());
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
  for (const Path& file : files) lay_file(file, asked);
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
