// Patterns are judged by mean and Monte Carlo error; bands are read with all their faults.
#include "analysis/patterns/verdicts.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "analysis/estimators/moments.hpp"

#include "sim/scenario/pattern_bands.hpp"
#include "tests/scenario_files.hpp"

namespace homeroom {
namespace {

using patterns::Findings;
using patterns::Judged;
using patterns::Pattern;
using patterns::Verdict;

Judged judged(const std::vector<double>& values, double low, double high) {
  static std::vector<Pattern> one(1);
  one[0] = {"F1", "share", "a share", "share", "somebody", "nobody asked", "", low, high};
  Findings findings;
  for (const double value : values) findings[""].push_back({{"share", value}});
  return patterns::judge(one, findings).front();
}

// Values 1 and 3: mean 2, spread of the mean 1.
TEST(Verdicts, AskForTwoMonteCarloErrorsInsideTheBand) {
  EXPECT_DOUBLE_EQ(judged({1, 3}, 0, 4).value, 2.0);
  EXPECT_DOUBLE_EQ(judged({1, 3}, 0, 4).error, 1.0);
  EXPECT_EQ(judged({1, 3}, 0, 4).verdict, Verdict::InBand);
  EXPECT_EQ(judged({1, 3}, 0.1, 4).verdict, Verdict::OutOfBand);
  EXPECT_EQ(judged({1, 3}, 0, 3.9).verdict, Verdict::OutOfBand);
}

TEST(Verdicts, AreNotApplicableWhereFewReplicatesShowThePattern) {
  const double none = estimators::kMissing;
  EXPECT_EQ(judged({none, none, 1}, 0, 4).verdict, Verdict::NotApplicable);
  EXPECT_EQ(judged({none, 1, 1}, 0, 4).verdict, Verdict::InBand);
  EXPECT_EQ(judged({none, 1, 1}, 0, 4).replicates, 2);
}

TEST(Verdicts, SayWhyAPatternIsNotApplicable) {
  const std::string text = patterns::verdicts_text({judged({estimators::kMissing}, 0, 4)});
  EXPECT_NE(text.find("not applicable: F1 a share: nobody asked"), std::string::npos) << text;
  EXPECT_NE(text.find("0 in band, 0 out of band, 1 not applicable"), std::string::npos) << text;
}

Verdict tested(const std::vector<double>& values, double low, double high) {
  std::vector<Pattern> one(1);
  one[0] = {"F14", "share", "a share", "share", "somebody", "", "", low, high, "", "", true};
  Findings findings;
  for (const double value : values) findings[""].push_back({{"share", value}});
  return patterns::judge(one, findings).front().verdict;
}

// Mean 2, spread of the mean 1.
TEST(Verdicts, OfTestsAreOpenWhereErrorsReachOverAnEnd) {
  EXPECT_EQ(tested({1, 3}, 0, 4), Verdict::AsPublished);
  EXPECT_EQ(tested({1, 3}, 1, 4), Verdict::Open);
  EXPECT_EQ(tested({1, 3}, 4, 5), Verdict::Open);
  EXPECT_EQ(tested({1, 3}, 4.1, 5), Verdict::Otherwise);
}

// Replicates differ by far more than what the setting does to each.
TEST(Verdicts, TakeDifferencesWithinReplicates) {
  std::vector<Pattern> one(1);
  one[0] = {"F23", "share", "a share", "share", "somebody", "", "more=1", 0.05, 0.25};
  one[0].over = "less=1";
  Findings findings;
  findings["more=1"] = {{{"share", 10.1}}, {{"share", 20.2}}};
  findings["less=1"] = {{{"share", 10.0}}, {{"share", 20.0}}};
  const Judged judged = patterns::judge(one, findings).front();
  EXPECT_NEAR(judged.value, 0.15, 1e-12);
  EXPECT_NEAR(judged.error, 0.05, 1e-12);
}

std::vector<std::string> sources(const std::vector<PatternBand>& bands) {
  std::vector<std::string> all;
  for (const PatternBand& band : bands) all.push_back(band.source);
  return all;
}

TEST(PatternBands, OfACityStandInThePlaceOfThoseOfAll) {
  std::vector<PatternBand> bands(4);
  bands[0].figure = bands[1].figure = bands[2].figure = "share";
  bands[0].source = "all";
  bands[1].source = "two cities";
  bands[1].cities = "here there";
  bands[2].source = "elsewhere";
  bands[2].cities = "elsewhere";
  bands[3].figure = bands[3].source = "spread";
  using Words = std::vector<std::string>;
  EXPECT_EQ(sources(bands_of(bands, "there")), (Words{"two cities", "spread"}));
  EXPECT_EQ(sources(bands_of(bands, "elsewhere")), (Words{"elsewhere", "spread"}));
  EXPECT_EQ(sources(bands_of(bands, "nowhere")), (Words{"all", "spread"}));
}

TEST(PatternBands, OfStudiesAreReadWithTheirFaults) {
  const Workplace files;
  const std::filesystem::path file =
      files.write("studies.toml",
                  "[[pattern]]\nid = \"F14\"\nstudy = \"matched\"\nsays = \"s\"\n"
                  "source = \"t\"\nyears = \"2012 later\"\nlow = 0\nhigh = 1\n"
                  "[[pattern]]\nid = \"F26\"\nstudy = \"signs\"\nagainst = \"a\"\n"
                  "figure = \"share\"\nsays = \"s\"\nsource = \"t\"\nlow = 0\nhigh = 1\n"
                  "signs = \"b=+ c=?\"\nsubjects = \"arts\"\n");
  const std::string faults = format_faults(read_pattern_bands(file, {"share"}).faults);
  for (const char* said :
       {"pattern.0.years: later is no whole number", "pattern.0.against: is missing",
        "pattern.0.models: is missing", "pattern.1.figure: stands beside study",
        "pattern.1.signs: c=? is no sign of a model", "pattern.1.subjects: arts is no subject"}) {
    EXPECT_NE(faults.find(said), std::string::npos) << said << "\n" << faults;
  }
}

TEST(PatternBands, ShippedOnesAreReadWithoutFault) {
  const PatternBands read =
      read_pattern_bands(HOMEROOM_SOURCE_DIR "/scenarios/patterns.toml", patterns::figure_names());
  EXPECT_EQ(format_faults(read.faults), "");
  EXPECT_GT(read.bands.size(), 70u);
}

TEST(PatternBands, TellEveryFaultOfAFile) {
  const Workplace files;
  const std::filesystem::path file =
      files.write("bands.toml",
                  "[[pattern]]\nid = \"F1\"\nfigure = \"x\"\nlow = 2\nhigh = 1\n"
                  "[[pattern]]\nfigure = \"x\"\nlow = 0\nhigh = 1\n"
                  "[[pattern]]\nid = \"F2\"\nfigure = \"sprad\"\nsays = \"s\"\n"
                  "source = \"t\"\nlov = 1\n");
  const std::string faults = format_faults(read_pattern_bands(file, {"share", "spread"}).faults);
  for (const char* said : {"pattern.0.says: is missing", "2 lies above high, 1",
                           "pattern.1.id: is missing", "has a band already", "pattern.2.lov",
                           "nothing computes \"sprad\"; did you mean \"spread\"?"}) {
    EXPECT_NE(faults.find(said), std::string::npos) << said << "\n" << faults;
  }
}

}  // namespace
}  // namespace homeroom
