// Points of designs: balanced, within the open cube, the same by whatever order they are asked for.
#include <gtest/gtest.h>

#include <bit>
#include <boost/random/sobol.hpp>
#include <cstdint>
#include <memory>
#include <set>
#include <vector>

#include "analysis/sensitivity/latin_hypercube.hpp"
#include "analysis/sensitivity/morris.hpp"
#include "analysis/sensitivity/sobol_pick_freeze.hpp"
#include "analysis/sensitivity/sobol_points.hpp"
#include "sim/core/hashed.hpp"

namespace homeroom::sensitivity {
namespace {

std::vector<double> point_of(const Sampler& sampler, std::uint64_t i) {
  std::vector<double> unit(static_cast<std::size_t>(sampler.factors()));
  sampler.point(i, unit.data());
  return unit;
}

std::vector<double> column(const Sampler& sampler, int factor) {
  std::vector<double> found;
  for (std::uint64_t i = 0; i < sampler.points(); ++i) {
    found.push_back(point_of(sampler, i)[static_cast<std::size_t>(factor)]);
  }
  return found;
}

/// How many places fall into each of `cells` equal parts of the unit interval.
std::vector<int> counts(const std::vector<double>& places, int cells) {
  std::vector<int> found(static_cast<std::size_t>(cells));
  for (const double u : places) ++found[static_cast<std::size_t>(u * cells)];
  return found;
}

std::uint64_t bits_of(const Sampler& sampler) {
  std::uint64_t bits = 0;
  for (std::uint64_t i = 0; i < sampler.points(); ++i) {
    for (const double u : point_of(sampler, i))
      bits = hashed(bits, std::bit_cast<std::uint64_t>(u));
  }
  return bits;
}

std::vector<std::unique_ptr<Sampler>> all_designs() {
  std::vector<std::unique_ptr<Sampler>> designs;
  designs.push_back(std::make_unique<LatinHypercube>(100, 5, 11));
  designs.push_back(std::make_unique<SobolPoints>(128, 5, 11));
  designs.push_back(std::make_unique<SobolPickFreeze>(16, 5, 11));
  designs.push_back(std::make_unique<Morris>(20, 5, 4, 11));
  return designs;
}

TEST(LatinHypercube, HasOnePointInEveryCell) {
  for (const int points : {2, 3, 37, 1000}) {
    const LatinHypercube design(static_cast<std::uint64_t>(points), 7, 5);
    for (int f = 0; f < 7; ++f) {
      EXPECT_EQ(counts(column(design, f), points),
                std::vector<int>(static_cast<std::size_t>(points), 1));
    }
  }
}

// The correlation of two factors has mean 0 and standard deviation 1/sqrt(99) over designs of 100
// points; the mean of 400 stays within 0.025 with a probability above 0.99999.
TEST(LatinHypercube, PairsFactorsAtRandom) {
  double together = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    const LatinHypercube design(100, 2, seed);
    for (std::uint64_t i = 0; i < 100; ++i) {
      const std::vector<double> unit = point_of(design, i);
      together += (unit[0] - 0.5) * (unit[1] - 0.5) / (100.0 / 12.0);
    }
  }
  EXPECT_NEAR(together / 400.0, 0.0, 0.025);
}

TEST(LatinHypercube, LiesAnywhereInItsCells) {
  const LatinHypercube design(1000, 1, 3);
  std::vector<int> tenths(10);
  for (std::uint64_t i = 0; i < 1000; ++i) {
    const double place = point_of(design, i)[0] * 1000.0;
    ++tenths[static_cast<std::size_t>((place - static_cast<int>(place)) * 10.0)];
  }
  for (const int count : tenths) EXPECT_NEAR(count, 100, 45);  // 4.7 standard deviations
}

TEST(SobolPoints, AreBalancedOverEachFactor) {
  const SobolPoints design(1024, 60, 3);
  for (int f = 0; f < 60; ++f) {
    const std::vector<double> places = column(design, f);
    for (int cells = 1; cells <= 1024; cells *= 2) {
      EXPECT_EQ(counts(places, cells),
                std::vector<int>(static_cast<std::size_t>(cells), 1024 / cells))
          << "factor " << f;
    }
  }
}

// The first two dimensions are a (0, m, 2)-net: every box of 2^-m that halvings can make has one.
TEST(SobolPoints, HaveOneInEveryBoxOfTheFirstTwoFactors) {
  for (std::uint64_t seed = 0; seed < 5; ++seed) {
    const SobolPoints design(256, 2, seed);
    for (int wide = 1; wide <= 256; wide *= 2) {
      const int high = 256 / wide;
      std::vector<int> found(256);
      for (std::uint64_t i = 0; i < 256; ++i) {
        const std::vector<double> unit = point_of(design, i);
        ++found[static_cast<std::size_t>(static_cast<int>(unit[0] * wide) * high +
                                         static_cast<int>(unit[1] * high))];
      }
      EXPECT_EQ(found, std::vector<int>(256, 1));
    }
  }
}

/// Digits that two numbers begin with alike.
int alike(double a, double b) {
  int digits = 0;
  while (digits < 32 && static_cast<std::uint64_t>(a * 2) == static_cast<std::uint64_t>(b * 2)) {
    a = a * 2 - static_cast<int>(a * 2);
    b = b * 2 - static_cast<int>(b * 2);
    ++digits;
  }
  return digits;
}

// Owen's scrambling keeps how many digits two points share, and nothing else. The library's own
// engine tells them without scrambling, in the order of Gray's code and without the first point.
TEST(SobolPoints, ShareAsManyDigitsAsUnscrambledOnes) {
  constexpr int kFactors = 40, kPoints = 128;
  boost::random::sobol_engine<std::uint32_t, 32> engine(kFactors);
  std::vector<std::vector<double>> plain(kPoints, std::vector<double>(kFactors, 0.0));
  for (unsigned n = 1; n < kPoints; ++n) {
    for (double& u : plain[n ^ (n >> 1)]) u = static_cast<double>(engine()) / 4294967296.0;
  }
  const SobolPoints design(kPoints, kFactors, 8);
  for (std::uint64_t a = 0; a < kPoints; ++a) {
    const std::vector<double> one = point_of(design, a);
    for (std::uint64_t b = 0; b < a; ++b) {
      const std::vector<double> other = point_of(design, b);
      for (std::size_t f = 0; f < kFactors; ++f) {
        ASSERT_EQ(alike(one[f], other[f]), alike(plain[a][f], plain[b][f]))
            << "points " << a << " and " << b << ", factor " << f;
      }
    }
  }
}

// Over seeds, each point is uniform: chi-squared of 15 degrees of freedom stays below 45 with a
// probability above 0.9999.
TEST(SobolPoints, AreUniformOverSeeds) {
  for (const std::uint64_t i : {0u, 1u, 77u}) {
    std::vector<int> found(16);
    for (std::uint64_t seed = 0; seed < 1600; ++seed) {
      ++found[static_cast<std::size_t>(point_of(SobolPoints(128, 3, seed), i)[2] * 16)];
    }
    double chi_squared = 0;
    for (const int count : found) chi_squared += (count - 100.0) * (count - 100.0) / 100.0;
    EXPECT_LT(chi_squared, 45.0) << "point " << i;
  }
}

TEST(SobolPickFreeze, TakesOneFactorAtATimeFromB) {
  const SobolPickFreeze design(8, 4, 2);
  EXPECT_EQ(design.points(), 8u * 6u);
  for (std::uint64_t base = 0; base < 8; ++base) {
    const std::vector<double> a = point_of(design, base * 6), b = point_of(design, base * 6 + 1);
    for (std::size_t f = 0; f < 4; ++f) {
      std::vector<double> expected = a;
      expected[f] = b[f];
      EXPECT_NE(a[f], b[f]);
      EXPECT_EQ(point_of(design, base * 6 + 2 + f), expected);
    }
  }
}

// Half the trajectories rise along a factor, from either of its two lower levels, and half fall
// from its two upper ones: each level begins 1,000 of 4,000, with a standard error of 27.
TEST(Morris, BeginsAtEveryLevelAlike) {
  const Morris design(4000, 3, 4, 7);
  for (int f = 0; f < 3; ++f) {
    std::vector<double> begins;
    for (std::uint64_t t = 0; t < 4000; ++t) {
      begins.push_back(point_of(design, t * 4)[static_cast<std::size_t>(f)]);
    }
    for (const int count : counts(begins, 4)) EXPECT_NEAR(count, 1000, 137) << "factor " << f;
  }
}

TEST(Morris, MovesEachFactorOnceByHalfItsRange) {
  const Morris design(200, 5, 6, 9);
  EXPECT_EQ(design.points(), 200u * 6u);
  for (std::uint64_t trajectory = 0; trajectory < 200; ++trajectory) {
    std::set<std::size_t> moved;
    std::vector<double> before = point_of(design, trajectory * 6);
    for (std::uint64_t step = 1; step <= 5; ++step) {
      const std::vector<double> after = point_of(design, trajectory * 6 + step);
      int changes = 0;
      for (std::size_t f = 0; f < 5; ++f) {
        if (after[f] == before[f]) continue;
        ++changes;
        moved.insert(f);
        EXPECT_NEAR(std::abs(after[f] - before[f]), 0.5, 1e-15);
      }
      EXPECT_EQ(changes, 1);
      before = after;
    }
    EXPECT_EQ(moved.size(), 5u);
  }
}

// Of 2000 trajectories: first factor to move, direction and level, each within 5 standard
// deviations.
TEST(Morris, StartsAnywhereAndTurnsAnyWay) {
  const Morris design(2000, 3, 4, 1);
  std::vector<int> first(3), levels(4);
  int up = 0;
  for (std::uint64_t trajectory = 0; trajectory < 2000; ++trajectory) {
    const std::vector<double> before = point_of(design, trajectory * 4),
                              after = point_of(design, trajectory * 4 + 1);
    for (std::size_t f = 0; f < 3; ++f) {
      first[f] += after[f] != before[f];
      up += after[f] > before[f];
    }
    ++levels[static_cast<std::size_t>(before[1] * 4)];
  }
  for (const int count : first) EXPECT_NEAR(count, 666.7, 106);
  for (const int count : levels) EXPECT_NEAR(count, 500, 97);
  EXPECT_NEAR(up, 1000, 112);
}

TEST(Samplers, StayInsideTheCube) {
  for (const auto& design : all_designs()) {
    for (std::uint64_t i = 0; i < design->points(); ++i) {
      for (const double u : point_of(*design, i)) {
        EXPECT_GT(u, 0.0) << design->identity();
        EXPECT_LT(u, 1.0) << design->identity();
      }
    }
  }
}

TEST(Samplers, StartAtOnceHoweverLarge) {
  const std::uint64_t most = std::uint64_t{1} << 32;
  std::vector<std::unique_ptr<Sampler>> designs;
  designs.push_back(std::make_unique<LatinHypercube>(most, 3, 1));
  designs.push_back(std::make_unique<SobolPoints>(most, 3, 1));
  designs.push_back(std::make_unique<SobolPickFreeze>(most, 3, 1));
  designs.push_back(std::make_unique<Morris>(most, 3, 4, 1));
  for (const auto& design : designs) {
    for (const double u : point_of(*design, design->points() - 1)) {
      EXPECT_GT(u, 0.0);
      EXPECT_LT(u, 1.0);
    }
  }
}

// The same on every machine and with every compiler; another seed is another design.
TEST(Samplers, HaveTheseBits) {
  const std::vector<std::unique_ptr<Sampler>> designs = all_designs();
  EXPECT_EQ(bits_of(*designs[0]), 557937768252382435u);
  EXPECT_EQ(bits_of(*designs[1]), 2838764181713586576u);
  EXPECT_EQ(bits_of(*designs[2]), 2816523977541251040u);
  EXPECT_EQ(bits_of(*designs[3]), 15612244211363795936u);
  EXPECT_NE(bits_of(LatinHypercube(100, 5, 12)), bits_of(*designs[0]));
  EXPECT_NE(bits_of(SobolPoints(128, 5, 12)), bits_of(*designs[1]));
  EXPECT_NE(bits_of(SobolPickFreeze(16, 5, 12)), bits_of(*designs[2]));
  EXPECT_NE(bits_of(Morris(20, 5, 4, 12)), bits_of(*designs[3]));
}

TEST(Samplers, RefuseWhatCannotBe) {
  EXPECT_THROW(LatinHypercube(1, 3, 1), DesignRefused);
  EXPECT_THROW(LatinHypercube(10, 0, 1), DesignRefused);
  EXPECT_THROW(SobolPoints(10, 4000, 1), DesignRefused);
  EXPECT_THROW(SobolPickFreeze(8, 2000, 1), DesignRefused);
  EXPECT_THROW(Morris(10, 3, 5, 1), DesignRefused);
  EXPECT_THROW(Morris(1, 3, 4, 1), DesignRefused);
  try {
    SobolPickFreeze(1000, 3, 1);
    FAIL() << "1000 is no power of two";
  } catch (const DesignRefused& refusal) {
    EXPECT_NE(std::string(refusal.what()).find("Try 512 or 1024"), std::string::npos);
  }
}

}  // namespace
}  // namespace homeroom::sensitivity
