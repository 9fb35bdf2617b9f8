// Fills one described part of a scenario from its table.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/core/described.hpp"
#include "sim/scenario/fault.hpp"
#include "sim/scenario/notes.hpp"
#include "sim/scenario/numeric.hpp"
#include "sim/scenario/quantity.hpp"

namespace homeroom {

/// What a part's fields owe the reader.
enum class Demand {
  Optional,    ///< a field left out keeps the starting value of its declaration
  Present,     ///< every field is given
  Documented,  ///< every field is given with unit, range, source and status
};

class FieldReader final : public FieldVisitor {
 public:
  FieldReader(const Node& table, std::string prefix, Demand demand, Faults& faults,
              Provenance& provenance)
      : table_(table),
        prefix_(std::move(prefix)),
        demand_(demand),
        faults_(faults),
        provenance_(provenance) {}

  void number(const Meaning& meaning, double& field) override;
  void number_if_known(const Meaning& meaning, std::optional<double>& field) override;
  void integer(const Meaning& meaning, int& field) override;
  void dated(const Meaning& meaning, Dated& field) override;
  void numbers(const Meaning& meaning, std::vector<double>& field) override;
  void flag(std::string_view key, std::string_view text, bool& field) override;
  void text(std::string_view key, std::string_view text, std::string& field) override;
  void choice(std::string_view key, const std::vector<std::string_view>& allowed,
              std::string_view text, int& index) override;

  /// After all fields: what the table holds beside them and `others` (full keys) is unknown.
  void refuse_unknown_keys(const std::vector<std::string>& others = {});

 private:
  Quantity open(std::string_view key, const Meaning* meaning);
  void close(std::string_view key, Quantity&& quantity, std::string value);
  NumericReader bounded(const std::string& key, const Meaning& meaning, const Quantity& quantity);
  std::string full(std::string_view key) const {
    return prefix_.empty() ? std::string(key) : prefix_ + "." + std::string(key);
  }
  /// False, and a fault, for a table of years where a number has no dates.
  bool stays(const std::string& key, const Node& value);
  /// False, and a fault, for a year such as 2012-13.
  bool has_plain_years(const std::string& key, const Node& value);
  void wrong_kind(std::string_view key, const Node& node, const char* wanted);

  const Node& table_;
  std::string prefix_;
  Demand demand_;
  Faults& faults_;
  Provenance& provenance_;
  std::vector<std::string> known_;
};

/// Faults for every member of `table` that is not `known`; the keys are full ones.
void refuse_unknown_keys(const Node& table, const std::string& prefix,
                         const std::vector<std::string>& known, Faults& faults);
/// Faults for every one of `needed`, keys as the table has them, that it has not.
void refuse_missing_keys(const Node& table, const std::string& prefix,
                         const std::vector<std::string>& needed, Faults& faults);

}  // namespace homeroom
