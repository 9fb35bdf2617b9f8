// A quantity is declared once: its name, unit, range and meaning stand beside the field, and the
// reader of files, the checker, `explain` and the generated tables all come from that declaration.
//
//   struct LearningParameters {
//     double leadership;
//     void describe(FieldVisitor& visit) {
//       visit.number({"leadership", "SD/year per SD", 0.0, 0.2, "growth from one SD ..."},
//                    leadership);
//     }
//   };
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace homeroom {

/// What a field is called, measured in, allowed to be, and means.
struct Meaning {
  std::string_view key;   ///< the name in scenario files
  std::string_view unit;  ///< "1" for a pure number or share
  double low;             ///< smallest allowed value
  double high;            ///< largest allowed value
  std::string_view text;  ///< one sentence
};

/// A number in force from a year on until another value follows. A plain number is in force always.
class Dated {
 public:
  Dated() = default;
  Dated(double always) : steps_{{kAlways, always}} {}  // NOLINT: a number is a dated number

  /// The value in force in `year`; 0 before the first step.
  double in(int year) const {
    double value = 0.0;
    for (const auto& [since, step] : steps_) {
      if (since > year) break;
      value = step;
    }
    return value;
  }
  /// Steps (first year in force, value), ascending by year.
  const std::vector<std::pair<int, double>>& steps() const { return steps_; }
  /// Puts `value` in force from `since` on; later steps stay.
  void set(int since, double value);
  void clear() { steps_.clear(); }

  static constexpr int kAlways = -100000;

 private:
  std::vector<std::pair<int, double>> steps_;
};

/// Walks over the fields of a described struct. The names of choices, texts and flags are free of
/// ranges; everything that is a number has one.
class FieldVisitor {
 public:
  virtual ~FieldVisitor() = default;
  /// The fields from here on, until the next call, are of this class; most structs have none.
  virtual void fields_of(std::string_view) {}
  virtual void number(const Meaning& meaning, double& field) = 0;
  /// A number that may be unknown: left out, it is.
  virtual void number_if_known(const Meaning& meaning, std::optional<double>& field) = 0;
  virtual void integer(const Meaning& meaning, int& field) = 0;
  /// A lever: a number with dates.
  virtual void dated(const Meaning& meaning, Dated& field) = 0;
  virtual void numbers(const Meaning& meaning, std::vector<double>& field) = 0;
  virtual void flag(std::string_view key, std::string_view text, bool& field) = 0;
  virtual void text(std::string_view key, std::string_view text, std::string& field) = 0;
  /// One of `allowed`; `index` is its position there.
  virtual void choice(std::string_view key, const std::vector<std::string_view>& allowed,
                      std::string_view text, int& index) = 0;

  /// The same for an enumeration whose values count from 0 in the order of `allowed`.
  template <class Enum>
  void choice_of(std::string_view key, const std::vector<std::string_view>& allowed,
                 std::string_view text, Enum& field) {
    int index = static_cast<int>(field);
    choice(key, allowed, text, index);
    field = static_cast<Enum>(index);
  }
};

}  // namespace homeroom
