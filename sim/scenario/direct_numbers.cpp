#include "sim/scenario/direct_numbers.hpp"

#include <memory>

#include "sim/core/number_from.hpp"
#include "sim/scenario/policy_statements.hpp"
#include "sim/scenario/set_number.hpp"

namespace homeroom {
namespace {

constexpr std::string_view kPolicy = "policy.";

/// A lever of schools' law: what policies look at, and what they change.
bool is_lever(std::string_view key) {
  const bool of_law = key.starts_with("law.") && !key.starts_with("law.selections");
  return of_law || key.starts_with("models.");
}

/// True of what no policy looks at: nature, and the place but for its schools, whose number shares
/// of schools are counted from.
bool is_no_matter_of_policies(std::string_view key) {
  return key.starts_with("nature.") ||
         (key.starts_with("place.") && !key.starts_with("place.school"));
}

bool makes_neutral(const Node& policy) {
  const Node* every = policy.find("every_model");
  if (!every) return false;
  if (every->find("neutral")) return true;
  for (const Node& one : every->items) {
    if (one.find("neutral")) return true;
  }
  return false;
}

}  // namespace

struct DirectNumbers::Setting {
  std::string key;  ///< without the "policy." before it
  bool of_policy;   ///< it stood there
  double number;

  /// Nothing where `text` sets something else than a number.
  static std::optional<Setting> read(const std::string& text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals + 1 == text.size()) return std::nullopt;
    const std::optional<double> number =
        number_from<double>(std::string_view(text).substr(equals + 1));
    const bool plain = text.find_first_not_of("0123456789.eE+-", equals + 1) == std::string::npos;
    if (!number || !plain) return std::nullopt;
    const bool of_policy = text.starts_with(kPolicy);
    const std::size_t first = of_policy ? kPolicy.size() : 0;
    return Setting{text.substr(first, equals - first), of_policy, *number};
  }
};

DirectNumbers::DirectNumbers(const Written& written, const Node& root, const Scenario& base)
    : base_(base) {
  std::vector<PolicyFile> files = written.policy_files;
  if (const Node* own = root.find("policy")) files.push_back({"", root.at.file_name(), *own});
  laid_ = !files.empty();
  const int from_year = base.policy ? base.policy->from_year : base.run.first_year;
  Faults unsaid, unwarned;  // they were told when the base was read
  for (const auto& [key, said] : statements_of(files, from_year, base, unsaid, unwarned)) {
    spoken_.insert(key);
  }
  for (const PolicyFile& file : files) neutral_ = neutral_ || makes_neutral(file.root);
}

/// A policy is made of the law that it is laid over. Where all that are laid change nothing, one
/// more number could give them something to change.
bool DirectNumbers::reaches_farther(const Setting& one) const {
  if (one.of_policy)
    return !is_lever(one.key) || spoken_.count(one.key) || (laid_ && !base_.policy);
  if (!laid_ || is_no_matter_of_policies(one.key)) return false;
  if (!base_.policy || !is_lever(one.key) || spoken_.count(one.key)) return true;
  return neutral_ && one.key.starts_with("models.");
}

/// A range that files give is looked at where faults are told. A policy's number has its own.
bool DirectNumbers::leaves_the_range(const Setting& one) const {
  const auto noted = base_.provenance.find(one.key);
  if (noted == base_.provenance.end()) return true;
  const auto& range = noted->second.range;
  if (one.of_policy || !range) return false;
  return one.number < range->first || one.number > range->second;
}

namespace {

/// A scenario in the making, its law and the one under its policy.
class Making {
 public:
  explicit Making(const Scenario& bare) : scenario_(bare) {}

  /// Before any `set_under_policy`: a lever that no policy speaks of is the same under them.
  bool set(std::string_view key, double number) {
    const bool known = is_set(set_number(scenario_, key, number));
    return known && (!scenario_.policy || !is_lever(key) || is_set(in_policy(key, number, {})));
  }

  bool set_under_policy(std::string_view key, double number) {
    return is_set(in_policy(key, number, from_year()));
  }

  Scenario take() {
    if (moved_) lay();
    return std::move(scenario_);
  }

 private:
  static bool is_set(NumberSet how) { return how == NumberSet::Done || how == NumberSet::Same; }

  int from_year() const {
    return scenario_.policy ? scenario_.policy->from_year : scenario_.run.first_year;
  }

  NumberSet in_policy(std::string_view key, double number, std::optional<int> from) {
    if (!under_) under_ = scenario_.policy ? scenario_.policy->law : scenario_.law;
    std::swap(scenario_.law, *under_);
    const NumberSet how = set_number(scenario_, key, number, from);
    std::swap(scenario_.law, *under_);
    moved_ = moved_ || how == NumberSet::Done;
    return how;
  }

  /// A law that moves nothing is no policy.
  void lay() {
    std::vector<std::string> names;
    if (scenario_.policy) names = scenario_.policy->names;
    scenario_.policy =
        std::make_shared<const Policy>(Policy{std::move(names), from_year(), std::move(*under_)});
  }

  Scenario scenario_;
  std::optional<Law> under_;
  bool moved_ = false;
};

}  // namespace

std::optional<Scenario> DirectNumbers::set(const Scenario& bare,
                                           const std::vector<std::string>& settings) const {
  std::vector<Setting> numbers;
  bool of_policy = false, of_run = false;
  for (const std::string& text : settings) {
    std::optional<Setting> one = Setting::read(text);
    if (!one || reaches_farther(*one) || leaves_the_range(*one)) return std::nullopt;
    of_policy = of_policy || one->of_policy;
    of_run = of_run || one->key.starts_with("run.");
    numbers.push_back(std::move(*one));
  }
  if (of_policy && of_run) return std::nullopt;  // policies begin with the first policy year
  Making making(bare);
  for (const Setting& one : numbers) {
    if (!one.of_policy && !making.set(one.key, one.number)) return std::nullopt;
  }
  for (const Setting& one : numbers) {
    if (one.of_policy && !making.set_under_policy(one.key, one.number)) return std::nullopt;
  }
  return making.take();
}

}  // namespace homeroom
