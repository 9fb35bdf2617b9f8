#include "sim/lists/list.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/core/words.hpp"
#include "sim/lists/column_name.hpp"
#include "sim/lists/list_text.hpp"
#include "sim/scenario/notes.hpp"

namespace homeroom::lists {

namespace {

constexpr std::size_t kMostListed = 1000000;

using Columns = std::vector<std::size_t>;
using Header = std::vector<std::string>;  // plain names

/// The columns that a name such as "District Code + School Code" stands for; empty if one is not
/// there.
Columns columns_called(const std::string& name, const Header& header) {
  Columns columns;
  for (std::size_t from = 0; from <= name.size();) {
    const std::size_t plus = std::min(name.find(" + ", from), name.size());
    const std::string wanted = plain_name(name.substr(from, plus - from));
    const auto found = std::find(header.begin(), header.end(), wanted);
    if (found == header.end()) return {};
    columns.push_back(static_cast<std::size_t>(found - header.begin()));
    from = plus + 3;
  }
  return columns;
}

Columns columns_of(const ListFormat& format, Field field, const Header& header) {
  for (const std::string& name : format.names_of(field)) {
    Columns columns = columns_called(name, header);
    if (!columns.empty()) return columns;
  }
  return {};
}

/// What a list of this format would lack, in official names.
std::vector<std::string> lacking(const ListFormat& format, const Header& header) {
  std::vector<std::string> names;
  for (const Field field : format.required) {
    if (columns_of(format, field, header).empty()) names.push_back(format.names_of(field).front());
  }
  return names;
}

std::size_t columns_known(const ListFormat& format, const Header& header) {
  std::size_t known = 0;
  for (std::size_t f = 0; f < kFields; ++f) {
    known += !columns_of(format, static_cast<Field>(f), header).empty();
  }
  return known;
}

/// What separates the cells of the header where commas do not; nothing where they do.
const char* separator_but_comma(std::string_view text) {
  const std::string_view header = text.substr(0, text.find('\n'));
  const auto count = [&](char mark) { return std::count(header.begin(), header.end(), mark); };
  if (count(';') > count(',')) return "semicolons";
  return count('\t') > count(',') ? "tabs" : nullptr;
}

}  // namespace

std::string List::cell(std::size_t row, Field field) const {
  std::string text;
  for (const std::size_t at : where(field)) text += table.cell(row, at);
  return text;
}

std::string_view List::view(std::size_t row, Field field) const {
  const auto& at = where(field);
  return at.empty() ? std::string_view() : table.cell(row, at.front());
}

std::optional<std::string_view> List::column(std::size_t row, const std::string& plain) const {
  const auto found = columns_.find(plain);
  if (found == columns_.end()) return std::nullopt;
  return table.cell(row, found->second);
}

std::string List::called(Field field) const {
  const auto& names = format->names_of(field);
  return names.empty() ? std::string(field_name(field)) : names.front();
}

class ListReader {
 public:
  ListReader(const std::string& file, const KnownLists& known, const std::vector<Role>& roles,
             const std::vector<std::string>& further, Remarks& remarks)
      : known_(known), roles_(roles), further_(further), remarks_(remarks) {
    list_.file = file;
  }

  std::optional<List> read(const std::string& text) {
    if (const char* const by = separator_but_comma(text)) {
      remarks_.about(Weight::Fatal, list_.file, "", fmt::format("is separated by {}", by),
                     "commas");
      return std::nullopt;
    }
    list_.table = read_csv(text, [this](const Header& header) { return choose(header); });
    for (const RowFault& fault : list_.table.faults) {
      remarks_.at(Weight::Fault, list_.file, fault.line, "", fault.what, "", "the rows");
    }
    if (list_.table.further_faults > 0) {
      remarks_.about(
          Weight::Fault, list_.file, "",
          fmt::format("has {} more rows that cannot be read", list_.table.further_faults), "",
          "the rows");
    }
    if (list_.table.header.empty()) {
      remarks_.about(Weight::Fatal, list_.file, "", "has no header that can be read");
    }
    if (!list_.format) return std::nullopt;
    if (list_.format->role == Role::Schools && list_.table.rows() > kMostListed) {
      remarks_.about(Weight::Fatal, list_.file, "",
                     fmt::format("names {} schools", list_.table.rows()),
                     fmt::format("at most {}, more than a country has", kMostListed));
      return std::nullopt;
    }
    if (list_.table.rows() == 0) {
      remarks_.about(Weight::Fatal, list_.file, "", "has a header and no row that can be read");
      return std::nullopt;
    }
    return std::move(list_);
  }

 private:
  std::vector<bool> choose(const Header& written) {
    Header header;
    for (const std::string& name : written) header.push_back(plain_name(name));
    list_.format = recognised(header);
    std::vector<bool> wanted(header.size(), false);
    if (!list_.format) return wanted;
    std::array<Columns, kFields> columns;
    for (std::size_t f = 0; f < kFields; ++f) {
      columns[f] = columns_of(*list_.format, static_cast<Field>(f), header);
      for (const std::size_t column : columns[f]) wanted[column] = true;
    }
    tell_missing_grades(columns);
    std::map<std::string, std::size_t> looked_at;
    const auto look_at = [&](const std::string& name) {
      const auto found = std::find(header.begin(), header.end(), name);
      if (found == header.end()) return;
      looked_at[name] = static_cast<std::size_t>(found - header.begin());
      wanted[looked_at[name]] = true;
    };
    for (const std::string& name : further_) look_at(name);
    for (const Rule& rule : list_.format->left_out) look_at(rule.column);
    for (const Rule& rule : list_.format->models) look_at(rule.column);
    // From columns of the file to places among the wanted ones.
    std::vector<std::size_t> place(wanted.size(), 0);
    std::size_t places = 0;
    for (std::size_t c = 0; c < wanted.size(); ++c) place[c] = wanted[c] ? places++ : 0;
    for (std::size_t f = 0; f < kFields; ++f) {
      for (const std::size_t column : columns[f]) list_.where_[f].push_back(place[column]);
    }
    for (const auto& [name, column] : looked_at) list_.columns_[name] = place[column];
    return wanted;
  }

  /// A grade without a column between others would lose its children without a word.
  void tell_missing_grades(const std::array<Columns, kFields>& columns) {
    const auto first = static_cast<std::size_t>(Field::Grade0);
    const auto last = static_cast<std::size_t>(Field::Grade12);
    const auto there = [&](std::size_t f) { return !columns[f].empty(); };
    std::size_t low = first, high = last;
    while (low <= last && !there(low)) ++low;
    while (high > low && !there(high)) --high;
    std::vector<std::string> lacking;
    for (std::size_t f = low; f < high; ++f) {
      if (!there(f)) lacking.push_back(list_.format->names_of(static_cast<Field>(f)).front());
    }
    if (lacking.empty()) return;
    remarks_.about(Weight::Note, list_.file, "",
                   fmt::format("has no column {} between those of other grades: children there, if "
                               "there are any, are not counted",
                               listed_with_and(lacking)));
  }

  /// The format whose required columns are all there, of several the one that knows most columns.
  const ListFormat* recognised(const Header& header) {
    const ListFormat* best = nullptr;
    const ListFormat* nearest = nullptr;
    for (const ListFormat& format : known_.formats) {
      if (std::find(roles_.begin(), roles_.end(), format.role) == roles_.end()) continue;
      if (!nearest || columns_known(format, header) > columns_known(*nearest, header)) {
        nearest = &format;
      }
      if (!lacking(format, header).empty()) continue;
      if (!best || columns_known(format, header) > columns_known(*best, header)) best = &format;
    }
    if (!best) tell_missing(nearest, header);
    return best;
  }

  void tell_missing(const ListFormat* nearest, const Header& header) {
    if (nearest && columns_known(*nearest, header) > 0) {
      const std::vector<std::string> names = lacking(*nearest, header);
      remarks_.about(Weight::Fatal, list_.file, "",
                     fmt::format("lacks column{} {} of the list that it resembles most, {}",
                                 names.size() == 1 ? "" : "s", listed(names), nearest->title));
      return;
    }
    std::vector<std::string> titles;
    for (const ListFormat& format : known_.formats) {
      if (std::find(roles_.begin(), roles_.end(), format.role) != roles_.end()) {
        titles.push_back(format.title);
      }
    }
    std::string known;
    for (const std::string& title : titles) known += (known.empty() ? "" : "; ") + title;
    remarks_.about(Weight::Fatal, list_.file, "", "is no list whose columns are known", known);
  }

  const KnownLists& known_;
  const std::vector<Role>& roles_;
  const std::vector<std::string>& further_;
  Remarks& remarks_;
  List list_;
};

std::optional<List> read_list_of_text(const std::string& text, const std::string& file,
                                      const KnownLists& known, const std::vector<Role>& roles,
                                      const std::vector<std::string>& further, Remarks& remarks) {
  return ListReader(file, known, roles, further, remarks).read(text);
}

std::optional<List> read_list(const std::string& file, const KnownLists& known,
                              const std::vector<Role>& roles,
                              const std::vector<std::string>& further, Remarks& remarks,
                              std::size_t most) {
  const std::optional<std::string> text = read_list_text(file, remarks);
  if (!text) return std::nullopt;
  if (text->size() > most) {
    remarks.about(Weight::Fatal, file, "", fmt::format("makes {} MiB of UTF-8", text->size() >> 20),
                  fmt::format("at most {} MiB", most >> 20));
    return std::nullopt;
  }
  return read_list_of_text(*text, file, known, roles, further, remarks);
}

}  // namespace homeroom::lists
