// Laying one file over another: tables merge key by key, everything else is replaced.
//
// Three kinds of value are wholes, not tables to be merged:
//  - a list (the school groups of a place, the selections of a law): the later list replaces it;
//  - a lever's dates: a later number or table of years replaces the earlier whole;
//  - a number with its notes: a later value drops the notes of the value it replaces, since they
//    speak of another number. A parameter of nature must not lose its unit and range, so there only
//    the value is exchanged; unless the later file says otherwise, what stood in the source's place
//    is named and the status falls to "assumed".
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/node.hpp"

namespace homeroom {

/// Lays `over` over the whole tree `under`.
void lay_over(Node& under, Node over);

/// Lays `over` over the node that stands at `path` (the parts of its dotted key) in the tree.
void lay_over_at(Node& under, Node over, const std::vector<std::string>& path);

}  // namespace homeroom
