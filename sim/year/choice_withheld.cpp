#include "sim/year/choice_withheld.hpp"

#include <algorithm>

namespace homeroom::choice {
namespace {

bool before(const Offer& offer, std::uint32_t seat) { return offer.seat < seat; }

bool is_withheld(const World& world, std::uint32_t row, std::uint16_t school) {
  const auto end = world.withheld.end();
  auto offer = std::lower_bound(world.withheld.begin(), end, row, before);
  for (; offer != end && offer->seat == row; ++offer) {
    const bool same = offer->arrived == world.students.arrived[row];
    if (same && offer->school == SchoolId{school}) return true;
  }
  return false;
}

void refuse_lines(const World& world, const Families& families, Lists& lists) {
  lists.refused.assign(families.size() * lists.length, 0);
  for (std::size_t f = 0; f < families.size(); ++f) {
    for (std::size_t place = 0; place < lists.count[f]; ++place) {
      const std::size_t at = lists.at(f, place);
      lists.refused[at] = is_withheld(world, families.row[f], lists.school[at]);
    }
  }
}

}  // namespace

void refuse_withheld(const World& world, const Families& families, Filed& filed) {
  if (world.withheld.empty()) return;
  refuse_lines(world, families, filed.district);
  refuse_lines(world, families, filed.lottery);
}

}  // namespace homeroom::choice
