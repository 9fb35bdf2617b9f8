// Who looks for a post this year: movers and surplus staff of the city, the pool, and newcomers.
#include <algorithm>
#include <utility>

#include "sim/core/parallel.hpp"
#include "sim/world/enrolment.hpp"
#include "sim/year/staffing_book.hpp"
#include "sim/year/staffing_outside.hpp"

namespace homeroom::staffing {
namespace {

/// Names of candidates, for dice thrown in blocks.
struct Names {
  std::vector<std::uint32_t> low, high;
  explicit Names(std::size_t rows) : low(rows), high(rows) {}
  void set(std::size_t i, std::uint64_t person) {
    low[i] = static_cast<std::uint32_t>(person);
    high[i] = static_cast<std::uint32_t>(person >> 32);
  }
};

FourWords throw_for(const Dice& dice, Die die, const Names& names) {
  FourWords words;
  std::uint32_t* lanes[4];
  for (std::size_t l = 0; l < 4; ++l) {
    words.lane[l].resize(names.low.size());
    lanes[l] = words.lane[l].data();
  }
  dice.block(die, 0, names.low.data(), names.high.data(), 0, static_cast<int>(names.low.size()),
             lanes);
  return words;
}

/// What a hiring school adds or takes off for experience.
float experience_counts(const StaffingParameters& p, int years) {
  if (years == 0) return static_cast<float>(-p.hire_first_year);
  return years <= 2 ? static_cast<float>(-p.hire_early_years) : 0.0f;
}

/// Left a school this year without going to the pool, and wants to teach on in the city.
bool looks_on(Departure why) {
  return why == Departure::MovedInCity || why == Departure::Excess || why == Departure::Closure ||
         why == Departure::Reset;
}

void add_from_city(Book& book) {
  const Teachers& t = book.teachers;
  for (std::size_t row = 0; row < book.person_low.size(); ++row) {
    const bool in_pool = t.place[row] == TeacherPlace::Pool;
    const bool searching = in_pool && open_unit(book.second.lane[2][row]) < book.nature.pool_search;
    const bool between = t.place[row] == TeacherPlace::Outside && looks_on(book.why[row]);
    if (!searching && !between) continue;
    Candidate c;
    c.person = t.person[row];
    c.row = static_cast<std::uint32_t>(row);
    c.kind = t.post[row];
    c.seniority = t.seniority[row];
    c.district = t.employer[row] == Employer::District;
    c.former = book.why[row] == Departure::None ? kNoSchool : t.school[row];
    c.worth_seen =
        static_cast<float>(book.worth(row)) + experience_counts(book.nature, t.experience[row]);
    book.candidates.push_back(c);
  }
}

/// How far down the list of outside candidates the city looks for so many openings.
std::uint32_t outside_looked_at(const Book& book) {
  const CityFacts& city = book.world.city;
  const double openings =
      std::max(city.ordinary_vacancies, static_cast<double>(book.openings.total()));
  const double list = city.supply_per_vacancy * city.ordinary_vacancies;
  return static_cast<std::uint32_t>(
      std::min(city.supply_per_vacancy * openings, list * book.nature.supply_depth));
}

/// Licences follow the city's sections, which hardly depend on policy.
struct Licences {
  float elementary = 0, mathematics = 0;
  explicit Licences(const Posts& posts) {
    std::array<double, kPostKinds> count{};
    for (Post kind : posts.post) ++count[static_cast<std::size_t>(kind)];
    const double total = std::max(1.0, count[0] + count[1] + count[2]);
    elementary = static_cast<float>(count[0] / total);
    mathematics = static_cast<float>(count[1] / total);
  }
  Post of(float uniform) const {
    if (uniform < elementary) return Post::Both;
    return uniform < elementary + mathematics ? Post::Mathematics : Post::Ela;
  }
};

/// The neighbourhood of a candidate.
std::uint16_t home_from(std::uint32_t word, std::size_t places) {
  return static_cast<std::uint16_t>(std::uint64_t{word} * places >> 32);
}

/// Neighbours on the list of those from outside.
class FromOutside {
 public:
  FromOutside(const Book& book, const Licences& licences, std::size_t first, std::size_t past)
      : book_(book), licences_(licences), first_(first) {
    Names names(past - first);
    for (std::size_t i = first; i < past; ++i) names.set(i - first, name_of(i));
    licence_ = throw_for(book.dice, Die::CandidateKind, names);
    summer_ = throw_for(book.dice, Die::CandidateLate, names);
  }

  std::uint32_t age(std::size_t i) const { return licence_.lane[3][i - first_]; }
  Candidate candidate(std::size_t i) const {
    const TeacherDraft& draft = book_.outside[i];
    const float unlisted = open_unit(licence_.lane[1][i - first_]);
    const auto listed = static_cast<float>(book_.nature.listed_share);
    const float summer = open_unit(summer_.lane[0][i - first_]);
    Candidate c;
    c.person = name_of(i);
    c.outside = static_cast<std::uint32_t>(i);
    c.kind = licences_.of(open_unit(licence_.lane[0][i - first_]));
    c.reach = unlisted < listed ? 0.0f : (unlisted - listed) / (1.0f - listed);
    c.late = draft.experience == 0 || summer < book_.nature.late_experienced;
    c.former = kNoSchool;
    c.home = home_from(licence_.lane[2][i - first_], book_.world.places.x.size());
    c.worth_seen =
        static_cast<float>(book_.worth(draft.effect[kMath], draft.effect[kEla], c.kind)) +
        experience_counts(book_.nature, draft.experience);
    return c;
  }

 private:
  std::uint64_t name_of(std::size_t i) const {
    return candidate_name(book_.year, static_cast<std::uint32_t>(i));
  }

  const Book& book_;
  const Licences& licences_;
  std::size_t first_;
  FourWords licence_, summer_;
};

void add_from_outside(Book& book) {
  const std::uint32_t count = outside_looked_at(book);
  book.outside = draft_candidates(book.dice, book.nature, book.world.city, book.year, count);
  const Licences licences(book.posts);
  const std::size_t before = book.candidates.size();
  book.candidates.resize(before + count);
  book.outside_age.resize(count);
  for_short_slices(count, [&](std::size_t first, std::size_t past) {
    const FromOutside some(book, licences, first, past);
    for (std::size_t i = first; i < past; ++i) {
      book.candidates[before + i] = some.candidate(i);
      book.outside_age[i] = some.age(i);
    }
  });
}

/// Homes of the city's own.
void find_homes(Book& book) {
  const std::size_t places = book.world.places.x.size();
  Names names(book.candidates.size());
  for (std::size_t i = 0; i < book.candidates.size(); ++i) {
    names.set(i, book.candidates[i].person);
  }
  const FourWords home = throw_for(book.dice, Die::CandidateHome, names);
  for (std::size_t i = 0; i < book.candidates.size(); ++i) {
    book.candidates[i].home = home_from(home.lane[2][i], places);
  }
}

}  // namespace

void list_candidates(Book& book) {
  add_from_city(book);
  find_homes(book);
  add_from_outside(book);
}

}  // namespace homeroom::staffing
