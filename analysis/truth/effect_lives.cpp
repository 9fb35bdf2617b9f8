#include "analysis/truth/effect_lives.hpp"

namespace homeroom::truth {

std::vector<Side> sides_of_schools(const panel::Schools& schools, const std::string& model) {
  std::vector<Side> sides;
  for (std::size_t s = 0; s < schools.size(); ++s) {
    const auto school = static_cast<std::size_t>(schools.school[s]);
    if (sides.size() <= school) sides.resize(school + 1, Side::None);
    const bool district = schools.employer[s] == "district";
    sides[school] = schools.model[s] == model ? Side::Model
                    : district                ? Side::LeftBehind
                                              : Side::Separate;
  }
  return sides;
}

}  // namespace homeroom::truth
