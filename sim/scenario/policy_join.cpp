#include <fmt/format.h>

#include "sim/scenario/policy_value.hpp"
#include "sim/scenario/toml_text.hpp"

namespace homeroom {

namespace {

const char* in_words(Statement::Kind kind) {
  switch (kind) {
    case Statement::Kind::AtLeast:
      return "at least ";
    case Statement::Kind::AtMost:
      return "at most ";
    default:
      return "";
  }
}

class Joining {
 public:
  Joining(const std::string& key, const Declared& field, Faults& faults)
      : key_(key), field_(field), faults_(faults) {}

  bool add(const Statement& statement) {
    if (statement.kind == Statement::Kind::Set) {
      if (!joined_.set) joined_.set = &statement;
      return toml_literal(joined_.set->value) == toml_literal(statement.value) ||
             contradict(*joined_.set, statement);
    }
    if (!is_one_number(field_) || !statement.value.is_number()) {
      faults_.add(statement.value.at, key_, "a bound wants a number, on a lever that is one",
                  allowed_text(field_));
      return false;
    }
    const bool lower = statement.kind == Statement::Kind::AtLeast;
    const Statement*& bound = lower ? joined_.low : joined_.high;
    const double value = statement.value.as_number();
    const bool tighter =
        !bound || (lower ? value > bound->value.as_number() : value < bound->value.as_number());
    if (tighter) bound = &statement;
    return true;
  }

  std::optional<Joined> end() {
    const Joined& all = joined_;
    if (all.low && all.high && all.low->value.as_number() > all.high->value.as_number()) {
      contradict(*all.low, *all.high);
      return std::nullopt;
    }
    for (const Statement* bound : {all.low, all.high}) {
      if (!all.set || !bound || within(*all.set, *bound)) continue;
      contradict(*all.set, *bound);
      return std::nullopt;
    }
    return joined_;
  }

 private:
  /// A table of years beside a bound is judged where both hold: nowhere, to be plain about it.
  static bool within(const Statement& set, const Statement& bound) {
    if (!set.value.is_number()) return false;
    const double value = set.value.as_number(), limit = bound.value.as_number();
    return bound.kind == Statement::Kind::AtLeast ? value >= limit : value <= limit;
  }

  bool contradict(const Statement& one, const Statement& other) {
    faults_.add(other.value.at, key_,
                fmt::format("{} says {}{}, {} says {}{}: they cannot be laid over one city "
                            "together",
                            one.policy, in_words(one.kind), toml_literal(one.value), other.policy,
                            in_words(other.kind), toml_literal(other.value)));
    return false;
  }

  const std::string& key_;
  const Declared& field_;
  Faults& faults_;
  Joined joined_;
};

}  // namespace

std::optional<Joined> joined(const std::string& key, const Declared& field,
                             const std::vector<Statement>& statements, Faults& faults) {
  Joining joining(key, field, faults);
  bool sound = true;
  for (const Statement& statement : statements) sound = joining.add(statement) && sound;
  return sound ? joining.end() : std::nullopt;
}

}  // namespace homeroom
