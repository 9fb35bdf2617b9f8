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
    add("--outcome", options_.outcomes, Role::Outcome, true);
    add("--on", options_.on, Role::On, true);
    add("--controls", options_.controls, Role::Control, true);
    if (!options_.weights.empty()) add("--weights", {options_.weights}, Role::Weights, false);
    if (!options_.cluster.empty()) add("--cluster", {options_.cluster}, Role::Cluster, false);
    add_survival();
    add_growth();
    add_difference();
    mark_factors();
    mark_bases();
    return std::move(asked_);
  }

 private:
  void add_one(const std::string& option, const std::string& name, Role role) {
    if (!name.empty()) add(option, {name}, role, false);
  }

  void add_survival() {
    add_one("--survival", options_.survival, Role::Number);
    add_one("--event", options_.event, Role::Number);
    add_one("--entry", options_.entry, Role::Number);
    add_one("--by", options_.by, Role::Words);
  }

  void add_growth() {
    add_one("--growth-percentiles", options_.growth, Role::Number);
    const std::size_t before = asked_.size();
    add("--prior", options_.prior, Role::Number, true);
    // Who has no score before the last is ranked by that one alone.
    for (std::size_t i = before + 1; i < asked_.size(); ++i) asked_[i].role = Role::MaybeNumber;
    if (asked_.size() > before + 2) {
      fault(asked_[before + 2].name, "is a third score before; two are taken at most");
    }
    add_one("--within", options_.within, Role::Words);
  }

  void add_difference() {
    add_one("--difference", options_.difference, Role::Number);
    add_one("--unit", options_.unit, Role::Words);
    add_one("--year", options_.year, Role::Number);
    add_one("--first", options_.first, Role::MaybeNumber);
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
      fault(name, fmt::format("is no column of the table ({})", option), listed(header_),
            nearest_of(name, header_));
    }
    return false;
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

  void add(const std::string& option, const Names& lists, Role role, bool many) {
    for (const std::string& list : lists) {
      for (const std::string& name : many ? split(option, list) : Names{list}) {
        if (!known(option, name)) continue;
        if (!is_of_words(role) && taken(name)) {
          fault(name, fmt::format("is named twice; {} must name another column", option));
          continue;
        }
        asked_.push_back({name, option, role, false, {}});
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
