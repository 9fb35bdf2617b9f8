// The list of mechanisms as a file: what is wrong with it is told, all at once.
#include "sim/scenario/mechanisms.hpp"
#include "tests/support/workplace.hpp"

namespace homeroom {
namespace {

TEST(Mechanisms, TellEveryFaultOfAFile) {
  const Workplace files;
  const std::filesystem::path file =
      files.write("mechanisms.toml",
                  "[[mechanism]]\nid = \"M01\"\ncause = \"a\"\neffect = \"b\"\nagents = \"c\"\n"
                  "chapter = \"lerning\"\nlevers = [\"law.choice.lst_length\"]\n"
                  "strength = []\nsource = \"d\"\nleavers = 1\n"
                  "[[mechanism]]\nid = \"M01\"\n");
  const std::string faults = format_faults(read_mechanisms(file).faults);
  for (const char* said :
       {"mechanism.0.chapter: \"lerning\" is no chapter of the year", "did you mean \"learning\"?",
        "mechanism.0.levers: \"law.choice.lst_length\" is no known key; did you mean "
        "\"law.choice.list_length\"?",
        "mechanism.0.strength: must be a list of keys", "mechanism.0.leavers: is no known key",
        "mechanism.1.cause: is missing", "mechanism.1.id: stands twice"}) {
    EXPECT_NE(faults.find(said), std::string::npos) << said << "\n" << faults;
  }
}

TEST(Mechanisms, AreExplainedWithTheirPathsAndSources) {
  const Mechanisms read = read_mechanisms(HOMEROOM_SOURCE_DIR "/scenarios/mechanisms.toml");
  ASSERT_EQ(format_faults(read.faults), "");
  EXPECT_EQ(find_mechanism(read, "M63"), nullptr);
  const Mechanism* urgency = find_mechanism(read, "m32");
  ASSERT_NE(urgency, nullptr);
  const std::string text = explain_mechanism(*urgency, nullptr);
  for (const char* said : {"theory points both ways: effort; exits", "chapter: climate",
                           "nature.staffing.exit_urgency", "Osborne and Langhorne (2018)"}) {
    EXPECT_NE(text.find(said), std::string::npos) << said << "\n" << text;
  }
}

}  // namespace
}  // namespace homeroom
