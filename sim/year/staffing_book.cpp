#include "sim/year/staffing_book.hpp"

#include "sim/core/arithmetic.hpp"
#include "sim/core/parallel.hpp"

namespace homeroom::staffing {
namespace {

void throw_block(const Book& book, Die die, std::size_t first, std::size_t past, FourWords& words) {
  std::uint32_t* lanes[4];
  for (std::size_t l = 0; l < 4; ++l) lanes[l] = words.lane[l].data() + first;
  book.dice.block(die, book.year, book.person_low.data() + first, book.person_high.data() + first,
                  0, static_cast<int>(past - first), lanes);
}

}  // namespace

Book::Book(const World& world_, const Law& law_, const StaffingParameters& nature_,
           const Dice& dice_)
    : world(world_),
      law(law_),
      nature(nature_),
      dice(dice_),
      year(world_.year),
      workplace(world_.schools.size()),
      teachers(world_.teachers),
      why(world_.teachers.size(), Departure::None),
      person_low(world_.teachers.size()),
      person_high(world_.teachers.size()),
      worth_of(world_.teachers.size()),
      seen_mean(world_.teachers.size(), 0.0f) {
  for (FourWords* words : {&yearly, &second}) {
    for (auto& lane : words->lane) lane.resize(teachers.size());
  }
  for_short_slices(teachers.size(), [&](std::size_t first, std::size_t past) {
    for (std::size_t row = first; row < past; ++row) {
      person_low[row] = static_cast<std::uint32_t>(teachers.person[row]);
      person_high[row] = static_cast<std::uint32_t>(teachers.person[row] >> 32);
      worth_of[row] =
          worth(teachers.effect[kMath][row], teachers.effect[kEla][row], teachers.post[row]);
    }
    throw_block(*this, Die::StaffExit, first, past, yearly);
    throw_block(*this, Die::StaffRemoval, first, past, second);
  });
}

double Book::worth(double mathematics, double ela, Post kind) const {
  const double as_mathematics = ela * nature.effect_sd / nature.effect_sd_ela;
  if (kind == Post::Mathematics) return mathematics;
  return kind == Post::Ela ? as_mathematics : 0.5 * (mathematics + as_mathematics);
}

bool Book::seen_poor(std::size_t row) const {
  return seen_mean[row] < nature.effect_mean - nature.dismiss_below * nature.effect_sd;
}

void Book::leave(std::size_t row, TeacherPlace to, Departure reason) {
  why[row] = reason;
  teachers.place[row] = to;
  teachers.below_years[row] = 0;
  teachers.bonus_years[row] = 0;
  teachers.years_here[row] = 0;
  teachers.pool_years[row] = 0;
  teachers.may_return[row] = to == TeacherPlace::Pool && reason == Departure::Excess;
}

}  // namespace homeroom::staffing
