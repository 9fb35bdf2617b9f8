#include "sim/year/choice_lists.hpp"

#include <algorithm>
#include <limits>

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
/// are not touched.
class ListWriter {
 public:
  ListWriter(const Families& families, const Candidates& candidates, const Utility& utility,
             Filed& filed)
      : families_(families),
        utility_(utility),
        district_(utility, candidates, Part::District),
        lottery_(utility, candidates, Part::Lottery),
        fallback_(families, utility),
        filed_(filed) {
    batch_.clear();
  }

  void write(std::size_t neighbourhood);

 private:
  void think_of_fallbacks(std::size_t neighbourhood);
  template <class Add>
  void write_lists(std::size_t neighbourhood, CellUtilities& cell, Lists& lists, Add&& add);
  bool add_to_district(std::size_t family);
  bool add_to_lottery(std::size_t family);
  void write_batch(CellUtilities& cell, Lists& lists);

  const Families& families_;
  const Utility& utility_;
  CellUtilities district_, lottery_;
  OneSchoolEach fallback_;
  FamilyBatch batch_;
  std::size_t first_here_ = 0;    ///< first family of the neighbourhood
  std::vector<Weights> weights_;  ///< of its families
  Filed& filed_;
};

void ListWriter::write(std::size_t neighbourhood) {
  think_of_fallbacks(neighbourhood);
  write_lists(neighbourhood, district_, filed_.district,
              [this](std::size_t f) { return add_to_district(f); });
  write_lists(neighbourhood, lottery_, filed_.lottery,
              [this](std::size_t f) { return add_to_lottery(f); });
}

/// Grades whose families face the same schools share their batches.
template <class Add>
void ListWriter::write_lists(std::size_t neighbourhood, CellUtilities& cell, Lists& lists,
                             Add&& add) {
  int faced = -1;
  for (int grade = 0; grade < kGrades; ++grade) {
    const std::size_t here = home_cell(neighbourhood, grade);
    if (families_.first[here] == families_.first[here + 1]) continue;
    if (faced < 0 || !cell.alike(neighbourhood, faced, grade)) {
      write_batch(cell, lists);
      cell.face(neighbourhood, grade);
      faced = grade;
    }
    for (std::size_t f = families_.first[here]; f < families_.first[here + 1]; ++f) {
      if (add(f) && batch_.full()) write_batch(cell, lists);
    }
  }
  write_batch(cell, lists);
}

/// A child without a seat whose family files the district's list lists whatever it likes best;
/// others ask only for what beats what they have: their own seat, or a seat in the zoned school.
void ListWriter::think_of_fallbacks(std::size_t neighbourhood) {
  const std::size_t first = families_.first[home_cell(neighbourhood, 0)];
  const std::size_t past = families_.first[home_cell(neighbourhood + 1, 0)];
  first_here_ = first;
  weights_.resize(past - first);
  fallback_.clear();
  for (std::size_t f = first; f < past; ++f) {
    filed_.fallback[f] = kNothing;
    if (!families_.has(f, wish::kFiles)) continue;
    weights_[f - first] = utility_.weights(families_, f);
    const bool open_minded = families_.has(f, wish::kDistrict) && families_.has(f, wish::kSeatless);
    if (open_minded) continue;
    if (families_.own[f] != kNoSchool) {
      fallback_.add(f, weights_[f - first], families_.own[f]);
      continue;
    }
    const SchoolId zoned = utility_.zoned(neighbourhood, families_.grade[f]);
    if (!zoned || utility_.seen().seats[cell_of(zoned.row(), families_.grade[f])] == 0) continue;
    fallback_.add(f, weights_[f - first], zoned.row());
  }
  fallback_.for_each_utility([&](std::size_t f, float utility) {
    const bool own = families_.own[f] != kNoSchool;
    filed_.fallback[f] =
        own ? utility + utility_.incumbent_bonus(families_.grade[f], families_.own[f]) : utility;
  });
}

bool ListWriter::add_to_district(std::size_t family) {
  const bool district = families_.has(family, wish::kDistrict);
  const bool exam = families_.has(family, wish::kExam);
  if (!district && !exam) return false;
  batch_.asks_for(Part::District) = district ? 0.0f : kNothing;
  batch_.asks_for(Part::Examination) = exam ? 0.0f : kNothing;
  batch_.add(families_, family, weights_[family - first_here_], filed_.fallback[family]);
  return true;
}

/// A child that is content with its school leaves it for an entry grade only.
bool ListWriter::add_to_lottery(std::size_t family) {
  if (!families_.has(family, wish::kLottery)) return false;
  const bool anywhere = families_.has(family, wish::kDistrict | wish::kSeatless);
  batch_.asks_for(Part::Lottery) = 0.0f;
  batch_.asks_for(Part::Backfill) = anywhere ? 0.0f : kNothing;
  batch_.add(families_, family, weights_[family - first_here_], filed_.fallback[family]);
  return true;
}

/// The best candidates that beat what each family has. A seat already held is not among them: as a
/// fallback it is worth at least as much as it is as a candidate.
void ListWriter::write_batch(CellUtilities& cell, Lists& lists) {
  if (batch_.count == 0) return;
  cell.rank(batch_, lists.length);
  for (std::size_t lane = 0; lane < batch_.count; ++lane) {
    const std::size_t family = batch_.family[lane];
    std::size_t place = 0;
    for (; place < lists.length && cell.lists(place, lane); ++place) {
      const std::size_t at = lists.at(family, place);
      lists.school[at] = cell.school(place, lane);
      lists.utility[at] = cell.utility(place, lane);
    }
    lists.count[family] = static_cast<std::uint8_t>(place);
  }
  batch_.clear();
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
  filed.fallback.resize(families.size());
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
