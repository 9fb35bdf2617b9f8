// The dice are the published generator, word for word.
#include <Random123/threefry.h>
#include <gtest/gtest.h>

#include <set>
#include <vector>

#include "sim/chance/draw.hpp"

namespace homeroom {
namespace {

std::array<std::uint32_t, 4> published(std::array<std::uint32_t, 4> key,
                                       std::array<std::uint32_t, 4> counter) {
  const threefry4x32_ctr_t at = {{counter[0], counter[1], counter[2], counter[3]}};
  const threefry4x32_key_t under = {{key[0], key[1], key[2], key[3]}};
  const threefry4x32_ctr_t out = threefry4x32_R(13, at, under);
  return {out.v[0], out.v[1], out.v[2], out.v[3]};
}

// Known answers of Random123 1.14 (kat_vectors, threefry4x32 13): key and counter all zero.
TEST(Engine, AnswersTheKnownVectors) {
  const Dice zero(0, 0);
  EXPECT_EQ(zero.word(Die{0}, 0, 0, 0), 0x531c7e4fu);
  EXPECT_EQ(zero.word(Die{1}, 0, 0, 0), 0x39491ee5u);
  EXPECT_EQ(zero.word(Die{2}, 0, 0, 0), 0x2c855a92u);
  EXPECT_EQ(zero.word(Die{3}, 0, 0, 0), 0x3d6abf9au);
}

TEST(Engine, PutsEveryCoordinateInAWordOfItsOwn) {
  const Dice dice(0x1122334455667788ull, 9);
  const auto expected = published({0x55667788u, 0x11223344u, 9u, 70u}, {5u, 6u, 2016u, 7u});
  for (std::uint32_t lane = 0; lane < 4; ++lane) {
    EXPECT_EQ(dice.word(Die{280 + lane}, 2016, who_of(5, 6), 7), expected[lane]);
  }
}

TEST(Engine, BlocksEqualSingleDrawsWordForWord) {
  const Dice dice(20180901, 3);
  constexpr int kCount = 1000;
  std::vector<std::uint32_t> low(kCount), high(kCount), words(4 * kCount);
  for (int i = 0; i < kCount; ++i) {
    low[i] = static_cast<std::uint32_t>(i * 7919);
    high[i] = static_cast<std::uint32_t>(2000 + i % 13);
  }
  std::uint32_t* const lanes[4] = {&words[0], &words[kCount], &words[2 * kCount],
                                   &words[3 * kCount]};
  dice.block(Die::YearShockMath, 2015, low.data(), high.data(), 4, kCount, lanes);
  for (int i = 0; i < kCount; ++i) {
    for (std::uint32_t lane = 0; lane < 4; ++lane) {
      ASSERT_EQ(lanes[lane][i], dice.word(Die{280 + lane}, 2015, who_of(low[i], high[i]), 4));
    }
  }
}

TEST(Engine, BlocksOfEachEqualSingleDrawsWordForWord) {
  const Dice dice(20180901, 4);
  constexpr std::size_t kWide = Dice::kSideBySide;
  constexpr std::size_t kCount = 5;  // odd: the last block has no other to be thrown with
  std::vector<std::uint32_t> low(kWide), high(kWide), alternatives(kCount * kWide);
  for (std::uint32_t i = 0; i < kWide; ++i) {
    low[i] = i * 7919;
    high[i] = 2000 + i % 13;
  }
  for (std::uint32_t i = 0; i < alternatives.size(); ++i) alternatives[i] = i * i;
  std::vector<std::uint32_t> words(4 * kCount * kWide);
  dice.blocks_of_each(Die::MidYearTarget, 2015, low.data(), high.data(), alternatives.data(),
                      kCount, words.data());
  for (std::size_t k = 0; k < kCount; ++k) {
    for (std::uint32_t lane = 0; lane < 4; ++lane) {
      for (std::size_t i = 0; i < kWide; ++i) {
        ASSERT_EQ(
            words[(4 * k + lane) * kWide + i],
            dice.word(Die{416 + lane}, 2015, who_of(low[i], high[i]), alternatives[k * kWide + i]));
      }
    }
  }
}

// Units of a vector's width go several at a time, then two, then one, and the last may not be full:
// every number of individuals is another way through the loops.
TEST(Engine, AnyNumberOfIndividualsGetsTheWordsOfEachAndNoMore) {
  const Dice dice(20180901, 5);
  constexpr std::uint32_t kMost = 4 * Dice::kSideBySide + 7, kUntouched = 0xabcdef01u;
  std::vector<std::uint32_t> low(kMost), high(kMost), alternatives(kMost);
  std::vector<std::int16_t> arrived(kMost);
  for (std::uint32_t i = 0; i < kMost; ++i) {
    low[i] = 100 + i;
    arrived[i] = static_cast<std::int16_t>(i % 3 == 0 ? -5 : 2000 + i);
    high[i] = static_cast<std::uint32_t>(std::int32_t{arrived[i]});
    alternatives[i] = i * i;
  }
  for (std::uint32_t count = 0; count <= kMost; ++count) {
    for (const int kind : {0, 1, 2}) {
      std::vector<std::uint32_t> words(4 * (kMost + 1), kUntouched);
      std::uint32_t* const lanes[4] = {&words[0], &words[kMost + 1], &words[2 * (kMost + 1)],
                                       &words[3 * (kMost + 1)]};
      const int all = static_cast<int>(count);
      if (kind == 0) dice.block(Die::YearShockMath, 2015, low.data(), high.data(), 4, all, lanes);
      if (kind == 1) dice.block_of_rows(Die::YearShockMath, 2015, 100, arrived.data(), all, lanes);
      if (kind == 2) {
        dice.block_of_each(Die::YearShockMath, 2015, low.data(), high.data(), alternatives.data(),
                           all, lanes);
      }
      for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t alternative = kind == 0 ? 4 : kind == 1 ? 0 : alternatives[i];
        for (std::uint32_t lane = 0; lane < 4; ++lane) {
          ASSERT_EQ(lanes[lane][i],
                    dice.word(Die{280 + lane}, 2015, who_of(low[i], high[i]), alternative))
              << kind << " " << i << " of " << count;
        }
      }
      for (const std::uint32_t* lane : lanes) ASSERT_EQ(lane[count], kUntouched) << kind;
    }
  }
}

TEST(Engine, BlocksOfAlternativesEqualSingleDrawsWordForWord) {
  const Dice dice(20180901, 6);
  constexpr std::size_t kWide = Dice::kSideBySide;
  std::vector<std::uint32_t> low(kWide), high(kWide), alternatives;
  for (std::uint32_t i = 0; i < kWide; ++i) {
    low[i] = i * 7919;
    high[i] = 2000 + i % 13;
  }
  for (std::size_t count = 0; count < 10; ++count, alternatives.push_back(count * 31)) {
    std::vector<std::uint32_t> words(4 * kWide * count);
    dice.blocks(Die::MidYearTarget, 2015, low.data(), high.data(), alternatives.data(),
                static_cast<int>(count), words.data());
    for (std::size_t k = 0; k < count; ++k) {
      for (std::uint32_t lane = 0; lane < 4; ++lane) {
        for (std::size_t i = 0; i < kWide; ++i) {
          ASSERT_EQ(words[(4 * k + lane) * kWide + i],
                    dice.word(Die{416 + lane}, 2015, who_of(low[i], high[i]), alternatives[k]));
        }
      }
    }
  }
}

TEST(Engine, AlternativesEqualSingleDraws) {
  const Dice dice(1, 1);
  std::vector<std::uint32_t> alternatives, words(50);
  for (std::uint32_t a = 0; a < 50; ++a) alternatives.push_back(a * a);
  dice.alternatives(Die::Lottery, 2012, 77, alternatives.data(), 50, words.data());
  for (std::size_t i = 0; i < 50; ++i) {
    EXPECT_EQ(words[i], dice.word(Die::Lottery, 2012, 77, alternatives[i]));
  }
}

TEST(Engine, StreamsMeetNoSingleDrawAndNoOtherStream) {
  const Dice dice(5, 2);
  std::set<std::uint32_t> seen;
  std::size_t drawn = 0;
  for (std::uint64_t who = 0; who < 20; ++who) {
    Engine engine = dice.engine(Die::SchoolFounder, 2011, who);
    for (int i = 0; i < 50; ++i, ++drawn) seen.insert(engine());
    seen.insert(dice.word(Die::SchoolFounder, 2011, who));
    ++drawn;
    Engine other = dice.engine(Die::ApplySchool, 2011, who);
    for (int i = 0; i < 50; ++i, ++drawn) seen.insert(other());
  }
  // 2,020 words of 32 bits: a pair meets by chance once in 2,000 runs; this seed has none.
  EXPECT_EQ(seen.size(), drawn);
}

}  // namespace
}  // namespace homeroom
