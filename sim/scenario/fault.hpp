// What is wrong with a scenario: said in one form, all of it at once.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "sim/scenario/node.hpp"

namespace homeroom {

struct Fault {
  std::string file;
  int line = 0;  ///< 0: the file as a whole, or a setting of the command line
  int column = 0;
  std::string key;             ///< empty for faults of a whole file
  std::string what;            ///< what is wrong
  std::string allowed;         ///< what would be right, else empty
  std::string nearest;         ///< the known name that was probably meant, else empty
  std::size_t stands_for = 1;  ///< more where it counts faults that are not told
};

/// Faults found, those that are not told among them.
std::size_t how_many(const std::vector<Fault>& faults);

/// `file:line:column: key: what (allowed: ...); did you mean "..."?`
std::string format_fault(const Fault& fault);
/// One fault a line.
std::string format_faults(const std::vector<Fault>& faults);

/// The same, each line marked as a warning.
std::string format_warnings(const std::vector<Fault>& warnings);

/// Collects faults while a scenario is read.
class Faults {
 public:
  void add(Fault fault);
  void add(const Spot& at, const std::string& key, std::string what, std::string allowed = {},
           std::string nearest = {});
  /// A fault that keeps a file's content out: what is missing for that reason is no fault of its
  /// own.
  void add_unread(Fault fault);

  /// True when `key` or something below it is at fault.
  bool touches(const std::string& key) const;
  bool all_files_read() const { return all_files_read_; }
  bool empty() const { return faults_.empty(); }
  std::size_t count() const { return faults_.size() + beyond_; }
  /// Looking for near names is slow; past the first hundred faults nobody reads them.
  bool worth_a_suggestion() const { return faults_.size() < 100; }
  /// By file, line and column; a last one counts those that are not told.
  std::vector<Fault> sorted() const;

 private:
  std::size_t beyond_ = 0;  ///< faults that were found after more than anybody reads
  std::vector<Fault> faults_;
  std::set<std::string, std::less<>> keys_;
  bool all_files_read_ = true;
};

}  // namespace homeroom
