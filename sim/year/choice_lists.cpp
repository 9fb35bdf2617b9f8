#include "sim/year/choice_lists.hpp"

#include <algorithm>
#include <limits>
#include <type_traits>

#include "sim/core/parallel.hpp"
#include "sim/year/choice_cell.hpp"

namespace homeroom::choice {
namespace {

constexpr float kNothing = -std::numeric_limits<float>::infinity();
/// Longest list that a law may allow (see ChoiceLaw).
constexpr std::size_t kLongestList = 20;
/// At a city's founding every child files a list; the burn-in outlives what short ones do.
constexpr std::size_t kFoundingList = 3;
/// Neighbourhoods whose lists are written with the same working columns.
constexpr std::size_t kTogether = 8;

std::size_t ranks_of(const Dated& lever, int year) {
  return static_cast<std::size_t>(lever.in(year) + 0.5);
}

/// Writes the lists of one neighbourhood's families after the other; cells of other neighbourhoods
/// are not touched. Whether a family asks for this or that tells nothing about the next one: who
/// asks is gathered first, without branches.
class ListWriter {
 public:
  ListWriter(const Families& families, const Candidates& candidates, const Utility& utility,
             Filed& filed)
      : families_(families),
        candidates_(candidates),
        utility_(utility),
        district_(utility, candidates, Part::District),
        lottery_(utility, candidates, Part::Lottery),
        fallback_(families, utility),
        filed_(filed) {}

  void write(std::size_t neighbourhood);

 private:
  void think_of_fallbacks(std::size_t neighbourhood);
  std::uint16_t zoned_school(std::size_t neighbourhood, int grade) const;
  void write_lists(std::size_t neighbourhood, std::uint8_t wishes, CellUtilities& cell,
                   Lists& lists);
  void add_askers(FamilyRange families, std::uint8_t wishes);
  void write_askers(std::size_t first_ones, CellUtilities& cell, Lists& lists);
  void write_batch(const FamilyBatch& batch, const CellUtilities& cell, Lists& lists) const;

  const Families& families_;
  const Candidates& candidates_;
  const Utility& utility_;
  CellUtilities district_, lottery_;
  OneSchoolEach fallback_;
  std::vector<std::uint32_t> askers_;
  FamilyBatch batch_;
  Filed& filed_;
};

void ListWriter::write(std::size_t neighbourhood) {
  think_of_fallbacks(neighbourhood);
  write_lists(neighbourhood, wish::kDistrict | wish::kExam, district_, filed_.district);
  write_lists(neighbourhood, wish::kLottery, lottery_, filed_.lottery);
}

/// Grades whose families face the same schools share their batches. A cell in which nobody asks is
/// not looked at.
void ListWriter::write_lists(std::size_t neighbourhood, std::uint8_t wishes, CellUtilities& cell,
                             Lists& lists) {
  int asking = -1;  // a grade of those who wait
  for (int grade = 0; grade < kGrades; ++grade) {
    const std::size_t waiting = askers_.size();
    if (cell.empty(neighbourhood, grade)) continue;
    add_askers(families_.in_cell(neighbourhood, grade), wishes);
    if (askers_.size() == waiting) continue;
    if (asking >= 0 && cell.alike(neighbourhood, asking, grade)) continue;
    if (asking >= 0) {
      cell.face(neighbourhood, asking);
      write_askers(waiting, cell, lists);
    }
    asking = grade;
  }
  if (asking < 0) return;
  cell.face(neighbourhood, asking);
  write_askers(askers_.size(), cell, lists);
}

void ListWriter::add_askers(FamilyRange families, std::uint8_t wishes) {
  std::size_t count = askers_.size();
  askers_.resize(count + families.size());
  for (std::uint32_t f = families.first; f < families.past; ++f) {
    askers_[count] = f;
    count += families_.has(f, wishes);
  }
  askers_.resize(count);
}

/// Writes the lists of the first so many who wait.
void ListWriter::write_askers(std::size_t first_ones, CellUtilities& cell, Lists& lists) {
  for (std::size_t next = 0; next < first_ones; next += FamilyBatch::kLanes) {
    const std::size_t count = std::min(first_ones - next, FamilyBatch::kLanes);
    batch_.read(families_, utility_.fit_of(kind::kLearner), filed_.fallback,
                {askers_.data() + next, count});
    cell.rank(batch_, lists.length);
    write_batch(batch_, cell, lists);
  }
  askers_.erase(askers_.begin(), askers_.begin() + static_cast<std::ptrdiff_t>(first_ones));
}

std::uint16_t ListWriter::zoned_school(std::size_t neighbourhood, int grade) const {
  const SchoolId zoned = utility_.zoned(neighbourhood, grade);
  const bool there = zoned && utility_.seen().seats[cell_of(zoned.row(), grade)] != 0;
  return there ? static_cast<std::uint16_t>(zoned.row()) : kNoSchool;
}

/// A child without a seat whose family files the district's list lists whatever it likes best;
/// others ask only for what beats what they have: their own seat, or a seat in the zoned school.
/// Where there is nothing to ask for nobody compares.
void ListWriter::think_of_fallbacks(std::size_t neighbourhood) {
  constexpr std::uint8_t kOpenMinded = wish::kDistrict | wish::kSeatless;
  fallback_.clear();
  for (int grade = 0; grade < kGrades; ++grade) {
    const std::size_t here = home_cell(neighbourhood, grade);
    if (candidates_.first[here] == candidates_.first[here + 1]) continue;
    const std::uint16_t zoned = zoned_school(neighbourhood, grade);
    const FamilyRange families = families_.in_cell(neighbourhood, grade);
    fallback_.add_some(families.first, families.past, [&](std::size_t f, std::uint32_t& school) {
      const std::uint8_t wishes = families_.wish[f];
      const bool settled = (wishes & kOpenMinded) != kOpenMinded;
      const std::uint16_t own = families_.own[f];
      school = own != kNoSchool ? own : zoned;
      return settled & ((wishes & wish::kFiles) != 0) & (school != kNoSchool);
    });
  }
  fallback_.for_each_utility([&](std::size_t f, float utility) {
    const bool own = families_.own[f] != kNoSchool;
    filed_.fallback[f] =
        own ? utility + utility_.incumbent_bonus(families_.grade[f], families_.own[f]) : utility;
  });
}

/// The best candidates that beat what each family has. A seat already held is not among them: as a
/// fallback it is worth at least as much as it is as a candidate. What is written beyond a list's
/// end is never read.
void ListWriter::write_batch(const FamilyBatch& batch, const CellUtilities& cell,
                             Lists& lists) const {
  const auto write = [&](auto places) {
    for (std::size_t lane = 0; lane < batch.count; ++lane) {
      const std::size_t family = batch.family[lane];
      std::uint16_t* const school = lists.school.data() + lists.at(family, 0);
      float* const utility = lists.utility.data() + lists.at(family, 0);
#pragma GCC unroll 16
      for (std::size_t place = 0; place < places; ++place) {
        const std::size_t candidate = cell.ranked(place, lane);
        school[place] = cell.school(candidate);
        utility[place] = cell.utility(candidate, lane);
      }
      lists.count[family] = static_cast<std::uint8_t>(cell.listed(lane));
    }
  };
  // Lengths that lists have; each is a loop of its own.
  switch (lists.length) {
    case 3:
      return write(std::integral_constant<std::size_t, 3>{});
    case 8:
      return write(std::integral_constant<std::size_t, 8>{});
    case 10:
      return write(std::integral_constant<std::size_t, 10>{});
    default:
      return write(lists.length);
  }
}

}  // namespace

void Lists::resize(std::size_t families, std::size_t ranks) {
  length = ranks < kLongestList ? ranks : kLongestList;
  count.assign(families, 0);
  school = Buffer<std::uint16_t>(families * length);
  utility = Buffer<float>(families * length);
}

Filed file_lists(const World& world, const Law& law, const Families& families,
                 const Candidates& candidates, const Utility& utility, bool founding) {
  Filed filed;
  const std::size_t ranks = ranks_of(law.choice.list_length, world.year);
  filed.district.resize(families.size(), founding ? std::min(ranks, kFoundingList) : ranks);
  filed.lottery.resize(families.size(), ranks_of(law.choice.lottery_applications, world.year));
  filed.fallback.assign(families.size(), kNothing);
  const std::size_t neighbourhoods = world.places.x.size();
  for_each_index((neighbourhoods + kTogether - 1) / kTogether, [&](std::size_t district) {
    ListWriter writer(families, candidates, utility, filed);
    const std::size_t first = district * kTogether;
    for (std::size_t n = first; n < std::min(first + kTogether, neighbourhoods); ++n) {
      writer.write(n);
    }
  });
  return filed;
}

}  // namespace homeroom::choice
