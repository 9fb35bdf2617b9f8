#include "analysis/truth/stays.hpp"

namespace homeroom::truth {

void Stays::add(const LearningYear& year) {
  const bool first = before_.empty();
  if (first) before_.assign(year.size(), year.year);
  for (std::size_t row = 0; row < year.size() && !first; ++row) {
    const bool stays = arrived_[row] == year.arrived[row] && school_[row] == year.school[row];
    if (!stays) before_[row] = year.year - 1;
  }
  arrived_ = year.arrived;
  school_ = year.school;
}

}  // namespace homeroom::truth
