// Offers that are withheld: nobody who loses none meets another die, the child keeps every other
// line of its list, and the seat goes on. All seeds are fixed.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "analysis/panel/table_columns.hpp"
#include "tests/laws/busy_city.hpp"
#include "tests/support/run_tables.hpp"

namespace homeroom {
namespace {

using namespace homeroom::testing;

constexpr int kApplied = 2012;  // the second of three policy years

const Scenario& city() {
  static const Scenario scenario = busy_city({"law.choice.lottery_applications=3"});
  return scenario;
}

/// Schools of every third number: of the district, and with lotteries of their own.
OffersAsked asked() {
  OffersAsked some{kApplied};
  for (std::size_t school = 0; school < 30; school += 3) some.schools.push_back(SchoolId{school});
  return some;
}

/// One life with everything written.
ReplicateRecords live(const Offers* withhold, const BurntIn* from = nullptr) {
  const std::atomic<bool> go_on{false};
  ReplicatePlan plan;
  plan.microdata = true;
  plan.keep_burnt_in = from == nullptr;
  plan.burnt_in = from;
  plan.withhold = withhold;
  plan.note_offers = asked();
  return *run_replicate(city(), plan, go_on, [] {});
}

const ReplicateRecords& base() {
  static const ReplicateRecords records = live(nullptr);
  return records;
}

/// What each line of the year's lists came to, by market, child and school.
struct Line {
  std::int64_t rank;
  std::string offer;
  double number;
};
using Lines = std::map<std::tuple<std::string, std::string, std::int64_t>, Line>;

Lines lines_of(const ReplicateRecords& records, int year) {
  const panel::TableColumns table(records.microdata->applications);
  Lines lines;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    if (table.wholes("year")[row] != year) continue;
    lines[{table.texts("market")[row], table.texts("student_id")[row],
           table.wholes("school_id")[row]}] = {table.wholes("rank")[row], table.texts("offer")[row],
                                               table.numbers("lottery_number")[row]};
  }
  return lines;
}

using ChildAndSchool = std::pair<std::string, std::int64_t>;

/// Children as tables name them.
std::set<ChildAndSchool> named(const Offers& offers) {
  std::set<ChildAndSchool> names;
  for (const Offer& offer : offers.all) {
    names.insert({fmt::format("{}_{}", offer.seat, offer.arrived),
                  static_cast<std::int64_t>(offer.school.row())});
  }
  return names;
}

TEST(WithheldLaw, NothingWithheldDiffersByNothing) {
  const Offers none = share_of(*base().offers, 0.0, city().run.seed, 1);
  EXPECT_TRUE(none.all.empty());
  EXPECT_EQ(first_difference(base(), live(&none)), "");
  const Offers another_year{2030, base().offers->all};
  EXPECT_EQ(first_difference(base(), live(&another_year)), "");
}

TEST(WithheldLaw, BeginsFromABurntInCityAsFromItsOwn) {
  const Offers& all = *base().offers;
  const ReplicateRecords without = live(&all), from_there = live(&all, &*base().burnt_in);
  const panel::TableColumns one(without.microdata->students), other(from_there.microdata->students);
  EXPECT_EQ(one.texts("student_id"), other.texts("student_id"));
  EXPECT_EQ(one.wholes("school_id"), other.wholes("school_id"));
  EXPECT_EQ(one.numbers("score_math").size(), other.numbers("score_math").size());
  EXPECT_NE(first_difference(base(), without), "");
}

TEST(WithheldLaw, NotesEveryOfferOfTheSchoolsAsked) {
  std::set<ChildAndSchool> offered;
  for (const auto& [who, line] : lines_of(base(), kApplied)) {
    const auto& [market, child, school] = who;
    if (line.offer != "never" && school % 3 == 0) offered.insert({child, school});
  }
  EXPECT_GT(offered.size(), 100u);
  EXPECT_EQ(named(*base().offers), offered);
  std::set<std::string> markets;
  for (const auto& [who, line] : lines_of(base(), kApplied)) {
    if (named(*base().offers).count({std::get<1>(who), std::get<2>(who)})) {
      markets.insert(std::get<0>(who));
    }
  }
  EXPECT_EQ(markets.size(), 2u);  // the district's and separate lotteries
}

// Lists, places on them and numbers are what they were; nobody is offered what is withheld.
TEST(WithheldLaw, RefusesTheLinesAndNothingElseOfAList) {
  const Offers some = share_of(*base().offers, 0.3, city().run.seed, 1);
  const std::set<ChildAndSchool> withheld = named(some);
  const Lines before = lines_of(base(), kApplied), after = lines_of(live(&some), kApplied);
  ASSERT_EQ(before.size(), after.size());
  std::size_t refused = 0, gone_to_others = 0;
  for (const auto& [who, line] : after) {
    const Line& was = before.at(who);
    EXPECT_EQ(line.rank, was.rank);
    EXPECT_EQ(line.number, was.number);
    if (withheld.count({std::get<1>(who), std::get<2>(who)}) > 0) {
      EXPECT_EQ(line.offer, "never") << std::get<1>(who);
      ++refused;
    } else {
      gone_to_others += line.offer != "never" && was.offer == "never";
    }
  }
  EXPECT_GE(refused, withheld.size());
  EXPECT_GT(gone_to_others, 10u);  // seats go to the next in line, or the child to its next line
}

TEST(WithheldLaw, LosesEveryLineAtAllOfTheSchools) {
  const Offers some = share_of(*base().offers, 0.3, city().run.seed, 1);
  const Offers everywhere = at_all_of(some, asked().schools);
  const std::set<ChildAndSchool> withheld = named(everywhere);
  EXPECT_GT(withheld.size(), named(some).size());
  std::size_t lines = 0;
  for (const auto& [who, line] : lines_of(live(&everywhere), kApplied)) {
    if (withheld.count({std::get<1>(who), std::get<2>(who)}) == 0) continue;
    EXPECT_EQ(line.offer, "never") << std::get<1>(who);
    ++lines;
  }
  EXPECT_GT(lines, named(some).size());  // some of them had listed more than one
}

TEST(WithheldLaw, ChangesNothingBeforeItsYear) {
  const ReplicateRecords without = live(&*base().offers);
  const Lines before = lines_of(base(), kApplied - 1), after = lines_of(without, kApplied - 1);
  ASSERT_EQ(before.size(), after.size());
  for (const auto& [who, line] : after) EXPECT_EQ(line.offer, before.at(who).offer);
  // Of the next year only some lines are other ones: children apply from where they are.
  EXPECT_GT(lines_of(without, kApplied + 1).size(), before.size() / 2);
}

TEST(WithheldLaw, ALargerShareHoldsASmallerOne) {
  const Offers& all = *base().offers;
  const auto share = [&](double of) { return named(share_of(all, of, city().run.seed, 1)); };
  const auto small = share(0.1), large = share(0.4);
  EXPECT_TRUE(std::includes(large.begin(), large.end(), small.begin(), small.end()));
  EXPECT_EQ(share(1.0), named(all));
  EXPECT_NE(named(share_of(all, 0.4, city().run.seed, 2)), large);
  const double children = static_cast<double>(named(all).size());
  EXPECT_NEAR(static_cast<double>(large.size()) / children, 0.4, 4 * std::sqrt(0.24 / children));
}

}  // namespace
}  // namespace homeroom
