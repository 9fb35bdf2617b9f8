// Groups of children as districts report them, in the tables' order: every child is in one of each
// pair and in one by race/ethnicity.
#pragma once

#include <array>
#include <string_view>

namespace homeroom {

struct ChildrenGroup {
  std::string_view name, meaning;
};

inline constexpr std::array<ChildrenGroup, 12> kChildrenGroups = {{
    {"all", "all children"},
    {"low_income", "of low-income families"},
    {"not_low_income", "of other families"},
    {"black", "Black"},
    {"hispanic", "Hispanic"},
    {"white", "White"},
    {"asian", "Asian"},
    {"other", "any other race/ethnicity"},
    {"english_learner", "English learners"},
    {"not_english_learner", "no English learners"},
    {"special_education", "in special education"},
    {"not_special_education", "not in special education"},
}};

}  // namespace homeroom
