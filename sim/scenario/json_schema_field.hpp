// The JSON Schema of one field: what its value may be, bare or with notes.
#pragma once

#include <string>

#include "sim/scenario/declared.hpp"

namespace homeroom {

/// A choice between schemas.
std::string any_of(const std::vector<std::string>& schemas);
std::string of_type(const char* type);

/// How a file writes a field.
enum class Writing {
  AsLiked,     ///< a bare value, or one with notes
  Documented,  ///< all notes are owed: parameters in a file of nature
  Bare,        ///< a bare value, never notes
  OfPolicy,    ///< also bounds, and years counted from the policy's first
};

/// The bare value of a field.
std::string bare_schema(const Declared& field);

/// `bounds` are those of the value; a range that a file states must lie within the declared one.
std::string field_schema(const Declared& field, std::pair<double, double> bounds, Writing writing);

}  // namespace homeroom
