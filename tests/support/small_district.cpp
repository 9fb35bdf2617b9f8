#include "tests/support/small_district.hpp"

#include "sim/year/posts.hpp"
#include "sim/year/staffing_outside.hpp"
#include "tests/support/nature_values.hpp"

namespace homeroom::testing {
namespace {

constexpr GradeSpan kSpans[] = {{0, 5}, {6, 8}, {9, 12}};

void build_schools(SmallDistrict& d, int schools, int children_per_grade) {
  Schools& s = d.world.schools;
  s.resize(static_cast<std::size_t>(schools));
  d.world.results.school.assign(static_cast<std::size_t>(schools), {});
  for (int i = 0; i < schools; ++i) {
    const SchoolId id{static_cast<std::size_t>(i)};
    s.model[id] = ModelId{static_cast<std::size_t>(i % 2)};
    s.span[id] = kSpans[i % 3];
    s.status[id] = SchoolStatus::Open;
    s.opened[id] = 1990;
    s.in_model_since[id] = 1990;
    s.rating[id] = 50;
    s.rated_years[id] = 3;
    s.principals.leadership[id] = d.dice.normal(Die::PrincipalLead, 0, id.row());
    s.principals.skill[id] = d.dice.normal(Die::PrincipalSkill, 0, id.row());
    s.principals.time[id] = 1;
    s.principals.years_here[id] = 4;
    SchoolYear& year = d.world.results.school[id];
    for (int g = s.span[id].first; g <= s.span[id].last; ++g) {
      year.by_grade[static_cast<std::size_t>(g)] = children_per_grade;
      year.enrolment += children_per_grade;
    }
    year.low_income = year.enrolment * 7 / 10;
  }
}

void fill_posts(SmallDistrict& d) {
  build_posts(d.world, d.law);
  const StationaryCareer career(d.staffing, d.world.city.supply_novice_share);
  d.world.city.ordinary_vacancies = career.turnover() * static_cast<double>(d.world.posts.size());
  for (std::size_t post = 0; post < d.world.posts.size(); ++post) {
    const TeacherDraft draft = draw_founding_teacher(d.dice, d.staffing, d.world.city, career,
                                                     static_cast<std::uint32_t>(post));
    employ(d.world, d.law, draft, post);
  }
}

}  // namespace

SmallDistrict::SmallDistrict(int schools, int children_per_grade, std::uint64_t seed)
    : staffing(shipped<StaffingParameters>("staffing")),
      leadership(shipped<LeadershipParameters>("leadership")),
      climate(shipped<ClimateParameters>("climate")),
      dice(seed, 0) {
  law.models.resize(2);
  law.ordinary = ModelId{std::size_t{0}};
  world.year = world.founded = 2001;
  build_schools(*this, schools, children_per_grade);
  fill_posts(*this);
}

void SmallDistrict::turn_year() {
  world.last = world.results;
  for (SchoolYear& year : world.results.school) {
    SchoolYear next;
    next.by_grade = year.by_grade;
    next.enrolment = year.enrolment;
    next.low_income = year.low_income;
    year = next;
  }
  world.results.events.clear();
  world.schools.principals.is_new.assign(world.schools.size(), 0);
  ++world.year;
}

void SmallDistrict::pass_year() {
  enact(world, decide_staffing(world, law, staffing, dice));
  enact(world, decide_leadership(world, law, leadership, dice));
  enact(world, decide_climate(world, law, climate));
}

}  // namespace homeroom::testing
