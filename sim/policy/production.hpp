// What a model does inside its schools, apart from which schools are of the model and for whom.
//
// To ask what a model does to the children in its schools, the same schools are lived once more
// with another model's production: their staff, rights, money, guidance. Who may enter and stays,
// where the schools stand, which grades they teach, how they come about and what ends them is
// selection, and remains.
#pragma once

#include "sim/policy/law.hpp"

namespace homeroom {

/// `model` with the levers of production that `other` has. A lever that is not named as one of
/// selection is one of production.
SchoolModel with_production_of(const SchoolModel& model, const SchoolModel& other);

/// `law` with the model `key` producing as the city's ordinary model does. Both must exist.
Law with_ordinary_production(Law law, std::string_view key);

}  // namespace homeroom
