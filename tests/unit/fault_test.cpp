// Faults are told all at once, up to as many as anybody reads.
#include "sim/scenario/fault.hpp"

#include <gtest/gtest.h>

#include <memory>

namespace homeroom {
namespace {

TEST(Faults, OfMoreThanAThousandTheRestIsCounted) {
  Faults faults;
  const Spot at{std::make_shared<const std::string>("a.toml"), 1, 1};
  for (int i = 0; i < 1000; ++i) faults.add(at, "x", "is wrong");
  EXPECT_EQ(faults.sorted().size(), 1000u);
  for (int i = 0; i < 500; ++i) faults.add(at, "beyond", "is wrong");
  EXPECT_EQ(faults.count(), 1500u);
  ASSERT_EQ(faults.sorted().size(), 1001u);
  EXPECT_EQ(how_many(faults.sorted()), 1500u);
  EXPECT_EQ(format_fault(faults.sorted().back()), "a.toml: 500 more faults are not told");
  EXPECT_TRUE(faults.touches("beyond"));
}

}  // namespace
}  // namespace homeroom
