// One quantity as a file gives it: the bare value, or a table of the value and its notes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/core/described.hpp"
#include "sim/scenario/fault.hpp"
#include "sim/scenario/notes.hpp"

namespace homeroom {

/// What a quantity owes beside its value: nothing, or all of unit, range, source and status.
enum class NotesOwed { None, All };

struct Quantity {
  const Node* value = nullptr;  ///< null when it is missing
  Noted noted;                  ///< without the value's text
};

/// Reads a quantity's notes; faults in them go to `faults`. `meaning` is null for what is no
/// number.
Quantity read_quantity(const Node& node, const std::string& key, const Meaning* meaning,
                       NotesOwed owed, Faults& faults);

}  // namespace homeroom
