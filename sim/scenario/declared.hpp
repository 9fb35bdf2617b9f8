// Every key of the scenario language with its declaration, taken from the `describe` of each part.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/described.hpp"

namespace homeroom {

enum class FieldKind { Number, Integer, Dated, Numbers, Flag, Text, Choice };

struct Declared {
  std::string key;  ///< full; items of lists stand under "N", models under "KEY"
  FieldKind kind = FieldKind::Text;
  std::string unit;  ///< empty for what is no number
  double low = 0.0, high = 0.0;
  std::string text;
  std::vector<std::string> allowed;  ///< of a choice
  std::size_t entries = 0;           ///< of a list of numbers; 0: as many as one likes
  std::string field_class = {};      ///< of a school model's field (see kModelFieldClasses)
  Scaling scaling = Scaling::Intensive;
};

/// In the order of the files: run, place, nation, law, models, nature.
const std::vector<Declared>& declared_fields();

/// "place.schools.3.count" as it is declared: "place.schools.N.count".
std::string declared_key(std::string_view key);
/// The declaration of a key as written in a scenario, or null.
const Declared* find_declared(std::string_view key);

/// The last part of a key: "count" of "place.schools.3.count".
std::string last_part(std::string_view key);

bool is_of_nature(std::string_view key);

/// True of a field that is one number, the same in all years or dated.
bool is_one_number(const Declared& field);

/// What a field may hold: "0 to 1 [share]", "true or false", "single, multiple".
std::string allowed_text(const Declared& field);
std::string range_text(double low, double high);

/// The known key that was probably meant by an unknown one: among its `siblings` (full keys), else
/// among all.
std::string nearest_key(std::string_view key, const std::vector<std::string>& siblings);

}  // namespace homeroom
