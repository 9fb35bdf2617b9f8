// What there is to say about lists, gathered by reason: each with the lines of the file that it is
// about.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "sim/scenario/fault.hpp"

namespace homeroom::lists {

enum class Weight {
  Fatal,    ///< nothing can be made of the list
  Fault,    ///< refuses the import, unless what is wrong may be dropped
  LeftOut,  ///< rows that are no schools of the kind, by what the list says of them
  Note,     ///< nothing is wrong; worth knowing
};

struct Remark {
  Weight weight = Weight::Fault;
  std::string file;
  std::string key;  ///< the column, where it is about one
  std::string what;
  std::string allowed;       ///< what would be right
  std::string dropped;       ///< of a fault: what is dropped where dropping is allowed
  std::vector<int> lines{};  ///< the first of them, each once where they come in order
  std::size_t further = 0;   ///< lines beyond these
  int last_line = 0;         ///< that was noted, listed or not
  double students = 0;       ///< whom the rows list
};

class Remarks {
 public:
  /// About a file as a whole.
  void about(Weight weight, const std::string& file, const std::string& key, std::string what,
             std::string allowed = {}, std::string dropped = {});
  /// About one line; remarks that differ in their line only become one.
  void at(Weight weight, const std::string& file, int line, const std::string& key,
          const std::string& what, const std::string& allowed = {}, const std::string& dropped = {},
          double students = 0);

  const std::vector<Remark>& all() const { return remarks_; }
  bool any(Weight weight) const;

 private:
  /// True where the latest remark about a line has this reason: a list has the same fault on and
  /// on.
  bool is_latest(Weight weight, const std::string& file, const std::string& key,
                 const std::string& what) const;

  std::vector<Remark> remarks_;
  std::unordered_map<std::string, std::size_t> known_;  ///< those of lines, by their reason
  std::size_t latest_ = 0;                              ///< of those of lines
};

/// "line 3", "lines 3, 7-9 and 12": at most ten runs of lines, then how many more lines, with those
/// that are not listed.
std::string lines_text(std::vector<int> lines, std::size_t further = 0);

/// A remark as a fault of a file.
Fault as_fault(const Remark& remark);

}  // namespace homeroom::lists
