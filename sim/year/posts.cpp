#include "sim/year/posts.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/parallel.hpp"
#include "sim/world/enrolment.hpp"

namespace homeroom {
namespace {

struct Span {
  std::uint32_t first, past;
};

/// Rows of the posts of one kind in a school's grade.
Span posts_of(const Posts& posts, std::size_t cell, Post kind) {
  const std::uint32_t first = posts.first[cell], past = posts.first[cell + 1];
  if (first == past) return {first, first};
  if (posts.post[first] == Post::Both) return {first, kind == Post::Both ? past : first};
  const std::uint32_t middle = first + (past - first) / 2;
  if (kind == Post::Mathematics) return {first, middle};
  return {kind == Post::Ela ? middle : past, past};
}

/// Teachers in schools, side by side by cell and kind.
struct ByPost {
  std::vector<std::uint32_t> first, row;
};

ByPost group_by_post(const Teachers& teachers, std::size_t cells) {
  const auto group_of = [&](std::size_t row) {
    return cell_of(teachers.school[row], teachers.grade[row]) * kPostKinds +
           static_cast<std::size_t>(teachers.post[row]);
  };
  ByPost by;
  by.first.assign(cells * kPostKinds + 1, 0);
  for (std::size_t row = 0; row < teachers.size(); ++row) {
    if (teachers.in_school(row)) ++by.first[group_of(row) + 1];
  }
  for (std::size_t g = 1; g < by.first.size(); ++g) by.first[g] += by.first[g - 1];
  by.row.resize(by.first.back());
  std::vector<std::uint32_t> next(by.first.begin(), by.first.end() - 1);
  for (std::size_t row = 0; row < teachers.size(); ++row) {
    if (teachers.in_school(row)) by.row[next[group_of(row)]++] = static_cast<std::uint32_t>(row);
  }
  return by;
}

/// An empty post of the teacher's kind in its school, in the nearest grade; none: size().
std::size_t empty_post_near(const Posts& posts, std::size_t school, int grade, Post kind) {
  for (int step = 0; step < kGrades; ++step) {
    for (int near : {grade - step, grade + step}) {
      if (near < kKindergarten || near > kLastGrade) continue;
      const Span span = posts_of(posts, cell_of(school, near), kind);
      for (std::uint32_t post = span.first; post < span.past; ++post) {
        if (!posts.teacher[post]) return post;
      }
    }
  }
  return posts.size();
}

/// Gives the teachers of some cells' kinds the posts of their own cell; returns the rows of those
/// for whom there are too few.
std::vector<std::uint32_t> take_own(const Teachers& teachers, Posts& posts,
                                    const std::vector<float>& claim, ByPost& by,
                                    std::size_t first_group, std::size_t past_group) {
  std::vector<std::uint32_t> without;
  const auto by_person = [&](std::uint32_t a, std::uint32_t b) {
    return teachers.person[a] < teachers.person[b];
  };
  // Ties by person, never by row: rows depend on who came before.
  const auto by_claim = [&](std::uint32_t a, std::uint32_t b) {
    return claim[a] != claim[b] ? claim[a] > claim[b] : by_person(a, b);
  };
  for (std::size_t group = first_group; group < past_group; ++group) {
    const auto first = by.row.begin() + by.first[group];
    const auto past = by.row.begin() + by.first[group + 1];
    if (first == past) continue;
    const Span span = posts_of(posts, group / kPostKinds, static_cast<Post>(group % kPostKinds));
    const auto kept = first + std::min<std::ptrdiff_t>(past - first, span.past - span.first);
    if (kept != past) std::sort(first, past, by_claim);
    std::sort(first, kept, by_person);
    std::uint32_t post = span.first;
    for (auto row = first; row != kept; ++row) posts.teacher[post++] = TeacherId{*row};
    without.insert(without.end(), kept, past);
  }
  return without;
}

/// Gives those without a post the nearest empty one of their school; returns who finds none.
std::vector<TeacherId> take_near(Teachers& teachers, Posts& posts,
                                 const std::vector<std::uint32_t>& without) {
  std::vector<TeacherId> excess;
  for (std::uint32_t row : without) {
    const std::size_t post =
        empty_post_near(posts, teachers.school[row], teachers.grade[row], teachers.post[row]);
    if (post == posts.size()) {
      excess.push_back(TeacherId{row});
    } else {
      posts.teacher[post] = TeacherId{row};
      teachers.grade[row] = posts.grade[post];
    }
  }
  return excess;
}

}  // namespace

double class_size(int grade, const StaffingLaw& law, int year) {
  const Dated& size =
      grade <= kLastElementaryGrade ? law.class_size_elementary : law.class_size_secondary;
  return size.in(year) > 0 ? size.in(year) : size.steps().front().second;
}

int sections_of(int grade, int children, const StaffingLaw& law, int year) {
  return static_cast<int>(std::ceil(children / class_size(grade, law, year)));
}

Posts lay_posts(const Column<SchoolRow, SchoolYear>& results, const StaffingLaw& law, int year) {
  Posts posts;
  posts.first.assign(results.size() * kGrades + 1, 0);
  std::vector<int> sections(results.size() * kGrades);
  for (std::size_t cell = 0; cell < sections.size(); ++cell) {
    const std::size_t grade = cell % kGrades;
    const int children = results[SchoolId{cell / kGrades}].by_grade[grade];
    sections[cell] = sections_of(static_cast<int>(grade), children, law, year);
    const int kinds = grade <= kLastElementaryGrade ? 1 : 2;
    posts.first[cell + 1] =
        posts.first[cell] + static_cast<std::uint32_t>(std::max(0, sections[cell]) * kinds);
  }
  const std::size_t count = posts.first.back();
  posts.school.resize(count);
  posts.grade.resize(count);
  posts.section.resize(count);
  posts.post.resize(count);
  posts.teacher.assign(count, TeacherId{});
  for (std::size_t cell = 0; cell < sections.size(); ++cell) {
    const bool both = cell % kGrades <= kLastElementaryGrade;
    for (std::uint32_t post = posts.first[cell]; post < posts.first[cell + 1]; ++post) {
      const int place = static_cast<int>(post - posts.first[cell]);
      const bool ela = place >= sections[cell];
      posts.school[post] = static_cast<std::uint16_t>(cell / kGrades);
      posts.grade[post] = static_cast<std::uint8_t>(cell % kGrades);
      posts.section[post] = static_cast<std::uint8_t>(place - (ela ? sections[cell] : 0));
      posts.post[post] = both ? Post::Both : ela ? Post::Ela : Post::Mathematics;
    }
  }
  return posts;
}

std::vector<TeacherId> take_posts(Teachers& teachers, Posts& posts,
                                  const std::vector<float>& claim) {
  const std::size_t cells = posts.first.size() - 1;
  ByPost by = group_by_post(teachers, cells);
  // Schools have nothing to do with each other: some at a time, side by side.
  const std::size_t schools = cells / kGrades;
  constexpr std::size_t kTogether = 16;
  std::vector<std::vector<TeacherId>> excess((schools + kTogether - 1) / kTogether);
  for_each_index(excess.size(), [&](std::size_t part) {
    const std::size_t first = part * kTogether;
    const std::size_t past = std::min(schools, first + kTogether);
    const std::size_t groups = kGrades * kPostKinds;
    const auto without = take_own(teachers, posts, claim, by, first * groups, past * groups);
    excess[part] = take_near(teachers, posts, without);
  });
  std::vector<TeacherId> all;
  for (const auto& here : excess) all.insert(all.end(), here.begin(), here.end());
  return all;
}

void build_posts(World& world, const Law& law) {
  Teachers& teachers = world.teachers;
  world.posts = lay_posts(world.results.school, law.staffing, world.year);
  const std::vector<float> claim(teachers.seniority.begin(), teachers.seniority.end());
  for (TeacherId left_over : take_posts(teachers, world.posts, claim)) {
    const std::size_t row = left_over.row();
    teachers.place[row] =
        teachers.employer[row] == Employer::District ? TeacherPlace::Pool : TeacherPlace::Outside;
  }
}

}  // namespace homeroom
