#include "sim/year/staffing_posting.hpp"

namespace homeroom::staffing {

Posting::Posting(const Book& book) : terms(book.schools() * kPostKinds) {
  const Schools& all = book.world.schools;
  for (std::uint32_t s = 0; s < book.schools(); ++s) {
    const GradeSpan span = all.span[SchoolId{s}];
    if (span.first <= kLastElementaryGrade) add(book, s, Post::Both);
    if (span.last <= kLastElementaryGrade) continue;
    add(book, s, Post::Mathematics);
    add(book, s, Post::Ela);
  }
}

void Posting::add(const Book& book, std::uint32_t school, Post kind) {
  const StaffingParameters& p = book.nature;
  const Workplace& w = book.workplace[school];
  const std::size_t program = program_of(school, kind);
  const bool wanted = w.open && book.openings.vacant(program) > 0;
  schools[static_cast<std::size_t>(kind)].push_back(school | (wanted ? kWanted : 0u));
  if (!wanted) return;
  terms[program] = {w.attraction,
                    p.attract_mission * w.distinct,
                    {p.noise_internal * w.noise, w.noise},
                    p.hire_fit * w.fit_weight * w.distinct * w.selection,
                    kind == Post::Mathematics ? w.outside_short : w.outside};
}

}  // namespace homeroom::staffing
