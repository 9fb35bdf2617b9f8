// Looking something up by ordinary words.
#include "sim/core/words.hpp"

#include <gtest/gtest.h>

namespace homeroom {
namespace {

using Words = std::vector<std::string>;

TEST(Words, AreSmallAndSplitAtWhateverIsNoLetter) {
  EXPECT_EQ(words_in("law.staffing.class_size [K-5]"),
            (Words{"law", "staffing", "class", "size", "k", "5"}));
  EXPECT_EQ(words_in("..."), Words{});
}

TEST(Words, MentionsWantsEveryWordAtABeginning) {
  const std::string text = "children in a section of grades K-5: class_size";
  EXPECT_TRUE(mentions(text, {"class", "size"}));
  EXPECT_TRUE(mentions(text, {"grade"}));
  EXPECT_TRUE(mentions(text, {"classes"}) == false) << "only a final s is a plural's";
  EXPECT_TRUE(mentions(text, {"sections"}));
  EXPECT_FALSE(mentions(text, {"lass"}));
  EXPECT_FALSE(mentions(text, {"class", "turnover"}));
  EXPECT_FALSE(mentions(text, {})) << "no words ask for nothing";
}

TEST(Words, AreListedAsPeopleListThem) {
  EXPECT_EQ(listed_with_and({}), "");
  EXPECT_EQ(listed_with_and({"a"}), "a");
  EXPECT_EQ(listed_with_and({"a", "b"}), "a and b");
  EXPECT_EQ(listed_with_and({"a", "b", "c"}), "a, b and c");
  EXPECT_EQ(with_blanks("high_poverty_"), "high poverty ");
}

TEST(Words, LoseBlanksAtTheirEndsAlone) {
  EXPECT_EQ(without_blanks_around(" \ta b "), "a b");
  EXPECT_EQ(without_blanks_around("a"), "a");
  EXPECT_EQ(without_blanks_around(" \t"), "");
  EXPECT_EQ(without_blanks_around(""), "");
}

TEST(Words, AreAmongOthersWhole) {
  EXPECT_TRUE(is_among("pilot", {"charter", "pilot"}));
  EXPECT_FALSE(is_among("pil", {"charter", "pilot"}));
  EXPECT_FALSE(is_among("", {}));
}

}  // namespace
}  // namespace homeroom
