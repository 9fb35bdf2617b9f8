// What a page can offer: cities, levers with their values there, presets, outcomes.
#pragma once

#include <string>

#include "app/workshop/policies.hpp"

namespace homeroom::workshop {

/// `program`: name, version and revision of the program that serves it.
std::string catalogue_json(const Policies& policies, const std::string& program);

}  // namespace homeroom::workshop
