#include "sim/year/choice_record.hpp"

#include <algorithm>

namespace homeroom::choice {
namespace {

/// Gathers the cutoffs of one market while its applications pass by.
class Cutoffs {
 public:
  Cutoffs(std::uint8_t market, const std::vector<int>& seats) : cells_(seats.size()) {
    for (std::size_t cell = 0; cell < seats.size(); ++cell) {
      Cutoff& cutoff = cells_[cell];
      cutoff.market = market;
      cutoff.school = SchoolId{cell / kGrades};
      cutoff.grade = static_cast<std::uint8_t>(cell % kGrades);
      cutoff.seats = std::max(0, seats[cell]);
    }
  }

  void add(const Application& application, int grade) {
    Cutoff& cutoff = cells_[cell_of(application.school.row(), grade)];
    ++cutoff.applicants;
    if (application.offered == 0) return;
    ++cutoff.offers;
    cutoff.lottery = std::max(cutoff.lottery, application.lottery);
  }

  void write(std::vector<Cutoff>& out) {
    for (Cutoff& cutoff : cells_) {
      if (cutoff.applicants == 0) continue;
      if (cutoff.offers == cutoff.applicants) cutoff.lottery = 1.0f;
      out.push_back(cutoff);
    }
  }

 private:
  std::vector<Cutoff> cells_;
};

/// Neighbourhood after neighbourhood: the order of the table of applications.
std::vector<std::uint32_t> by_neighbourhood(const Families& families) {
  std::vector<std::uint32_t> order;
  order.reserve(families.size());
  for (std::size_t home = 0; home < families.neighbourhoods; ++home) {
    for (int grade = 0; grade < kGrades; ++grade) {
      const FamilyRange here = families.in_cell(home, grade);
      for (std::uint32_t f = here.first; f < here.past; ++f) order.push_back(f);
    }
  }
  return order;
}

template <class Priority>
void record_market(std::uint8_t market, const Families& families,
                   const std::vector<std::uint32_t>& order, const Lists& lists,
                   const Seating& seating, const std::vector<int>& seats, Priority&& priority,
                   ChoiceOutcome& outcome) {
  Cutoffs cutoffs(market, seats);
  for (const std::uint32_t f : order) {
    for (std::size_t place = 0; place < lists.count[f]; ++place) {
      const std::size_t at = lists.at(f, place);
      const SchoolId school{lists.school[at]};
      const std::uint64_t key = priority(f, school.row());
      const Application application{families.row[f],
                                    families.generation[f],
                                    market,
                                    static_cast<std::uint8_t>(place + 1),
                                    school,
                                    key,
                                    Priorities::draw_of(key),
                                    lists.offered[at],
                                    seating.school[f] == lists.school[at]};
      cutoffs.add(application, families.grade[f]);
      outcome.applications.push_back(application);
    }
  }
  cutoffs.write(outcome.cutoffs);
}

}  // namespace

void record_applications(const Law& law, int year, const Families& families, const Filed& filed,
                         const Seating& seating, const Priorities& priorities,
                         const OnOffer& on_offer, ChoiceOutcome& outcome) {
  const bool zone = law.choice.zone_priority.in(year) > 0.0;
  const std::vector<std::uint32_t> order = by_neighbourhood(families);
  record_market(
      kDistrictMarket, families, order, filed.district, seating, on_offer.district,
      [&](std::size_t f, std::size_t school) { return priorities.district(f, school, zone); },
      outcome);
  record_market(
      kSeparateMarket, families, order, filed.lottery, seating, on_offer.separate,
      [&](std::size_t f, std::size_t school) { return priorities.lottery(f, school); }, outcome);
}

}  // namespace homeroom::choice
