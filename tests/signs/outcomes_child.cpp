// What can be said of a child: who it is, what it asked for, where it sits.
#include "tests/signs/child_looks.hpp"

namespace homeroom::signs {
namespace {

using namespace child_looks;

Outcome has(const char* name, const char* meaning, std::uint16_t flag) {
  return child(name, "0/1", meaning,
               [flag](const Students& s, std::size_t r) { return s.has(r, flag) ? 1.0 : 0.0; });
}

Outcome of_group(const char* name, Group group) {
  return child(name, "0/1", "of this group", [group](const Students& s, std::size_t r) {
    return s.group(r) == group ? 1.0 : 0.0;
  });
}

Outcome arrived(const char* name, const char* meaning, Arrival how) {
  return child(name, "0/1", meaning,
               [how](const Students& s, std::size_t r) { return s.arrival[r] == how ? 1.0 : 0.0; });
}

void add_facts(std::vector<Outcome>& all) {
  all.push_back(child("one", "students", "1: counts children in a total",
                      [](const Students&, std::size_t) { return 1.0; }));
  all.push_back(has("low_income", "of low income", trait::kLowIncome));
  all.push_back(has("english_learner", "English learner", trait::kEnglishLearner));
  all.push_back(has("special", "with special needs", trait::kSpecial));
  all.push_back(has("severe", "with severe special needs", trait::kSpecialSevere));
  all.push_back(has("moderate", "with moderate special needs", trait::kSpecialModerate));
  all.push_back(has("sibling", "of a family with another child", trait::kSibling));
  all.push_back(has("learner", "of the type whom distinct designs suit", trait::kLearner));
  all.push_back(of_group("black", Group::Black));
  all.push_back(of_group("hispanic", Group::Hispanic));
  all.push_back(of_group("white", Group::White));
  all.push_back(of_group("asian", Group::Asian));
  all.push_back(of_group("other", Group::Other));
  all.push_back(child("information", "share", "how well the family knows its options",
                      [](const Students& s, std::size_t r) { return s.information[r] / 255.0; }));
  all.push_back(child("housing", "share", "how settled the family's housing is",
                      [](const Students& s, std::size_t r) { return s.housing[r] / 255.0; }));
  all.push_back(child("drive", "SD", "lasting engagement",
                      [](const Students& s, std::size_t r) { return s.drive[r] / 32.0; }));
  all.push_back(child("engagement", "SD", "engagement",
                      [](const Students& s, std::size_t r) { return s.engagement[r] / 32.0; }));
  all.push_back(child(
      "engagement_moved", "SD", "engagement against the lasting one",
      [](const Students& s, std::size_t r) { return (s.engagement[r] - s.drive[r]) / 32.0; }));
  all.push_back(child("grade", "grades", "0: kindergarten",
                      [](const Students& s, std::size_t r) { return s.grade[r]; }));
  all.push_back(child("ninth", "0/1", "in grade 9",
                      [](const Students& s, std::size_t r) { return s.grade[r] == 9; }));
  all.push_back(child("elementary", "0/1", "in kindergarten to grade 5",
                      [](const Students& s, std::size_t r) { return s.grade[r] <= 5; }));
  all.push_back(child("early_grade", "0/1", "in kindergarten to grade 2",
                      [](const Students& s, std::size_t r) { return s.grade[r] <= 2; }));
  all.push_back(
      seen("poverty", "SD", "poverty of the neighbourhood", [](const SeenYear& y, std::size_t r) {
        return y.world.places.status[y.world.students.home[r]];
      }));
  all.push_back(seen("field", "SD", "the neighbourhood's field beyond demographics",
                     [](const SeenYear& y, std::size_t r) {
                       return y.world.places.field[y.world.students.home[r]];
                     }));
  all.push_back(
      seen("newcomer", "0/1", "not in the city a year ago",
           [](const SeenYear& y, std::size_t r) { return is_same_child(y, r) ? 0.0 : 1.0; }));
}

/// What a child asked for this year.
void add_wishes(std::vector<Outcome>& all) {
  const auto filed = [&all](const char* name, const char* meaning, std::uint8_t what) {
    all.push_back(seen(name, "0/1", meaning, [what](const SeenYear& y, std::size_t r) {
      return (y.asked[r] & what) != 0 ? 1.0 : 0.0;
    }));
  };
  filed("listed", "filed the district's list", asked::kDistrict);
  filed("entered_lottery", "entered a separate lottery", asked::kLottery);
  filed("sat_examination", "asked for an examination school", asked::kExamination);
  all.push_back(seen("could_stay", "0/1", "had a school that goes on and has its grade",
                     [](const SeenYear& y, std::size_t r) {
                       const std::uint16_t school = y.before.school[r];
                       if (!is_same_child(y, r) || school == kNoSchool) return 0.0;
                       const Schools& schools = y.world.schools;
                       const bool goes_on =
                           schools.is_open(SchoolId{school}) &&
                           schools.span[SchoolId{school}].has(y.world.students.grade[r]);
                       return goes_on ? 1.0 : 0.0;
                     }));
  all.push_back(seen("former_climate", "climate", "of the school of a year ago",
                     [](const SeenYear& y, std::size_t r) {
                       const std::uint16_t school = y.before.school[r];
                       return school == kNoSchool ? NAN : y.world.schools.climate[SchoolId{school}];
                     }));
}

void add_seats(std::vector<Outcome>& all) {
  all.push_back(
      seen("kilometres", "km", "from home to school", [](const SeenYear& y, std::size_t r) {
        return y.world.distance(y.world.students.home[r], y.world.students.school_of(r));
      }));
  all.push_back(arrived("assigned", "assigned, nothing of its list", Arrival::Assigned));
  all.push_back(arrived("chosen", "came by choice", Arrival::Chosen));
  all.push_back(arrived("displaced", "came since its school closed", Arrival::Displaced));
  all.push_back(arrived("continued", "stays where it was", Arrival::Continued));
  all.push_back(child("moved", "0/1", "moved within the year, or displaced before it",
                      [](const Students& s, std::size_t r) { return s.moved[r]; }));
  all.push_back(
      child("moved_now", "0/1", "moved within the year",
            [](const Students& s, std::size_t r) { return s.arrival[r] == Arrival::Moved; }));
  all.push_back(child(
      "rank", "rank", "of the present school on its list",
      [](const Students& s, std::size_t r) { return s.rank[r] == kNoRank ? NAN : s.rank[r]; }));
  all.push_back(child("first", "0/1", "of those with a rank, in the school ranked first",
                      [](const Students& s, std::size_t r) {
                        return s.rank[r] == kNoRank ? NAN : s.rank[r] == 1;
                      }));
  all.push_back(child("first_choice", "0/1", "in the school ranked first",
                      [](const Students& s, std::size_t r) { return s.rank[r] == 1; }));
  all.push_back(seen("own_school", "0/1", "in the neighbourhood's own school",
                     [](const SeenYear& y, std::size_t r) {
                       const Students& s = y.world.students;
                       for (const auto& zoned : y.world.places.zoned) {
                         if (zoned[s.home[r]] == s.school_of(r)) return 1.0;
                       }
                       return 0.0;
                     }));
  all.push_back(seen("own_group", "share", "of the school's children who are of the child's group",
                     [](const SeenYear& y, std::size_t r) {
                       const Students& s = y.world.students;
                       const SchoolYear& year = y.world.results.school[s.school_of(r)];
                       return static_cast<double>(
                                  year.group[static_cast<std::size_t>(s.group(r))]) /
                              year.enrolment;
                     }));
  all.push_back(seen("with_sibling", "0/1", "of children with a sibling: in its school",
                     [](const SeenYear& y, std::size_t r) {
                       const Students& s = y.world.students;
                       if (!s.has(r, trait::kSibling)) return static_cast<double>(NAN);
                       return s.school[r] == s.school[r ^ 1u] ? 1.0 : 0.0;
                     }));
  all.push_back(seen("lottery_school", "0/1", "in a school with its own lottery",
                     [](const SeenYear& y, std::size_t r) {
                       const ModelId model = y.world.schools.model[y.world.students.school_of(r)];
                       return y.law.model(model).admission == Admission::Lottery ? 1.0 : 0.0;
                     }));
  all.push_back(seen("weak_school", "0/1",
                     "in a school of the left tail: its teachers, leader and programme add less "
                     "than -.05 SD/year in mathematics",
                     [](const SeenYear& y, std::size_t r) {
                       const SchoolId school = y.world.students.school_of(r);
                       const auto& growth = y.world.results.school[school].growth[kMath];
                       double sum = 0.0;
                       for (const Term term : {Term::Teacher, Term::Leadership, Term::Program}) {
                         sum += growth[static_cast<std::size_t>(term)];
                       }
                       return sum < -0.05 ? 1.0 : 0.0;
                     }));
  all.push_back(seen("selective_school", "0/1", "in a school that admits by examination",
                     [](const SeenYear& y, std::size_t r) {
                       return y.world.schools.selective[y.world.students.school_of(r)];
                     }));
}

}  // namespace

std::vector<Outcome> child_outcomes() {
  std::vector<Outcome> all;
  add_facts(all);
  add_wishes(all);
  add_seats(all);
  return all;
}

}  // namespace homeroom::signs
