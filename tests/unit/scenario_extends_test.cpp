// Files on top of files.
#include "tests/scenario_files.hpp"

namespace homeroom {
namespace {

TEST(ScenarioExtends, ALaterFileWinsKeyByKey) {
  const TinyCity city;
  city.files.write("base/law.toml", "[law.governance]\nseats = 9\nterm_years = 3\n");
  city.files.write("top.toml",
                   "extends = [\"tiny.toml\", \"base/law.toml\"]\n[law.governance]\nseats = 11\n");
  const Reading reading = read_scenario(city.files / "top.toml");
  ASSERT_TRUE(reading.scenario) << format_faults(reading.faults);
  EXPECT_EQ(reading.scenario->law.governance.seats, 11);
  EXPECT_EQ(reading.scenario->law.governance.term_years, 3);
  EXPECT_EQ(reading.scenario->law.governance.board, BoardType::Appointed);
}

TEST(ScenarioExtends, BasesAreRelativeToTheirOwnFile) {
  const TinyCity city;
  city.files.write("deep/er/top.toml", "extends = \"../middle.toml\"\nname = \"top\"\n");
  city.files.write("deep/middle.toml", "extends = \"../tiny.toml\"\n");
  const Reading reading = read_scenario(city.files / "deep/er/top.toml");
  ASSERT_TRUE(reading.scenario) << format_faults(reading.faults);
  EXPECT_EQ(reading.scenario->name, "top");
}

TEST(ScenarioExtends, ADirectoryIsItsFilesInOrderOfName) {
  const TinyCity city;
  city.files.write("layers/b.toml", "[run]\nseed = 2\n");
  city.files.write("layers/a.toml", "[run]\nseed = 1\nreplicates = 11\n");
  city.files.write("layers/notes.txt", "no scenario");
  city.files.write("top.toml", "extends = [\"tiny.toml\", \"layers\"]\n");
  const Reading reading = read_scenario(city.files / "top.toml");
  ASSERT_TRUE(reading.scenario) << format_faults(reading.faults);
  EXPECT_EQ(reading.scenario->run.seed, 2u);
  EXPECT_EQ(reading.scenario->run.replicates, 11);
}

TEST(ScenarioExtends, ListsAndDatesAreReplacedWhole) {
  const TinyCity city;
  city.files.write("top.toml",
                   "extends = \"tiny.toml\"\n"
                   "[law]\nselections = []\n"
                   "[law.governance]\nunion_strength = { 2017 = 0.1 }\n"
                   "[[place.schools]]\nmodel = \"pilot\"\ncount = 4\nstudents = 2000\n"
                   "last_grade = 12\n");
  const Reading reading = read_scenario(city.files / "top.toml");
  ASSERT_TRUE(reading.scenario) << format_faults(reading.faults);
  EXPECT_EQ(reading.scenario->place.schools.size(), 1u);
  EXPECT_TRUE(reading.scenario->law.selections.empty());
  EXPECT_EQ(reading.scenario->law.governance.union_strength.in(2016), 0.0);
  EXPECT_EQ(reading.scenario->law.governance.union_strength.in(2018), 0.1);
}

TEST(ScenarioExtends, AReplacedValueLosesTheSourceOfTheOldOne) {
  const TinyCity city;
  city.files.write("top.toml", "extends = \"tiny.toml\"\n[law.governance]\nturnout = 0.3\n");
  const Reading reading = read_scenario(city.files / "top.toml");
  ASSERT_TRUE(reading.scenario) << format_faults(reading.faults);
  EXPECT_EQ(reading.scenario->law.governance.turnout.in(2016), 0.3);
  EXPECT_EQ(reading.scenario->provenance.at("law.governance.turnout").source, "");
}

TEST(ScenarioExtends, NotesAloneJoinTheValueBelow) {
  const TinyCity city;
  city.files.write(
      "top.toml", "extends = \"tiny.toml\"\n[law.governance]\nturnout = { source = \"better\" }\n");
  const Reading reading = read_scenario(city.files / "top.toml");
  ASSERT_TRUE(reading.scenario) << format_faults(reading.faults);
  EXPECT_EQ(reading.scenario->law.governance.turnout.in(2016), 0.15);
  EXPECT_EQ(reading.scenario->provenance.at("law.governance.turnout").source, "better");
}

TEST(ScenarioExtends, PoliciesLieOverTheScenarioInOrder) {
  const TinyCity city;
  const auto one = city.files.write("policies/one.toml", "[law.governance]\nseats = 3\n");
  const auto two = city.files.write("policies/two.toml", "[law.governance]\nseats = 5\n");
  const Reading reading = city.read({}, {one, two});
  ASSERT_TRUE(reading.scenario) << format_faults(reading.faults);
  EXPECT_EQ(reading.scenario->law.governance.seats, 5);
}

TEST(ScenarioExtends, ACircleNamesItsChain) {
  const TinyCity city;
  city.files.write("a.toml", "extends = \"b.toml\"\n");
  city.files.write("b.toml", "\nextends = \"a.toml\"\n");
  const Fault fault = only_fault(read_scenario(city.files / "a.toml"));
  EXPECT_EQ(fault.key, "extends");
  EXPECT_EQ(file_of(fault), "b.toml");
  EXPECT_EQ(fault.line, 2);
  EXPECT_NE(fault.what.find("circle"), std::string::npos);
  EXPECT_NE(fault.what.find("a.toml -> "), std::string::npos);
}

TEST(ScenarioExtends, AFileThatExtendsItselfIsACircle) {
  const TinyCity city;
  city.files.write("a.toml", "extends = \"a.toml\"\n");
  EXPECT_NE(only_fault(read_scenario(city.files / "a.toml")).what.find("circle"),
            std::string::npos);
}

TEST(ScenarioExtends, AMissingBaseNamesItsChain) {
  const TinyCity city;
  city.change("tiny.toml", "\"nature\", ", "\"nature\", \"nowhere.toml\", ");
  const Fault fault = only_fault(city.read());
  EXPECT_EQ(fault.key, "extends");
  EXPECT_EQ(fault.line, 2);
  EXPECT_EQ(fault.column, 22);
  EXPECT_NE(fault.what.find("missing"), std::string::npos);
  EXPECT_NE(fault.what.find("nowhere.toml"), std::string::npos);
}

TEST(ScenarioExtends, ChainsEnd) {
  const TinyCity city;
  for (int i = 0; i < 40; ++i) {
    city.files.write(fmt::format("c{}.toml", i), fmt::format("extends = \"c{}.toml\"\n", i + 1));
  }
  const Fault fault = only_fault(read_scenario(city.files / "c0.toml"));
  EXPECT_NE(fault.what.find("more than 16"), std::string::npos);
}

TEST(ScenarioExtends, FilesThatMultiplyEnd) {
  const TinyCity city;
  for (int i = 0; i < 14; ++i) {
    city.files.write(fmt::format("m{}.toml", i),
                     fmt::format("extends = [\"m{0}.toml\", \"m{0}.toml\"]\n", i + 1));
  }
  city.files.write("m14.toml", "name = \"end\"\n");
  const Fault fault = only_fault(read_scenario(city.files / "m0.toml"));
  EXPECT_NE(fault.what.find("1000"), std::string::npos);
}

TEST(ScenarioExtends, ItsEntriesArePaths) {
  const TinyCity city;
  city.change("tiny.toml", "\"nature\", ", "\"nature\", 3, \"\", ");
  const Reading reading = city.read();
  ASSERT_EQ(reading.faults.size(), 2u) << format_faults(reading.faults);
  EXPECT_NE(reading.faults[0].what.find("a whole number"), std::string::npos);
}

TEST(ScenarioExtends, ADirectoryWithoutFilesIsAFault) {
  const TinyCity city;
  std::filesystem::create_directory(city.files / "hollow");
  city.change("tiny.toml", "\"nature\", ", "\"nature\", \"hollow\", ");
  EXPECT_NE(only_fault(city.read()).what.find("no *.toml"), std::string::npos);
}

}  // namespace
}  // namespace homeroom
