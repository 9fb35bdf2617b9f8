// A scenario file with everything it extends, as one tree.
//
// `extends = "base.toml"`, or a list of bases: paths relative to the file that says it, or, where
// nothing stands there, to the scenarios that came with the program. A directory stands for the
// *.toml files in it, in the order of their names. Bases are laid down in the order of the list,
// each with its own bases below it, and the file itself on top.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "sim/scenario/fault.hpp"
#include "sim/scenario/file_alone.hpp"
#include "sim/scenario/node.hpp"

namespace homeroom {

class FileTree {
 public:
  explicit FileTree(Faults& faults) : faults_(faults) {}

  /// Lays `file` and its bases over what was laid before. What is missing in the end is missing
  /// in the first file. A name is not inherited: left out, it is that of the first file.
  void lay(const std::filesystem::path& file);
  /// Lays a text that stands in no directory, and so can extend nothing.
  void lay_text(std::string_view text, const std::string& name);

  Node& root() { return root_; }

 private:
  using Path = std::filesystem::path;

  void lay_file(const Path& file, const Spot& asked);
  void lay_read(const Path& file, const Spot& asked, FileAlone alone);
  bool is_open(const Path& file) const;
  bool may_open(const Path& file, const Spot& asked);
  void lay_parsed(ParsedToml&& parsed, const Path& file, bool may_extend);
  void lay_bases(const Node& extends, const Path& directory);
  void lay_base(const Node& entry, const Path& directory);
  void lay_directory(const Path& directory, const Spot& asked);
  void lay_some(std::span<const Path> files, const Spot& asked);
  bool may_read_ahead(const Path& file);
  void refuse(const Spot& asked, const std::string& key, const std::string& what);
  std::string chain_to(const Path& file) const;

  Faults& faults_;
  Node root_;
  std::vector<Path> chain_;  ///< the files being read, each extended by the one before it
  bool named_ = false;       ///< the file that was asked for has a name of its own
  int files_ = 0;
  std::uintmax_t bytes_ = 0;  ///< of all files that were read
  int ahead_ = 0;             ///< files that were read before it was their turn
};

}  // namespace homeroom
