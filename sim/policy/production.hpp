// What a model does inside its schools, apart from which schools are of the model and for whom.
//
// To ask what a model does to the children in its schools, the same schools are lived once more
// with another model's production: its rights, staff, money, guidance, reviews. Who comes and goes,
// which grades are taught and how schools come to the model is selection, and remains; which lever
// is of which class is declared with the lever (school_model.hpp).
#pragma once

#include "sim/policy/law.hpp"

namespace homeroom {

/// `model` with the levers of production that `other` has.
SchoolModel with_production_of(SchoolModel model, SchoolModel other);

/// `law` with the model `key` producing as the city's ordinary model does. Both must exist.
Law with_ordinary_production(Law law, std::string_view key);

}  // namespace homeroom
