#include "sim/scenario/sweep_factor.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "sim/core/arithmetic.hpp"
#include "sim/scenario/declared.hpp"
#include "sim/scenario/field_reader.hpp"
#include "sim/scenario/toml_text.hpp"

namespace homeroom {
namespace {

constexpr double kWidest = 1e12;

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
  for (const Node& item : list.items) {
    if (item.is(Node::Kind::Array) || item.is(Node::Kind::Date)) {
      faults.add(item.at, key, fmt::format("wants values, not {}", in_words(item.kind)));
      continue;
    }
    found.push_back(item.is(Node::Kind::String) ? item.text : toml_literal(item));
    if (std::count(found.begin(), found.end(), found.back()) > 1) {
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
    const bool number = declared->kind == FieldKind::Number ||
                        declared->kind == FieldKind::Integer || declared->kind == FieldKind::Dated;
    if (!number) {
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

double truncated_normal(const SweepFactor& factor, double unit) {
  const double below = normal_cdf((factor.low - factor.mean) / factor.sd);
  const double above = normal_cdf((factor.high - factor.mean) / factor.sd);
  const double share = below + unit * (above - below);
  if (share <= 0.0) return factor.low;
  if (share >= 1.0) return factor.high;
  return factor.mean + factor.sd * normal_quantile(share);
}

double triangular(const SweepFactor& factor, double unit) {
  const double width = factor.high - factor.low;
  const double rising = factor.mode - factor.low;
  if (unit * width < rising) return factor.low + sqrt_of(unit * width * rising);
  return factor.high - sqrt_of((1.0 - unit) * width * (factor.high - factor.mode));
}

double number_at(const SweepFactor& factor, double unit) {
  switch (factor.spread) {
    case Spread::LogUniform:
      return factor.low * exp_of(unit * log_of(factor.high / factor.low));
    case Spread::Normal:
      return truncated_normal(factor, unit);
    case Spread::Triangular:
      return triangular(factor, unit);
    case Spread::Uniform:
    case Spread::Levels:
      break;
  }
  // Whole numbers are equally likely, both ends included.
  const double width = factor.high - factor.low + (factor.whole ? 1.0 : 0.0);
  return factor.low + unit * width;
}

}  // namespace

const std::vector<std::string>& spread_words() {
  static const std::vector<std::string> words = {"levels", "uniform", "log_uniform", "normal",
                                                 "triangular"};
  return words;
}

std::string SweepFactor::value_at(double unit) const {
  if (spread == Spread::Levels) {
    const auto count = static_cast<double>(levels.size());
    return levels[std::min(levels.size() - 1, static_cast<std::size_t>(unit * count))];
  }
  const double number = number_at(*this, unit);
  if (!whole) return fmt::format("{}", clamp_to(number, low, high));
  return fmt::format("{}", static_cast<std::int64_t>(clamp_to(std::floor(number), low, high)));
}

std::string in_small_letters(std::string name) {
  for (char& letter : name) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return name;
}

bool is_column_of_runs(const std::string& name) {
  const std::string small = in_small_letters(name);
  static const std::vector<std::string_view> columns = {
      "run", "point", "scenario", "policy", "replicate", "seed", "status", "failure", "command"};
  return std::find(columns.begin(), columns.end(), small) != columns.end();
}

std::string column_of(const std::string& key) {
  const std::string word = key.substr(key.rfind('.') + 1);
  return is_column_of_runs(word) ? key : word;
}

std::vector<std::string> extremes_of(const SweepFactor& factor) {
  if (factor.spread == Spread::Levels) return factor.levels;
  if (factor.whole) {
    return {fmt::format("{}", static_cast<std::int64_t>(factor.low)),
            fmt::format("{}", static_cast<std::int64_t>(factor.high))};
  }
  return {fmt::format("{}", factor.low), fmt::format("{}", factor.high)};
}

std::string near_sweep_key(const std::string& key) {
  constexpr std::string_view kPolicy = "policy.";
  const bool of_policy = key.rfind(kPolicy, 0) == 0;
  const std::string plain = of_policy ? key.substr(kPolicy.size()) : key;
  const std::string section = plain.substr(0, plain.rfind('.') + 1);
  std::vector<std::string> siblings;
  for (const Declared& declared : declared_fields()) {
    if (declared.key.rfind(section, 0) == 0) siblings.push_back(declared.key);
  }
  const std::string near = nearest_key(plain, siblings);
  const bool lawful = near.rfind("law.", 0) == 0 || near.rfind("models.", 0) == 0;
  if (!of_policy || near.empty()) return near;
  return lawful ? std::string(kPolicy) + near : std::string();
}

const Declared* find_sweep_key(const std::string& key) {
  constexpr std::string_view kPolicy = "policy.", kEvery = "every_model.";
  // What names a run, or is the design's own, changes no run.
  if (key == "name" || key == "description" || key == "run.replicates") return nullptr;
  if (key.rfind(kPolicy, 0) != 0) return find_declared(key);
  std::string lever = key.substr(kPolicy.size());
  if (lever == "from_year") return find_declared("run.first_year");
  for (const char* word : {".value", ".at_least", ".at_most"}) {
    if (lever.ends_with(word)) lever.resize(lever.rfind('.'));
  }
  if (lever.rfind(kEvery, 0) == 0)
    return find_declared("models.KEY." + lever.substr(kEvery.size()));
  const bool lawful = lever.rfind("law.", 0) == 0 || lever.rfind("models.", 0) == 0;
  return lawful ? find_declared(lever) : nullptr;
}

std::string why_no_sweep_key(const std::string& key) {
  if (key == "run.replicates") return "is the design's own: replicates = N";
  if (key == "name" || key == "description") return "changes no run";
  return key.rfind("policy.", 0) == 0 ? "is no lever of a policy" : "is no key";
}

SweepFactor read_sweep_factor(const Node& node, const std::string& prefix, Faults& faults) {
  return FactorReader(node, prefix, faults).read();
}

}  // namespace homeroom
