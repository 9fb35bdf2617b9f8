#include "sim/scenario/claim.hpp"

namespace homeroom {

const std::vector<std::string_view>& claim_kinds() {
  static const std::vector<std::string_view> words = {
      "outcome", "mechanism", "choice", "accountability", "sustainability", "description"};
  return words;
}

const std::vector<std::string_view>& claim_rules() {
  static const std::vector<std::string_view> words = {"V1", "V2", "V3", "V4",
                                                      "V5", "V6", "V7", "none"};
  return words;
}

const std::vector<std::string_view>& claim_directions() {
  static const std::vector<std::string_view> words = {"higher",  "lower",       "alike",
                                                      "ordered", "interaction", "share"};
  return words;
}

}  // namespace homeroom
