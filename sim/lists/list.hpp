// One list: its table, and where it says what.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/lists/csv.hpp"
#include "sim/lists/list_format.hpp"
#include "sim/lists/remarks.hpp"

namespace homeroom::lists {

class List {
 public:
  std::string file;  ///< as it was named on the command line
  const ListFormat* format = nullptr;
  CsvTable table;

  bool says(Field field) const { return !where(field).empty(); }
  /// The cell of a field; an id that several columns make is theirs in one. Empty where the list
  /// has no such column.
  std::string cell(std::size_t row, Field field) const;
  /// The cell of a field that one column holds, or of none.
  std::string_view view(std::size_t row, Field field) const;
  /// The cell of any wanted column, by its plain name; nothing where the list lacks it.
  std::optional<std::string_view> column(std::size_t row, const std::string& plain) const;
  /// A field's official name, for remarks.
  std::string called(Field field) const;

 private:
  friend class ListReader;
  const std::vector<std::size_t>& where(Field field) const {
    return where_[static_cast<std::size_t>(field)];
  }
  std::array<std::vector<std::size_t>, kFields> where_;  ///< places among the wanted columns
  std::map<std::string, std::size_t> columns_;
};

/// Reads a list of one of the roles; `further` are plain names of columns that rules look at. What
/// is wrong goes to `remarks`; nothing comes back where the list cannot be used at all. A list of
/// more than `most` bytes, as UTF-8, is not read.
std::optional<List> read_list(const std::string& file, const KnownLists& known,
                              const std::vector<Role>& roles,
                              const std::vector<std::string>& further, Remarks& remarks,
                              std::size_t most = std::string::npos);

/// The same for a text that is at hand.
std::optional<List> read_list_of_text(const std::string& text, const std::string& file,
                                      const KnownLists& known, const std::vector<Role>& roles,
                                      const std::vector<std::string>& further, Remarks& remarks);

}  // namespace homeroom::lists
