#include "sim/scenario/sweep_factor.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "sim/scenario/declared.hpp"
#include "sim/scenario/field_reader.hpp"
#include "sim/scenario/sweep_key.hpp"
#include "sim/scenario/toml_text.hpp"

namespace homeroom {
namespace {

constexpr double kWidest = 1e12;
/// Each is tried in every city before anything runs.
constexpr std::size_t kMostValues = 100000;

struct Written {
  std::string key, name;
  int distribution = 0;
  std::optional<double> low, high, mean, sd, mode;
  void describe(FieldVisitor& visit) {
    static const std::vector<std::string_view> words = {"levels", "uniform", "log_uniform",
                                                        "normal", "triangular"};
    visit.text("key", "lever or parameter that varies", key);
    visit.text("name", "of its column; empty: the key's last word", name);
    visit.choice("distribution", words, "of its values", distribution);
    visit.number_if_known({"low", "as the key", -kWidest, kWidest, "lowest value"}, low);
    visit.number_if_known({"high", "as the key", -kWidest, kWidest, "highest value"}, high);
    visit.number_if_known({"mean", "as the key", -kWidest, kWidest, "of a normal"}, mean);
    visit.number_if_known({"sd", "as the key", 0.0, kWidest, "of a normal"}, sd);
    visit.number_if_known({"mode", "as the key", -kWidest, kWidest, "of a triangle"}, mode);
  }
};

/// Literal texts of a list of values; strings stand bare, as after --set KEY=.
std::vector<std::string> literals_in(const Node& list, const std::string& key, Faults& faults) {
  std::vector<std::string> found;
  if (list.items.size() > kMostValues) {
    faults.add(
        list.at, key, fmt::format("holds {} values", list.items.size()),
        fmt::format("at most {}; a distribution or a list of points has no end", kMostValues));
    return found;
  }
  std::set<std::string> seen;
  for (const Node& item : list.items) {
    if (item.is(Node::Kind::Array) || item.is(Node::Kind::Date)) {
      faults.add(item.at, key, fmt::format("wants values, not {}", in_words(item.kind)));
      continue;
    }
    found.push_back(item.is(Node::Kind::String) ? item.text : toml_literal(item));
    if (!seen.insert(found.back()).second) {
      faults.add(item.at, key, fmt::format("names {} twice", found.back()));
    }
  }
  if (!list.is(Node::Kind::Array) || list.items.empty()) {
    faults.add(list.at, key, "wants a list that holds something", "values = [...]");
  }
  return found;
}

class FactorReader {
 public:
  FactorReader(const Node& node, std::string prefix, Faults& faults)
      : node_(node), prefix_(std::move(prefix)), faults_(faults) {}

  SweepFactor read() {
    Node scalars = node_;
    scalars.members.erase("values");
    Provenance unused;
    FieldReader reader(scalars, prefix_, Demand::Optional, faults_, unused);
    written_.describe(reader);
    reader.refuse_unknown_keys({prefix_ + ".values"});
    factor_.at = node_.at;
    factor_.key = written_.key;
    factor_.name = written_.name.empty() ? column_of(factor_.key) : written_.name;
    check_key();
    if (is_column_of_runs(factor_.name)) {
      fault("name", fmt::format("\"{}\" is a column of every sweep's tables", factor_.name),
            "another name");
    }
    if (const Node* values = node_.find("values")) {
      factor_.levels = literals_in(*values, prefix_ + ".values", faults_);
      if (node_.find("distribution")) {
        fault("distribution", "stands beside values", "one of the two");
      }
    } else {
      read_distribution();
    }
    return std::move(factor_);
  }

 private:
  void fault(const char* key, std::string what, std::string allowed = {}, std::string near = {}) {
    const Node* at = node_.find(key);
    faults_.add(at ? at->at : node_.at, prefix_ + "." + key, std::move(what), std::move(allowed),
                std::move(near));
  }

  void check_key() {
    if (!node_.find("key")) return fault("key", "is missing", "a lever or parameter");
    if (const Declared* declared = find_sweep_key(factor_.key)) {
      factor_.whole = declared->kind == FieldKind::Integer;
      return;
    }
    fault("key", fmt::format("\"{}\" {}", factor_.key, why_no_sweep_key(factor_.key)), {},
          near_sweep_key(factor_.key));
  }

  void read_distribution() {
    factor_.spread = static_cast<Spread>(written_.distribution);
    if (factor_.spread == Spread::Levels) {
      return fault("values", "is missing", "values = [...], or a distribution");
    }
    need("low", written_.low, factor_.low);
    need("high", written_.high, factor_.high);
    if (factor_.spread == Spread::Normal) {
      need("mean", written_.mean, factor_.mean);
      need("sd", written_.sd, factor_.sd);
      if (written_.sd && *written_.sd <= 0) fault("sd", "is not above 0");
    }
    if (factor_.spread == Spread::Triangular) {
      need("mode", written_.mode, factor_.mode);
      const bool within = factor_.mode >= factor_.low && factor_.mode <= factor_.high;
      if (written_.mode && !within) fault("mode", "lies outside low and high");
    }
    if (written_.low && written_.high && *written_.low >= *written_.high) {
      fault("low", "is not below high");
    }
    if (factor_.spread == Spread::LogUniform && written_.low && *written_.low <= 0) {
      fault("low", "is not above 0, as a logarithm wants");
    }
    check_declared();
  }

  void need(const char* key, const std::optional<double>& written, double& field) {
    if (written) {
      field = *written;
    } else {
      fault(key, "is missing");
    }
  }

  void check_declared() {
    const Declared* declared = find_sweep_key(factor_.key);
    if (!declared) return;
    if (!is_one_number(*declared)) {
      return fault("distribution", "belongs to numbers; this key holds " + allowed_text(*declared),
                   "values = [...]");
    }
    for (const char* end : {"low", "high"}) {
      const double value = end[0] == 'l' ? factor_.low : factor_.high;
      if (value >= declared->low && value <= declared->high) continue;
      fault(end, fmt::format("{} is out of range", value), allowed_text(*declared));
    }
  }

  const Node& node_;
  std::string prefix_;
  Faults& faults_;
  Written written_;
  SweepFactor factor_;
};

}  // namespace

std::vector<std::string> extremes_of(const SweepFactor& factor) {
  if (factor.spread == Spread::Levels) return factor.levels;
  if (factor.whole) {
    return {fmt::format("{}", static_cast<std::int64_t>(factor.low)),
            fmt::format("{}", static_cast<std::int64_t>(factor.high))};
  }
  return {fmt::format("{}", factor.low), fmt::format("{}", factor.high)};
}

SweepFactor read_sweep_factor(const Node& node, const std::string& prefix, Faults& faults) {
  return FactorReader(node, prefix, faults).read();
}

}  // namespace homeroom
