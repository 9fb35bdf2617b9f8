// What families want, from the order of their lists: the rank-ordered logit of applicants to the
// district's market, with peers, value added, distance, open places and the school next door as
// reasons.
#include <algorithm>
#include <cmath>
#include <map>

#include "analysis/estimators/rank_ordered_logit.hpp"
#include "analysis/patterns/average.hpp"
#include "analysis/patterns/figures.hpp"

namespace homeroom::patterns {
namespace {

using estimators::RankedList;
using panel::Panel;
using panel::Year;

constexpr std::size_t kNearest = 30;  // schools a family is taken to choose among
constexpr int kRanks = 3;             // read of each list: the tail is often filler
constexpr std::size_t kEvery = 20;    // one list in so many is read
constexpr std::size_t kFewestLists = 200;

enum Reason {
  Peers,
  ValueAdded,
  OwnGroup,
  DistanceElementary,
  DistanceLater,
  NextDoor,
  OwnSeat,
  Places,
  kReasons
};

/// What was known of a school a year before: mean score and value added, standardised in the city;
/// shares of groups.
struct Picture {
  double peers = 0, value_added = 0;
  double group[5] = {};
};

void standardise(std::map<int, Picture>& pictures, double Picture::*of) {
  estimators::Moments all;
  for (const auto& [school, picture] : pictures) all.add(picture.*of);
  for (auto& [school, picture] : pictures) picture.*of = (picture.*of - all.mean()) / all.sd();
}

/// Of schools with scores and value added.
std::map<int, Picture> pictures_of(const Year& year) {
  std::map<int, Picture> pictures;
  const panel::Schools& schools = year.schools;
  for (std::size_t s = 0; s < schools.size(); ++s) {
    const double mean = 0.5 * (schools.mean_score[kMath][s] + schools.mean_score[kEla][s]);
    if (std::isnan(mean) || std::isnan(schools.value_added[s])) continue;
    pictures[schools.school[s]] = {mean, schools.value_added[s], {}};
  }
  standardise(pictures, &Picture::peers);
  standardise(pictures, &Picture::value_added);
  for (std::size_t i = 0; i < year.students.size(); ++i) {
    const int row = schools.row_of(year.students.school[i]);
    const auto found = pictures.find(year.students.school[i]);
    if (row == panel::kNobody || found == pictures.end()) continue;
    found->second.group[static_cast<int>(year.students.group[i])] +=
        1.0 / schools.enrolment[static_cast<std::size_t>(row)];
  }
  return pictures;
}

struct Option {
  int school = 0, seats = 0;
  double km = 0;
};

/// Schools with seats in the grade, the nearest first.
std::vector<Option> options_of(const Year& year, int grade, int home,
                               const std::map<int, Picture>& pictures) {
  std::vector<Option> options;
  for (std::size_t o = 0; o < year.offers.size(); ++o) {
    const int row = year.schools.row_of(year.offers.school[o]);
    if (year.offers.grade[o] != grade || row == panel::kNobody) continue;
    const auto s = static_cast<std::size_t>(row), h = static_cast<std::size_t>(home);
    if (year.schools.selective[s] || year.schools.special_school[s]) continue;
    if (pictures.count(year.offers.school[o]) == 0) continue;
    options.push_back({year.offers.school[o], year.offers.seats[o],
                       std::hypot(year.schools.east[s] - year.home_east[h],
                                  year.schools.north[s] - year.home_north[h])});
  }
  std::sort(options.begin(), options.end(), [](const Option& a, const Option& b) {
    return std::tie(a.km, a.school) < std::tie(b.km, b.school);
  });
  if (options.size() > kNearest) options.resize(kNearest);
  return options;
}

class Lists {
 public:
  explicit Lists(const Panel& panel) : panel_(panel) {}
  void add_year(std::size_t y);
  const std::vector<RankedList>& read() const { return lists_; }

 private:
  void add_family(const Year& year, std::size_t child, int own, const std::vector<int>& ranked,
                  const std::map<int, Picture>& pictures);
  const Panel& panel_;
  std::vector<RankedList> lists_;
};

void Lists::add_family(const Year& year, std::size_t child, int own, const std::vector<int>& ranked,
                       const std::map<int, Picture>& pictures) {
  const panel::Students& students = year.students;
  const int grade = students.grade[child];
  std::vector<Option> options = options_of(year, grade, students.home[child], pictures);
  if (options.size() < 4) return;
  const int next_door = options.front().school;
  // Listed schools come first, in their order; a list that leaves the options ends there.
  std::size_t listed = 0;
  for (const int school : ranked) {
    const auto found =
        std::find_if(options.begin() + static_cast<std::ptrdiff_t>(listed), options.end(),
                     [&](const Option& option) { return option.school == school; });
    if (found == options.end()) break;
    std::swap(*found, options[listed++]);
  }
  if (listed == 0) return;
  RankedList list{Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(options.size()), kReasons),
                  std::min(kRanks, static_cast<int>(listed))};
  for (std::size_t o = 0; o < options.size(); ++o) {
    const auto row = static_cast<Eigen::Index>(o);
    const Picture& picture = pictures.at(options[o].school);
    list.alternatives(row, Peers) = picture.peers;
    list.alternatives(row, ValueAdded) = picture.value_added;
    list.alternatives(row, OwnGroup) = picture.group[static_cast<int>(students.group[child])];
    list.alternatives(row, grade <= 5 ? DistanceElementary : DistanceLater) = options[o].km;
    list.alternatives(row, NextDoor) = options[o].school == next_door ? 1.0 : 0.0;
    list.alternatives(row, Places) = std::log(std::max(1, options[o].seats));
    list.alternatives(row, OwnSeat) = options[o].school == own ? 1.0 : 0.0;
  }
  lists_.push_back(std::move(list));
}

void Lists::add_year(std::size_t y) {
  const Year &before = panel_.years[y - 1], &now = panel_.years[y];
  const std::map<int, Picture> pictures = pictures_of(before);
  std::map<int, std::map<int, int>> ranked;  // by child: school by rank
  const panel::Applications& made = now.applications;
  for (std::size_t a = 0; a < made.size(); ++a)
    ranked[made.student[a]][made.rank[a]] = made.school[a];
  const std::vector<int> last = rows_in(before, now.students, panel_.students);
  std::size_t seen = 0;
  for (std::size_t i = 0; i < now.students.size(); ++i) {
    const auto found = ranked.find(now.students.student[i]);
    if (found == ranked.end() || seen++ % kEvery != 0) continue;
    std::vector<int> schools;
    for (const auto& [rank, school] : found->second) schools.push_back(school);
    const int own = last[i] == panel::kNobody
                        ? panel::kNobody
                        : before.students.school[static_cast<std::size_t>(last[i])];
    add_family(now, i, own, schools, pictures);
  }
}

}  // namespace

void add_tastes(const Panel& panel, Figures& figures) {
  Lists lists(panel);
  for (std::size_t y = 1; y < panel.years.size(); ++y) lists.add_year(y);
  const auto fit = lists.read().size() < kFewestLists
                       ? estimators::RankOrderedLogit{}
                       : estimators::estimate_rank_ordered_logit(lists.read());
  const auto weight = [&](int feature) {
    return fit.converged ? fit.weights[feature] : estimators::kMissing;
  };
  figures["taste_peers"] = weight(Peers);
  figures["taste_value_added"] = weight(ValueAdded);
  figures["taste_value_added_to_peers"] = weight(ValueAdded) / weight(Peers);
  figures["taste_own_group"] = weight(OwnGroup);
  figures["taste_distance_elementary"] = weight(DistanceElementary);
  figures["taste_distance_later"] = weight(DistanceLater);
}

}  // namespace homeroom::patterns
