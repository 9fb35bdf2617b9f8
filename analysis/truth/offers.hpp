// What an offer was worth, child by child: one life of the city in which it was made, and another
// over the same dice in which it was withheld.
//
//   Everybody else is there in both lives; the seat goes to the next in line. What is told is the
//   mean over the children whose offers were withheld, with less without:
//   - `level`: true achievement after n years. It holds the luck of the years, which the two lives
//     do not share where classes differ;
//   - `taught`: the part of it that schools have added, without that luck (see truth_children);
//   - `attended`: years at a school whose offer was withheld, that of the application the first;
//   - `per_year`: the effect on those who attend because of the offer, by year attended: the ratio
//     of the two means, as a lottery's instrumental variable has it (Angrist, Imbens and Rubin
//     1996, Journal of the American Statistical Association 91).
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "analysis/truth/paired.hpp"
#include "sim/records/table.hpp"
#include "sim/vocabulary/offers.hpp"

namespace homeroom::truth {

/// Mathematics, ELA.
template <class Value>
using BySubject = std::array<Value, 2>;

/// Where every child of one life was, and what it could, year by year.
class LifeOfChildren {
 public:
  struct Year {
    int year = 0;
    std::vector<std::int16_t> arrived;  ///< by seat
    std::vector<std::uint8_t> grade;
    std::vector<std::uint16_t> school;
    BySubject<std::vector<float>> level, taught;
  };
  /// The next year, from truth_children.
  void add(int year, const Batch& children);
  const std::vector<Year>& years() const { return years_; }

 private:
  std::vector<Year> years_;
};

/// One replicate, n years after the application.
struct OfferYear {
  int children = 0;   ///< whose offers were withheld, and who are in the city in both lives
  int elsewhere = 0;  ///< of these, who attend another school in the second life
  double attended = 0;
  BySubject<double> level{}, taught{};
  /// As `taught`, of everybody else in the city since the application, in the same grades: what
  /// others felt of it.
  BySubject<double> others{};
};

/// How children and years are counted.
struct OfferCount {
  /// By offer, how much its child counts in the means (by its first one); none: all the same. A
  /// lottery's estimate counts a child at risk by p (1 - p), p its chance of an offer: that is 1 -
  /// p among those who have one.
  std::vector<double> weights = {};
  /// Schools in which a year counts as attended; none: those whose offer the child lost.
  std::vector<SchoolId> schools = {};
};

/// From the year of the application on. `without` is the life in which `offers` (by seat) were
/// withheld. Means of nobody are NaN. Throws std::logic_error where the lives have other years or
/// children.
std::vector<OfferYear> worth_of_offers(const LifeOfChildren& with, const LifeOfChildren& without,
                                       const std::vector<Offer>& offers, int year,
                                       const OfferCount& count = {});

/// Over replicates, each of which counts the same.
struct OfferEffect {
  int years_after = 0;                 ///< 0: the year of the application itself
  double children = 0, elsewhere = 0;  ///< mean of a replicate
  MeanWithError attended;
  BySubject<MeanWithError> level, taught, others;
  BySubject<MeanWithError> level_per_year, taught_per_year;
};

/// Replicates without any child whose offers were withheld are left out.
std::vector<OfferEffect> effect_of_offers(const std::vector<std::vector<OfferYear>>& replicates);

}  // namespace homeroom::truth
