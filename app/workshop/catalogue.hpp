// What a page can offer: cities, levers with their values there, presets, outcomes.
#pragma once

#include <string>

#include "app/workshop/policies.hpp"

namespace homeroom::workshop {

std::string catalogue_json(const Policies& policies);

}  // namespace homeroom::workshop
