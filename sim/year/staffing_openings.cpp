// Who has a post when the year begins, who is left over, and which posts stand empty.
#include <algorithm>
#include <numeric>

#include "sim/world/enrolment.hpp"
#include "sim/year/staffing_book.hpp"

namespace homeroom::staffing {
namespace {

/// Claims to a post where sections fall away: seniority, or evaluations as far as S8 is held.
std::vector<float> claims(const Book& book) {
  const Teachers& t = book.teachers;
  const StaffingParameters& p = book.nature;
  const auto years_per_sd = static_cast<float>(p.layoff_seniority / p.effect_sd);
  std::vector<float> claim(t.size(), 0.0f);
  for (std::size_t row = 0; row < t.size(); ++row) {
    if (!t.in_school(row)) continue;
    const auto free = static_cast<float>(book.workplace[t.school[row]].free_layoff);
    claim[row] = (1.0f - free) * static_cast<float>(t.seniority[row]) +
                 free * years_per_sd * book.seen_mean[row];
  }
  return claim;
}

/// The name of a post in the dice.
std::uint64_t name_of(const Posts& posts, std::size_t post) {
  const std::size_t cell = cell_of(posts.school[post], posts.grade[post]);
  return who_of(static_cast<std::uint32_t>(cell),
                static_cast<std::uint32_t>(posts.section[post]) * kPostKinds +
                    static_cast<std::uint32_t>(posts.post[post]));
}

}  // namespace

std::size_t Openings::total() const {
  return post.size() - std::accumulate(filled.begin(), filled.end(), std::size_t{0});
}

void match_posts(Book& book) {
  book.posts = lay_posts(book.world.results.school, book.law.staffing, book.world.year);
  for (TeacherId left_over : take_posts(book.teachers, book.posts, claims(book))) {
    book.leave(left_over.row(), book.home_of_surplus(left_over.row()), Departure::Excess);
  }
  open_posts(book);
}

void open_posts(Book& book) {
  const Posts& posts = book.posts;
  Openings& open = book.openings;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> empty;
  for (std::size_t post = 0; post < posts.size(); ++post) {
    if (posts.teacher[post]) continue;
    const std::uint64_t program = program_of(posts.school[post], posts.post[post]);
    // Within a school the order is drawn, else the last grades would always be those left empty.
    const std::uint64_t order = book.dice.word(Die::StaffPost, book.year, name_of(posts, post));
    empty.emplace_back(program << 32 | order, static_cast<std::uint32_t>(post));
  }
  std::sort(empty.begin(), empty.end());
  open.first.assign(book.schools() * kPostKinds + 1, 0);
  open.filled.assign(book.schools() * kPostKinds, 0);
  open.post.clear();
  for (const auto& [key, post] : empty) {
    ++open.first[(key >> 32) + 1];
    open.post.push_back(post);
  }
  for (std::size_t i = 1; i < open.first.size(); ++i) open.first[i] += open.first[i - 1];
}

}  // namespace homeroom::staffing
