// A zone recruits the district's best: pay and leadership draw them, and their schools lose them.
// Nobody is created: every recruited teacher leaves an empty post behind.
#include <algorithm>

#include "sim/core/arithmetic.hpp"
#include "sim/year/staffing_book.hpp"

namespace homeroom::staffing {
namespace {

/// A school that recruits, with what it looks for.
struct Recruiter {
  std::uint32_t school;
  std::array<float, kPostKinds> reach;  ///< log of vacancies x effort by kind; none: very low
};

struct Seen {
  std::size_t program;
  float worth;
  std::uint32_t row;
};

constexpr float kNoReach = -1e9f;

std::vector<Recruiter> find_recruiters(const Book& book, double& looks) {
  std::vector<Recruiter> recruiters;
  for (std::size_t s = 0; s < book.schools(); ++s) {
    const Workplace& w = book.workplace[s];
    if (!w.open || w.recruitment <= 0.0) continue;
    Recruiter r{static_cast<std::uint32_t>(s), {kNoReach, kNoReach, kNoReach}};
    for (int kind = 0; kind < kPostKinds; ++kind) {
      const double wanted =
          w.recruitment * book.openings.vacant(program_of(s, static_cast<Post>(kind)));
      if (wanted <= 0.0) continue;
      looks += wanted * book.nature.recruit_seen;
      r.reach[static_cast<std::size_t>(kind)] = log_of(static_cast<float>(wanted));
    }
    recruiters.push_back(r);
  }
  return recruiters;
}

bool can_be_recruited(const Book& book, std::size_t row) {
  return book.teachers.in_school(row) && book.teachers.employer[row] == Employer::District &&
         book.workplace[book.teachers.school[row]].recruitment <= 0.0;
}

/// The recruiter that looks at a teacher: most often the one with most posts to fill.
std::size_t looking_school(const Book& book, const std::vector<Recruiter>& recruiters,
                           const std::vector<std::uint32_t>& names, std::size_t row) {
  std::vector<std::uint32_t> words(recruiters.size());
  book.dice.alternatives(Die::RecruitSchool, book.year, book.teachers.person[row], names.data(),
                         static_cast<int>(names.size()), words.data());
  const auto kind = static_cast<std::size_t>(book.teachers.post[row]);
  std::size_t best = book.schools();
  float best_value = kNoReach / 2;
  for (std::size_t i = 0; i < recruiters.size(); ++i) {
    const float value = recruiters[i].reach[kind] + gumbel_from(words[i]);
    if (value <= best_value) continue;
    best_value = value;
    best = recruiters[i].school;
  }
  return best;
}

std::vector<Seen> look_around(const Book& book, const std::vector<Recruiter>& recruiters,
                              double looks) {
  std::size_t pool = 0;
  for (std::size_t row = 0; row < book.teachers.size(); ++row) pool += can_be_recruited(book, row);
  const double view = looks / static_cast<double>(std::max<std::size_t>(pool, 1));
  std::vector<std::uint32_t> names;
  for (const Recruiter& r : recruiters) names.push_back(r.school);
  std::vector<Seen> seen;
  for (std::size_t row = 0; row < book.teachers.size(); ++row) {
    if (!can_be_recruited(book, row)) continue;
    const std::uint64_t person = book.teachers.person[row];
    if (!book.dice.happens(view, Die::RecruitView, book.year, person)) continue;
    const double worth =
        book.worth(row) +
        book.nature.recruit_noise * book.dice.normal(Die::RecruitSeen, book.year, person);
    if (worth <= book.nature.recruit_bar) continue;
    const std::size_t school = looking_school(book, recruiters, names, row);
    if (school == book.schools()) continue;
    seen.push_back({program_of(school, book.teachers.post[row]), static_cast<float>(worth),
                    static_cast<std::uint32_t>(row)});
  }
  return seen;
}

double acceptance(const Book& book, const Workplace& w) {
  const StaffingParameters& p = book.nature;
  const double drawn = normal_cdf(w.leadership + p.recruit_pay * w.pay);
  return p.recruit_accept * (p.recruit_floor + (1.0 - p.recruit_floor) * drawn);
}

/// Takes a teacher from one school to another.
void draw_over(Book& book, std::size_t row, std::size_t school) {
  for (std::uint32_t post = book.posts.first[book.teachers.school[row] * kGrades];
       post < book.posts.size(); ++post) {
    if (book.posts.teacher[post] != TeacherId{row}) continue;
    book.posts.teacher[post] = TeacherId{};
    break;
  }
  book.leave(row, TeacherPlace::Outside, Departure::Recruited);
  const double fit = book.dice.normal(Die::ApplyFit, book.year, book.teachers.person[row]);
  book.seat(row, school, static_cast<float>(fit), Hire::Recruited);
  book.teachers.bonus_years[row] = static_cast<std::uint8_t>(book.nature.bonus_years);
}

}  // namespace

void recruit(Book& book) {
  double looks = 0.0;
  const std::vector<Recruiter> recruiters = find_recruiters(book, looks);
  if (looks <= 0.0) return;
  std::vector<Seen> seen = look_around(book, recruiters, looks);
  std::sort(seen.begin(), seen.end(), [&](const Seen& a, const Seen& b) {
    if (a.program != b.program) return a.program < b.program;
    return a.worth != b.worth ? a.worth > b.worth
                              : book.teachers.person[a.row] < book.teachers.person[b.row];
  });
  std::uint32_t asked = 0, posts = 0;
  std::size_t program = book.schools() * kPostKinds;
  for (const Seen& one : seen) {
    if (one.program != program) {
      program = one.program;
      asked = 0;
      posts = book.openings.vacant(program);
    }
    // One teacher is asked for each vacancy, the best first.
    if (asked++ >= posts) continue;
    const double accept = acceptance(book, book.workplace[school_of(program)]);
    if (book.dice.happens(accept, Die::RecruitAccept, book.year, book.teachers.person[one.row])) {
      draw_over(book, one.row, school_of(program));
    }
  }
  open_posts(book);
}

}  // namespace homeroom::staffing
