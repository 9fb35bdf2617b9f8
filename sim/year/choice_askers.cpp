#include "sim/year/choice_askers.hpp"

#include <algorithm>

#include "sim/year/choice_part.hpp"

namespace homeroom::choice {
namespace {

/// The grade's lists without the lines that their schools do not serve.
Buffer<std::uint16_t> served(const Lists& lists, FamilyRange families) {
  Buffer<std::uint16_t> schools(families.size() * lists.length);
  const std::size_t before = lists.at(families.first, 0);
  for (std::uint32_t f = families.first; f < families.past; ++f) {
    for (std::size_t place = 0; place < lists.count[f]; ++place) {
      const std::size_t line = lists.at(f, place);
      schools[line - before] = lists.refuses(line) ? kNoSchool : lists.school[line];
    }
  }
  return schools;
}

}  // namespace

Askers::Askers(const Families& families, int grade, const Lists& lists, const Seating& seating,
               const Priorities& priorities)
    : length_(lists.length), first_(families.in_grade(grade).first) {
  const TakingPart part(families, grade, [&](std::size_t f) {
    return (lists.count[f] != 0) & (seating.won[f] == Won::Nothing);
  });
  asker_ = Buffer<Asker>(part.count);
  for (std::size_t row = 0; row < part.count; ++row) {
    const std::size_t f = part.family[row];
    priorities.find_claims(f, asker_[row].claims);
    asker_[row].own = seating.school[f];
    asker_[row].listed = lists.count[f];
  }
  if (!lists.refused.empty()) served_ = served(lists, families.in_grade(grade));
  choice_ = lists.refused.empty() ? lists.school.data() + lists.at(first_, 0) : served_.data();
}

AskersAgain::AskersAgain(const GradeAskers& askers, int grade, const Seating& seating)
    : all_(askers) {
  for (std::size_t i = 0; i < askers.size(); ++i) {
    const Asker& asker = askers.asker[i];
    if (seating.won[asker.claims.family] != Won::Nothing) continue;
    const std::uint16_t* const first = askers.choices(i);
    const bool any = std::any_of(first, first + asker.listed, [&](std::uint16_t school) {
      return school != kNoSchool && seating.left[cell_of(school, grade)] > 0;
    });
    if (!any) continue;
    asker_.push_back(asker);
  }
}

}  // namespace homeroom::choice
