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

std::size_t ranks_of(const Dated& lever, int year) {
  return static_cast<std::size_t>(lever.in(year) + 0.5);
}

/// Writes the lists of one neighbourhood's families; cells of other neighbourhoods are not touched.
class ListWriter {
 public:
  ListWriter(const Families& families, const Candidates& candidates, const Utility& utility,
             Filed& filed)
      : families_(families),
        candidates_(candidates),
        utility_(utility),
        cell_(utility),
        filed_(filed) {
    batch_.clear();
  }

  void write(std::size_t neighbourhood);

 private:
  void think_of_fallbacks(std::size_t neighbourhood);
  void write_district_lists(std::size_t first, std::size_t past);
  void write_lottery_lists(std::size_t first, std::size_t past);
  void write_batch(Lists& lists, Part from, Part to);

  const Families& families_;
  const Candidates& candidates_;
  const Utility& utility_;
  CellUtilities cell_;
  FamilyBatch batch_;
  std::size_t first_here_ = 0;    ///< first family of the neighbourhood
  std::vector<Weights> weights_;  ///< of its families
  Filed& filed_;
};

void ListWriter::write(std::size_t neighbourhood) {
  think_of_fallbacks(neighbourhood);
  for (int grade = 0; grade < kGrades; ++grade) {
    const std::size_t cell = home_cell(neighbourhood, grade);
    const std::size_t first = families_.first[cell], past = families_.first[cell + 1];
    if (first == past) continue;
    cell_.face(candidates_, neighbourhood, grade);
    write_district_lists(first, past);
    write_lottery_lists(first, past);
  }
}

/// A child without a seat whose family files the district's list lists whatever it likes best;
/// others ask only for what beats what they have: their own seat, or a seat in the zoned school.
void ListWriter::think_of_fallbacks(std::size_t neighbourhood) {
  const std::size_t first = families_.first[home_cell(neighbourhood, 0)];
  const std::size_t past = families_.first[home_cell(neighbourhood + 1, 0)];
  first_here_ = first;
  weights_.resize(past - first);
  OneSchoolEach fallback(families_, utility_);
  for (std::size_t f = first; f < past; ++f) {
    filed_.fallback[f] = kNothing;
    if (!families_.has(f, wish::kFiles)) continue;
    weights_[f - first] = utility_.weights(families_, f);
    const bool open_minded = families_.has(f, wish::kDistrict) && families_.has(f, wish::kSeatless);
    if (open_minded) continue;
    if (families_.own[f] != kNoSchool) {
      fallback.add(f, weights_[f - first], families_.own[f]);
      continue;
    }
    const SchoolId zoned = utility_.zoned(neighbourhood, families_.grade[f]);
    if (!zoned || utility_.seen().seats[cell_of(zoned.row(), families_.grade[f])] == 0) continue;
    fallback.add(f, weights_[f - first], zoned.row());
  }
  fallback.for_each_utility([&](std::size_t f, float utility) {
    const bool own = families_.own[f] != kNoSchool;
    filed_.fallback[f] = own ? utility + utility_.incumbent_bonus() : utility;
  });
}

void ListWriter::write_district_lists(std::size_t first, std::size_t past) {
  constexpr auto kDistrict = static_cast<std::size_t>(Part::District);
  constexpr auto kExamination = static_cast<std::size_t>(Part::Examination);
  for (std::size_t f = first; f < past; ++f) {
    const bool district = families_.has(f, wish::kDistrict);
    const bool exam = families_.has(f, wish::kExam);
    if (!district && !exam) continue;
    batch_.asks[kDistrict][batch_.count] = district ? 0.0f : kNothing;
    batch_.asks[kExamination][batch_.count] = exam ? 0.0f : kNothing;
    batch_.add(families_, f, weights_[f - first_here_], filed_.fallback[f]);
    if (batch_.full()) write_batch(filed_.district, Part::District, Part::Examination);
  }
  write_batch(filed_.district, Part::District, Part::Examination);
}

/// A child that is content with its school leaves it for an entry grade only.
void ListWriter::write_lottery_lists(std::size_t first, std::size_t past) {
  constexpr auto kBackfill = static_cast<std::size_t>(Part::Backfill);
  for (std::size_t f = first; f < past; ++f) {
    if (!families_.has(f, wish::kLottery)) continue;
    const bool anywhere = families_.has(f, wish::kDistrict | wish::kSeatless);
    batch_.asks[kBackfill][batch_.count] = anywhere ? 0.0f : kNothing;
    batch_.add(families_, f, weights_[f - first_here_], filed_.fallback[f]);
    if (batch_.full()) write_batch(filed_.lottery, Part::Lottery, Part::Backfill);
  }
  write_batch(filed_.lottery, Part::Lottery, Part::Backfill);
}

/// The best candidates that beat what each family has. A seat already held is not among them: as a
/// fallback it is worth at least as much as it is as a candidate.
void ListWriter::write_batch(Lists& lists, Part from, Part to) {
  if (batch_.count == 0) return;
  cell_.rank(batch_, from, to, lists.length);
  for (std::size_t lane = 0; lane < batch_.count; ++lane) {
    const std::size_t family = batch_.family[lane];
    std::size_t place = 0;
    for (; place < lists.length && cell_.lists(place, lane); ++place) {
      const std::size_t at = lists.at(family, place);
      lists.school[at] = cell_.school(place, lane);
      lists.utility[at] = cell_.utility(place, lane);
    }
    lists.count[family] = static_cast<std::uint8_t>(place);
  }
  batch_.clear();
}

}  // namespace

void Lists::resize(std::size_t families, std::size_t ranks) {
  length = ranks < kLongestList ? ranks : kLongestList;
  count.assign(families, 0);
  school.resize(families * length);
  utility.resize(families * length);
  offered.assign(families * length, 0);
}

Filed file_lists(const World& world, const Law& law, const Families& families,
                 const Candidates& candidates, const Utility& utility, bool founding) {
  Filed filed;
  const std::size_t ranks = ranks_of(law.choice.list_length, world.year);
  filed.district.resize(families.size(), founding ? std::min(ranks, kFoundingList) : ranks);
  filed.lottery.resize(families.size(), ranks_of(law.choice.lottery_applications, world.year));
  filed.fallback.resize(families.size());
  for_each_index(world.places.x.size(), [&](std::size_t neighbourhood) {
    ListWriter(families, candidates, utility, filed).write(neighbourhood);
  });
  return filed;
}

}  // namespace homeroom::choice
