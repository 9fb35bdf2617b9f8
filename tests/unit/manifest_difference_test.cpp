#include "sim/records/manifest_difference.hpp"

#include <gtest/gtest.h>

namespace homeroom {
namespace {

Manifest twenty_replicates() {
  Manifest manifest;
  manifest.program_version = "1.0";
  manifest.source_revision = "abc";
  manifest.resolved = "name = \"city\"";
  manifest.seed = 18446744073709551615u;
  for (std::uint32_t replicate = 1; replicate <= 20; ++replicate) {
    manifest.replicates_asked.push_back(replicate);
  }
  manifest.policy_years = 10;
  return manifest;
}

std::string told(Manifest asked) {
  return manifest_difference(manifest_json(twenty_replicates()), asked);
}

TEST(ManifestDifference, IsNoneOfTheSameRun) { EXPECT_EQ(told(twenty_replicates()), ""); }

TEST(ManifestDifference, SaysWhatTheFolderHasAndWhatIsAsked) {
  Manifest asked = twenty_replicates();
  asked.replicates_asked = {1};
  asked.policy_years = 5;
  EXPECT_EQ(told(asked), "20 replicates, not 1, 10 policy years, not 5");
  asked = twenty_replicates();
  asked.replicates_asked.back() = 21;
  EXPECT_EQ(told(asked), "other replicates");
  asked = twenty_replicates();
  asked.seed = 7;
  EXPECT_EQ(told(asked), "seed 18446744073709551615, not 7");
  asked = twenty_replicates();
  asked.microdata = asked.burn_in_rows = true;
  EXPECT_EQ(told(asked), "without --students, without --burn-in");
  asked = twenty_replicates();
  asked.resolved += "\nother = 1";
  EXPECT_EQ(told(asked), "another scenario or other settings");
  asked = twenty_replicates();
  asked.source_revision = "def";
  EXPECT_EQ(told(asked), "by homeroom 1.0 (abc)");
}

TEST(ManifestDifference, IsNothingOfWhatIsNoManifest) {
  for (const char* text : {"", "{", "[]", "{\"program\": 3}", "\xff"}) {
    EXPECT_EQ(manifest_difference(text, twenty_replicates()), "") << text;
  }
}

}  // namespace
}  // namespace homeroom
