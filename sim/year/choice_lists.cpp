#include "sim/year/choice_lists.hpp"

#include <array>
#include <limits>
#include <span>

#include "sim/core/parallel.hpp"
#include "sim/mechanism/discrete_choice.hpp"

namespace homeroom::choice {
namespace {

constexpr float kNothing = -std::numeric_limits<float>::infinity();
/// Longest list that a law may allow (see ChoiceLaw).
constexpr std::size_t kLongestList = 20;

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
        cell_utility_(utility),
        filed_(filed) {}

  void write(std::size_t neighbourhood);

 private:
  void think_of_fallbacks(std::size_t neighbourhood);
  void write_family(std::size_t family);
  void write_best(Lists& lists, std::size_t family, std::size_t first, std::size_t past,
                  float floor, float bonus);

  const Families& families_;
  const Candidates& candidates_;
  const Utility& utility_;
  CellUtility cell_utility_;
  Filed& filed_;
};

void ListWriter::write(std::size_t neighbourhood) {
  think_of_fallbacks(neighbourhood);
  for (int grade = 0; grade < kGrades; ++grade) {
    const std::size_t cell = home_cell(neighbourhood, grade);
    if (families_.first[cell] == families_.first[cell + 1]) continue;
    cell_utility_.face(candidates_, neighbourhood, grade);
    for (std::size_t f = families_.first[cell]; f < families_.first[cell + 1]; ++f) {
      write_family(f);
    }
  }
}

/// A child without a seat whose family files the district's list lists whatever it likes best;
/// others ask only for what beats what they have: their own seat, or a seat in the zoned school.
void ListWriter::think_of_fallbacks(std::size_t neighbourhood) {
  const std::size_t first = families_.first[home_cell(neighbourhood, 0)];
  const std::size_t past = families_.first[home_cell(neighbourhood + 1, 0)];
  OneSchoolEach fallback(families_, utility_);
  for (std::size_t f = first; f < past; ++f) {
    filed_.fallback[f] = kNothing;
    const bool open_minded = families_.has(f, wish::kDistrict) && families_.has(f, wish::kSeatless);
    if (open_minded || !families_.has(f, wish::kFiles)) continue;
    if (families_.own[f] != kNoSchool) {
      fallback.add(f, families_.own[f]);
      continue;
    }
    const SchoolId zoned = utility_.zoned(neighbourhood, families_.grade[f]);
    if (!zoned || utility_.seen().seats[cell_of(zoned.row(), families_.grade[f])] == 0) continue;
    fallback.add(f, zoned.row());
  }
  fallback.for_each_utility([&](std::size_t f, float utility) {
    const bool own = families_.own[f] != kNoSchool;
    filed_.fallback[f] = own ? utility + utility_.incumbent_bonus() : utility;
  });
}

void ListWriter::write_family(std::size_t family) {
  if (!families_.has(family, wish::kFiles)) return;
  const bool district = families_.has(family, wish::kDistrict);
  const bool exam = families_.has(family, wish::kExam);
  const Weights weight = utility_.weights(families_, family);
  if (district) cell_utility_.value(families_, family, weight, Part::District);
  if (exam) cell_utility_.value(families_, family, weight, Part::Examination);
  if (district || exam) {
    write_best(filed_.district, family,
               cell_utility_.first(district ? Part::District : Part::Examination),
               cell_utility_.past(exam ? Part::Examination : Part::District),
               filed_.fallback[family], 0.0f);
  }
  if (!families_.has(family, wish::kLottery)) return;
  // A child that is content with its school leaves it for an entry grade only.
  const bool anywhere = district || families_.has(family, wish::kSeatless);
  cell_utility_.value(families_, family, weight, Part::Lottery);
  if (anywhere) cell_utility_.value(families_, family, weight, Part::Backfill);
  write_best(filed_.lottery, family, cell_utility_.first(Part::Lottery),
             cell_utility_.past(anywhere ? Part::Backfill : Part::Lottery), filed_.fallback[family],
             utility_.applicant_taste());
}

/// The best of candidates [first, past) that beat `floor`, each worth `bonus` more than it seems. A
/// seat already held is not among them: as a fallback it is worth at least as much as it is as a
/// candidate.
void ListWriter::write_best(Lists& lists, std::size_t family, std::size_t first, std::size_t past,
                            float floor, float bonus) {
  const std::span utility(cell_utility_.utility() + first, past - first);
  std::array<std::uint32_t, kLongestList> best;
  const std::size_t found =
      mechanism::top_choices_above(utility, floor - bonus, std::span(best).first(lists.length));
  for (std::size_t place = 0; place < found; ++place) {
    const std::size_t at = lists.at(family, place);
    lists.school[at] = cell_utility_.school(first + best[place]);
    lists.utility[at] = utility[best[place]] + bonus;
  }
  lists.count[family] = static_cast<std::uint8_t>(found);
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
                 const Candidates& candidates, const Utility& utility) {
  Filed filed;
  filed.district.resize(families.size(), ranks_of(law.choice.list_length, world.year));
  filed.lottery.resize(families.size(), ranks_of(law.choice.lottery_applications, world.year));
  filed.fallback.resize(families.size());
  for_each_index(world.places.x.size(), [&](std::size_t neighbourhood) {
    ListWriter(families, candidates, utility, filed).write(neighbourhood);
  });
  return filed;
}

}  // namespace homeroom::choice
