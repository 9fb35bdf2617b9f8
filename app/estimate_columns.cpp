#include "app/estimate_columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "sim/scenario/nearest.hpp"
#include "sim/scenario/notes.hpp"

namespace homeroom::app {
namespace {

using Names = std::vector<std::string>;

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Reads names as they were asked for; what is unknown, doubled or empty goes to the faults.
class Asking {
 public:
  Asking(const EstimateOptions& options, const Names& header, std::vector<Fault>& faults)
      : options_(options), header_(header), faults_(faults) {}

  std::vector<AskedColumn> columns() {
    for (const Wish& wish : wishes_of(options_)) add(wish);
    refuse_third_prior();
    refuse_second_prior();
    mark_factors();
    mark_bases();
    return std::move(asked_);
  }

 private:
  /// Growth percentiles know two scores before; who has no second is ranked by the last alone.
  void refuse_third_prior() {
    int before = 0;
    for (AskedColumn& one : asked_) {
      if (options_.growth.empty() || one.option != "--prior") continue;
      ++before;
      if (before > 1) one.role = Role::MaybeNumber;
      if (before == 3) fault(one.name, "is a third score before; two are taken at most");
    }
  }

  /// Twins are matched by one score before, and applicants to a lottery held equal by one.
  void refuse_second_prior() {
    if (options_.twins.empty() && options_.lottery.empty()) return;
    int before = 0;
    for (const AskedColumn& one : asked_) {
      if (one.option != "--prior" || ++before != 2) continue;
      fault(one.name, "is a second score before; one is taken, and others are for --controls");
    }
  }

  void fault(const std::string& key, std::string what, std::string allowed = {},
             std::string nearest = {}) {
    faults_.push_back(
        {options_.table, 0, 0, key, std::move(what), std::move(allowed), std::move(nearest)});
  }

  bool known(const std::string& option, const std::string& name) {
    const auto times = std::count(header_.begin(), header_.end(), name);
    if (times == 1) return true;
    if (times > 1) {
      fault(name, fmt::format("stands {} times in the header, so {} is not clear", times, option));
    } else {
      fault(name, fmt::format("is no column of the table ({}){}", option, other_separator()),
            listed(header_), nearest_of(name, header_));
    }
    return false;
  }

  /// What a header of one cell seems to be cut by instead of commas.
  std::string other_separator() const {
    if (header_.size() != 1) return {};
    const bool tabs = header_[0].find('\t') != std::string::npos;
    if (!tabs && header_[0].find(';') == std::string::npos) return {};
    return fmt::format("; its cells seem to be separated by {}, and commas are wanted",
                       tabs ? "tabs" : "semicolons");
  }

  Names split(const std::string& option, const std::string& list) {
    if (std::count(header_.begin(), header_.end(), list) > 0) return {list};
    std::istringstream in(list);
    Names names;
    for (std::string part; std::getline(in, part, ',');) {
      if (!trimmed(part).empty()) names.push_back(trimmed(part));
    }
    if (names.empty()) fault(option, fmt::format("\"{}\" names no column", list));
    return names;
  }

  /// A name as it was asked for; COLUMN=WORD and COLUMN!=WORD come apart.
  AskedColumn column_of(const Wish& wish, const std::string& name) const {
    AskedColumn column;
    column.name = column.cells = name;
    column.option = wish.option;
    column.role = wish.role;
    const std::size_t at = name.find('=');
    if (at == std::string::npos || at == 0 || std::count(header_.begin(), header_.end(), name)) {
      return column;
    }
    column.is_not = name[at - 1] == '!';
    column.cells = trimmed(name.substr(0, at - (column.is_not ? 1 : 0)));
    column.word = trimmed(name.substr(at + 1));
    return column;
  }

  void add(const Wish& wish) {
    for (const std::string& list : wish.names) {
      for (const std::string& name : wish.many ? split(wish.option, list) : Names{list}) {
        const AskedColumn column = column_of(wish, name);
        if (!known(wish.option, column.cells)) continue;
        if (!is_of_words(wish.role) && taken(name)) {
          fault(name, fmt::format("is named twice; {} must name another column", wish.option));
          continue;
        }
        if (column.cells != name && column.word.empty()) {
          fault(name, "names no word after the =", "COLUMN=WORD, or COLUMN!=WORD");
          continue;
        }
        asked_.push_back(column);
      }
    }
  }

  bool taken(const std::string& name) const {
    return std::any_of(asked_.begin(), asked_.end(), [&](const AskedColumn& one) {
      // Children may weigh a mean and be a control as well.
      return one.name == name && !is_of_words(one.role) && one.role != Role::Weights;
    });
  }

  AskedColumn* regressor(const std::string& option, const std::string& name) {
    for (AskedColumn& one : asked_) {
      if (one.name == name && (one.role == Role::On || one.role == Role::Control)) return &one;
    }
    if (known(option, name)) {
      fault(name, fmt::format("{} speaks of a column of --on or --controls", option));
    }
    return nullptr;
  }

  void mark_factors() {
    for (const std::string& list : options_.factors) {
      for (const std::string& name : split("--factor", list)) {
        if (AskedColumn* column = regressor("--factor", name)) column->factor = true;
      }
    }
  }

  void mark_bases() {
    for (const std::string& base : options_.bases) {
      const std::size_t at = base.find('=');
      if (at == std::string::npos || at + 1 == base.size()) {
        fault("--base", fmt::format("\"{}\" is no COLUMN=WORD", base));
      } else if (AskedColumn* column = regressor("--base", trimmed(base.substr(0, at)))) {
        column->base = trimmed(base.substr(at + 1));
      }
    }
  }

  const EstimateOptions& options_;
  const Names& header_;
  std::vector<Fault>& faults_;
  std::vector<AskedColumn> asked_;
};

}  // namespace

std::vector<AskedColumn> asked_columns(const EstimateOptions& options,
                                       const std::vector<std::string>& header,
                                       std::vector<Fault>& faults) {
  return Asking(options, header, faults).columns();
}

}  // namespace homeroom::app
