#include "sim/year/choice.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "sim/core/parallel.hpp"
#include "sim/year/choice_district.hpp"
#include "sim/year/choice_founding.hpp"
#include "sim/year/choice_leftovers.hpp"
#include "sim/year/choice_lotteries.hpp"
#include "sim/year/choice_record.hpp"
#include "sim/year/choice_rounds.hpp"
#include "sim/year/choice_seats_taken.hpp"
#include "sim/year/choice_special.hpp"
#include "sim/year/choice_special_schools.hpp"
#include "sim/year/choice_withheld.hpp"

namespace homeroom {
namespace choice {
namespace {

/// How offers of the two rounds are marked, see Application::offered.
constexpr std::uint8_t kFirstOffer = 2, kSecondOffer = 1;

/// Calls `in_grade(grade)` for every grade: markets of their own, so they may run side by side.
template <class InGrade>
void for_each_grade(InGrade&& in_grade) {
  for_each_index(kGrades, [&](std::size_t grade) { in_grade(static_cast<int>(grade)); });
}

/// Everything that the rounds share; built once, in this order.
class Round {
 public:
  Round(const World& world, const Law& law, const ChoiceParameters& nature, const Dice& dice,
        const Zones& zones, SchoolsSeen&& seen, bool founding)
      : world_(world),
        law_(law),
        nature_(nature),
        dice_(dice),
        zones_(zones),
        founding_(founding),
        seen_(std::move(seen)),
        families_(find_families(world, law, nature, dice, seen_, founding)),
        candidates_(find_candidates(world, nature, zones, seen_, families_, founding)),
        utility_(world, law, nature, dice, zones, seen_, families_.holders, founding),
        filed_(file_lists(world, law, families_, candidates_, utility_, founding)),
        priorities_(world, law, nature, dice, zones, seen_, families_),
        special_(seen_, utility_),
        seating_(seen_, families_) {}

  void run(ChoiceOutcome& outcome);

 private:
  void prepare_records();
  void district(int grade, const GradeAskers& askers, std::uint8_t offer);
  LotteryCounts lotteries(int grade, const Entrants& entrants);
  PerGrade<LotteryCounts> first_rounds();
  void lotteries_for_all();
  /// Children placed beyond seats.
  int second_rounds();
  std::vector<std::uint32_t> lottery_seats_now(int grade) const;

  const World& world_;
  const Law& law_;
  const ChoiceParameters& nature_;
  const Dice& dice_;
  const Zones& zones_;
  const bool founding_;
  SchoolsSeen seen_;
  Families families_;
  Candidates candidates_;
  Utility utility_;
  Filed filed_;
  Priorities priorities_;
  SpecialPlacement special_;
  Seating seating_;
  OnOffer on_offer_;         ///< empty where applications are not kept
  PerGrade<Askers> askers_;  ///< of the district's first round
};

void Round::prepare_records() {
  filed_.district.keep_offers();
  filed_.lottery.keep_offers();
  on_offer_.separate.assign(seen_.seats.size(), 0);
  on_offer_.district = seating_.left;
}

void Round::district(int grade, const GradeAskers& askers, std::uint8_t offer) {
  if (askers.size() == 0) return;
  const DistrictMarket market(law_, world_.year, grade, askers, seating_, priorities_);
  seat_winners(askers, match(law_, market), market.halves(), grade, filed_, seating_, offer);
}

std::vector<std::uint32_t> Round::lottery_seats_now(int grade) const {
  std::vector<std::uint32_t> seats(seen_.gate.size(), 0);
  for (std::size_t s = 0; s < seats.size(); ++s) {
    if (seen_.gate[s] != Gate::Lottery) continue;
    seats[s] = static_cast<std::uint32_t>(
        lottery_seats_of(world_, nature_, s, grade, seating_.left[cell_of(s, grade)], founding_));
  }
  return seats;
}

LotteryCounts Round::lotteries(int grade, const Entrants& entrants) {
  if (entrants.all().empty() && !world_.keep.applications) return {};
  std::vector<std::uint32_t> seats = lottery_seats_now(grade);
  if (world_.keep.applications) {
    for (std::size_t s = 0; s < seats.size(); ++s) {
      on_offer_.separate[cell_of(s, grade)] = static_cast<int>(seats[s]);
    }
  }
  return draw_lotteries(law_, world_.year, grade, entrants, filed_.lottery, filed_, seating_,
                        priorities_, std::move(seats));
}

PerGrade<LotteryCounts> Round::first_rounds() {
  PerGrade<LotteryCounts> counts;
  for_each_grade([&](int grade) {
    const auto here = static_cast<std::size_t>(grade);
    askers_[here] = Askers(families_, grade, filed_.district, seating_, priorities_);
    district(grade, askers_[here].askers(), kFirstOffer);
    counts[here] = lotteries(grade, Entrants(families_, grade, filed_.lottery));
  });
  return counts;
}

/// Children who did not enter a lottery are asked once more; those who did keep what they got, and
/// so do children of examination schools and of special ones.
void Round::lotteries_for_all() {
  Buffer<std::uint8_t> wishes = everyone_enters(families_);
  std::swap(families_.wish, wishes);
  Filed filed = file_lists(world_, law_, families_, candidates_, utility_, founding_);
  std::swap(families_.wish, wishes);
  for (std::size_t f = 0; f < families_.size(); ++f) {
    if (!seating_.seated(f)) continue;
    const Gate gate = seen_.gate[seating_.school[f]];
    if (gate == Gate::Examination || gate == Gate::Placement) filed.lottery.count[f] = 0;
  }
  for_each_grade([&](int grade) {
    const Entrants entrants(families_, grade, filed.lottery);
    draw_lotteries(law_, world_.year, grade, entrants, filed.lottery, filed_, seating_, priorities_,
                   lottery_seats_now(grade));
  });
}

int Round::second_rounds() {
  PerGrade<int> over{};
  for_each_grade([&](int grade) {
    const AskersAgain again(askers_[static_cast<std::size_t>(grade)].askers(), grade, seating_);
    district(grade, again.askers(), kSecondOffer);
    special_.place(grade, families_, priorities_, seating_);
    over[static_cast<std::size_t>(grade)] =
        place_leftovers(world_, grade, zones_, seen_, families_, priorities_,
                        law_.choice.backfill.in(world_.year), dice_, seating_);
  });
  return std::accumulate(over.begin(), over.end(), 0);
}

void Round::run(ChoiceOutcome& outcome) {
  for_each_grade([&](int grade) {
    place_in_special_schools(utility_, grade, families_, priorities_, filed_, seating_);
  });
  if (founding_) {
    seat_by_examination(candidates_, families_, priorities_, filed_, seating_);
  }
  refuse_withheld(world_, families_, filed_);
  if (world_.keep.applications) prepare_records();
  for (const LotteryCounts& of : first_rounds()) {
    outcome.separate_applicants += of.applicants;
    outcome.separate_offers += of.offers;
    outcome.separate_enrolled += of.enrolled;
  }
  if (founding_) lotteries_for_all();
  outcome.unassigned = second_rounds();
  count_lists(families_, filed_, seating_, outcome);
  write_seats(world_.students, families_, seating_, outcome);
  refer_to_special_schools(utility_, seating_, outcome);
  if (world_.keep.applications) {
    record_applications(law_, world_.year, families_, filed_, seating_, priorities_, on_offer_,
                        outcome);
  }
}

}  // namespace

ChoiceOutcome assign(const World& world, const Law& law, const ChoiceParameters& nature,
                     const Dice& dice, bool founding) {
  ChoiceOutcome outcome;
  SchoolsSeen seen;
  side_by_side({[&] {
                  if (zones_are_stale(world, law)) outcome.zones = draw_zones(world, law);
                },
                [&] { seen = look_at_schools(world, law); }});
  const Zones& zones = outcome.zones ? *outcome.zones : world.places.zoned;
  Round(world, law, nature, dice, zones, std::move(seen), founding).run(outcome);
  return outcome;
}

}  // namespace choice

ChoiceOutcome decide_choice(const World& world, const Law& law, const ChoiceParameters& nature,
                            const Dice& dice) {
  return choice::assign(world, law, nature, dice, false);
}

void assign_first_year(World& world, const Law& law, const ChoiceParameters& nature,
                       const Dice& dice) {
  world.students.school.assign(world.students.size(), kNoSchool);
  world.students.rank.assign(world.students.size(), kNoRank);
  enact(world, choice::assign(world, law, nature, dice, true));
}

}  // namespace homeroom
