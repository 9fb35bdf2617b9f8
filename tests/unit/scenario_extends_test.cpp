// Files on top of files.
#include "sim/scenario/shipped_bases.hpp"
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

// More files than are read at a time; of several faults each stands at its file, once.
TEST(ScenarioExtends, ALargeDirectoryIsReadInOrderAsWell) {
  const TinyCity city;
  for (int file = 10; file < 50; ++file) {
    const std::string number = std::to_string(file);
    city.files.write("layers/" + number + ".toml", "[run]\nseed = " + number + "\n");
  }
  city.files.write("top.toml", "extends = [\"tiny.toml\", \"layers\"]\n");
  const Reading reading = read_scenario(city.files / "top.toml");
  ASSERT_TRUE(reading.scenario) << format_faults(reading.faults);
  EXPECT_EQ(reading.scenario->run.seed, 49u);

  for (const char* broken : {"12", "13", "44"}) {
    city.files.write("layers/" + std::string(broken) + ".toml", "[run]\nseed =\n");
  }
  const Reading refused = read_scenario(city.files / "top.toml");
  ASSERT_EQ(refused.faults.size(), 3u) << format_faults(refused.faults);
  EXPECT_NE(refused.faults[0].file.find("12.toml"), std::string::npos);
  EXPECT_NE(refused.faults[1].file.find("13.toml"), std::string::npos);
  EXPECT_NE(refused.faults[2].file.find("44.toml"), std::string::npos);
}

TEST(ScenarioExtends, ListsAreReplacedWhole) {
  const TinyCity city;
  city.files.write("top.toml",
                   "extends = \"tiny.toml\"\n"
                   "[law]\nselections = []\n"
                   "[[place.schools]]\nmodel = \"pilot\"\ncount = 4\nstudents = 2000\n"
                   "last_grade = 12\n");
  const Reading reading = read_scenario(city.files / "top.toml");
  ASSERT_TRUE(reading.scenario) << format_faults(reading.faults);
  EXPECT_EQ(reading.scenario->place.schools.size(), 1u);
  EXPECT_TRUE(reading.scenario->law.selections.empty());
}

TEST(ScenarioExtends, ADatedLeverStaysWhatItWasUntilItsFirstDate) {
  const TinyCity city;
  city.files.write("base.toml",
                   "extends = \"tiny.toml\"\n[law.choice]\nlist_length = { value = 7, status = "
                   "\"assumed\", source = \"a test\" }\n"
                   "[law.governance]\nunion_strength = { 1900 = 0.2, 2012 = 0.3, 2016 = 0.4 }\n");
  city.files.write("top.toml",
                   "extends = \"base.toml\"\n[law.choice]\nlist_length = { 2015 = 3 }\n"
                   "[law.governance]\nunion_strength = { value = { 2014 = 0.9 }, status = "
                   "\"assumed\", source = \"a test\" }\n");
  const Reading reading = read_scenario(city.files / "top.toml");
  ASSERT_TRUE(reading.scenario) << format_faults(reading.faults);
  const Law& law = reading.scenario->law;
  EXPECT_EQ(law.choice.list_length.in(1990), 7.0);
  EXPECT_EQ(law.choice.list_length.in(2014), 7.0);
  EXPECT_EQ(law.choice.list_length.in(2015), 3.0);
  EXPECT_EQ(law.governance.union_strength.in(2011), 0.2);
  EXPECT_EQ(law.governance.union_strength.in(2013), 0.3);
  EXPECT_EQ(law.governance.union_strength.in(2020), 0.9) << "later dates are the new ones only";
  const Reading set = read_scenario(city.files / "base.toml", {"law.choice.list_length={2015=3}"});
  ASSERT_TRUE(set.scenario) << format_faults(set.faults);
  EXPECT_EQ(set.scenario->law.choice.list_length.in(2014), 7.0);
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

TEST(ScenarioExtends, ABaseThatStandsNowhereBesideIsAShippedOne) {
  const TinyCity city;
  const Workplace own;
  take_shipped_bases(city.files / ".");
  own.write("top.toml", "extends = \"tiny.toml\"\nname = \"top\"\n[run]\nseed = 5\n");
  const Reading reading = read_scenario(own / "top.toml");
  own.write("out.toml", "extends = \"../tiny.toml\"\n");
  const Fault out = only_fault(read_scenario(own / "out.toml"));
  own.write("tiny.toml", "extends = \"nowhere.toml\"\n");
  const Fault beside = only_fault(read_scenario(own / "top.toml"));
  take_shipped_bases({});
  ASSERT_TRUE(reading.scenario) << format_faults(reading.faults);
  EXPECT_EQ(reading.scenario->name, "top");
  EXPECT_EQ(reading.scenario->run.seed, 5u);
  EXPECT_NE(out.what.find("missing"), std::string::npos) << "a path out of the folder is no name";
  EXPECT_EQ(file_of(beside), "tiny.toml") << "the file beside goes before";
  EXPECT_NE(beside.what.find("nor is there one in "), std::string::npos);
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
