#include <gtest/gtest.h>

#include "app/workshop/guard.hpp"

namespace homeroom::workshop {
namespace {

const Access kHere{"127.0.0.1", 8080, ""};
const Access kRoom{"192.168.1.20", 8080, "secret"};

bool may(const Access& access, const Asker& asker) { return why_refused(access, asker).empty(); }

TEST(WorkshopGuard, KnowsItsOwnNamesAlone) {
  for (const char* host : {"127.0.0.1:8080", "localhost:8080", "[::1]:8080"}) {
    EXPECT_TRUE(may(kHere, {host})) << host;
  }
  for (const char* host : {"", "127.0.0.1", "127.0.0.1:80", "evil.example:8080", ":8080",
                           "a:", "127.0.0.1:8080.evil.example", "192.168.1.20:8080"}) {
    EXPECT_FALSE(may(kHere, {host})) << host;
  }
}

TEST(WorkshopGuard, RefusesPagesOfElsewhere) {
  EXPECT_TRUE(may(kHere, {"localhost:8080", "http://localhost:8080"}));
  for (const char* origin :
       {"null", "http://evil.example", "http://127.0.0.1:8080", "https://localhost:8080"}) {
    EXPECT_FALSE(may(kHere, {"localhost:8080", origin})) << origin;
  }
}

TEST(WorkshopGuard, WantsTheTokenWhereOthersCanAsk) {
  EXPECT_FALSE(may(kRoom, {"192.168.1.20:8080"}));
  EXPECT_TRUE(may(kRoom, {"192.168.1.20:8080", "", "", "secret"}));
  EXPECT_TRUE(may(kRoom, {"192.168.1.20:8080", "", "a=b; homeroom_8080=secret", ""}));
  EXPECT_FALSE(may(kRoom, {"192.168.1.20:8080", "", "homeroom_8081=secret", ""}));
  EXPECT_FALSE(may(kRoom, {"evil.example:8080", "", "", "secret"}));
}

TEST(WorkshopGuard, ComparesSecretsWhole) {
  EXPECT_TRUE(equal_secrets("abc", "abc"));
  for (const char* other : {"", "ab", "abcd", "abd", "abcabc"}) {
    EXPECT_FALSE(equal_secrets("abc", other)) << other;
    EXPECT_FALSE(equal_secrets(other, "abc")) << other;
  }
  EXPECT_FALSE(equal_secrets("", ""));
}

TEST(WorkshopGuard, TokensDiffer) {
  EXPECT_EQ(new_token().size(), 32u);
  EXPECT_NE(new_token(), new_token());
}

TEST(WorkshopGuard, LinksSayWhatIsTyped) {
  EXPECT_EQ(kHere.link(), "http://127.0.0.1:8080/");
  EXPECT_EQ(kRoom.link(), "http://192.168.1.20:8080/?token=secret");
  EXPECT_EQ((Access{"::1", 9, ""}.link()), "http://[::1]:9/");
}

}  // namespace
}  // namespace homeroom::workshop
