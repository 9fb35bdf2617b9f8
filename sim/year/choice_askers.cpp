#include "sim/year/choice_askers.hpp"

#include <algorithm>

#include "sim/year/choice_part.hpp"

namespace homeroom::choice {
namespace {

/// Lines are copied whole, whatever stands beyond the last one.
void copy_list(const Lists& lists, std::size_t family, std::uint16_t* to) {
  const std::uint16_t* const from = lists.school.data() + lists.at(family, 0);
  for (std::size_t place = 0; place < lists.length; ++place) to[place] = from[place];
  if (lists.refused.empty()) return;
  for (std::size_t place = 0; place < lists.count[family]; ++place) {
    if (lists.refuses(lists.at(family, place))) to[place] = kNoSchool;
  }
}

}  // namespace

Askers::Askers(const Families& families, int grade, const Lists& lists, const Seating& seating,
               const Priorities& priorities)
    : length_(lists.length) {
  const TakingPart part(families, grade, [&](std::size_t f) {
    return (lists.count[f] != 0) & (seating.won[f] == Won::Nothing);
  });
  asker_ = Buffer<Asker>(part.count);
  choice_ = Buffer<std::uint16_t>(part.count * length_);
  for (std::size_t row = 0; row < part.count; ++row) {
    const std::size_t f = part.family[row];
    priorities.find_claims(f, asker_[row].claims);
    asker_[row].own = seating.school[f];
    asker_[row].listed = lists.count[f];
    copy_list(lists, f, choice_.data() + row * length_);
  }
}

AskersAgain::AskersAgain(const GradeAskers& askers, int grade, const Seating& seating)
    : length_(askers.length) {
  for (std::size_t i = 0; i < askers.size(); ++i) {
    const Asker& asker = askers.asker[i];
    if (seating.won[asker.claims.family] != Won::Nothing) continue;
    const std::uint16_t* const first = askers.choices(i);
    const bool any = std::any_of(first, first + asker.listed, [&](std::uint16_t school) {
      return school != kNoSchool && seating.left[cell_of(school, grade)] > 0;
    });
    if (!any) continue;
    asker_.push_back(asker);
    choice_.insert(choice_.end(), first, first + length_);
  }
}

}  // namespace homeroom::choice
