// Fields that are right one by one and wrong together.
#include "tests/scenario_files.hpp"

namespace homeroom {
namespace {

Fault fault_with(const std::vector<std::string>& settings) {
  const TinyCity city;
  return only_fault(city.read(settings));
}

TEST(ScenarioSense, SharesSumToAtMostOne) {
  const TinyCity city;
  city.change("tiny_place.toml", "share_white = 0.15", "share_white = 0.25");
  const Fault fault = only_fault(city.read());
  EXPECT_EQ(fault.key, "place.share_asian");
  EXPECT_EQ(file_of(fault), "tiny_place.toml");
  EXPECT_EQ(fault.line, 6);
  EXPECT_NE(fault.what.find("1.05"), std::string::npos);
}

TEST(ScenarioSense, ASumIsToldWhereTheUserWroteIt) {
  const TinyCity city;
  city.files.write("top.toml", "extends = \"tiny.toml\"\n[place]\nshare_black = 0.9\n");
  const Fault fault = only_fault(read_scenario(city.files / "top.toml"));
  EXPECT_EQ(fault.key, "place.share_black");
  EXPECT_EQ(file_of(fault), "top.toml");
  EXPECT_EQ(fault_with({"place.share_hispanic=0.9"}).key, "place.share_hispanic");
}

TEST(ScenarioSense, ASuperintendentChangesInSomeYear) {
  EXPECT_EQ(fault_with({"law.governance.superintendent_change=1"}).key,
            "law.governance.superintendent_change");
  const TinyCity city;
  city.scenario({"law.governance.superintendent_change={2013=1, 2014=0}"});
}

TEST(ScenarioSense, ALeverThatMayNotBeNothingHasAValueFromTheStart) {
  const TinyCity city;
  city.change("tiny.toml", "[law.governance]",
              "[law.choice]\nlist_length = { 2015 = 3 }\n[law.governance]");
  const Fault fault = only_fault(city.read());
  EXPECT_EQ(fault.key, "law.choice.list_length");
  EXPECT_NE(fault.what.find("before 2015"), std::string::npos);
}

TEST(ScenarioSense, SharesOfExactlyOneAreFine) {
  const TinyCity city;
  city.scenario({"place.share_black=0.1", "place.share_hispanic=0.2", "place.share_white=0.3",
                 "place.share_asian=0.4"});
}

TEST(ScenarioSense, SevereNeedsArePartOfAll) {
  EXPECT_EQ(fault_with({"place.share_special=0.03"}).key, "place.share_special_severe");
}

TEST(ScenarioSense, TheScaleRises) {
  EXPECT_EQ(fault_with({"law.staffing.salary_top=40000"}).key, "law.staffing.salary_top");
}

TEST(ScenarioSense, SchoolsHaveStudents) {
  EXPECT_EQ(fault_with({"place.schools.1.students=0"}).key, "place.schools.1.students");
  EXPECT_EQ(fault_with({"place.schools.0.students=2"}).key, "place.schools.0.students");
  EXPECT_EQ(fault_with({"place.schools.1.count=0"}).key, "place.schools.1.count");
}

TEST(ScenarioSense, GradesRunUpward) {
  const Fault fault = fault_with({"place.schools.1.first_grade=9"});
  EXPECT_EQ(fault.key, "place.schools.1.first_grade");
  EXPECT_EQ(fault.what, "9 lies above last_grade 8");
}

TEST(ScenarioSense, YearsOfOpeningRunUpward) {
  EXPECT_EQ(fault_with({"place.schools.1.opened_last=1990"}).key, "place.schools.1.opened_first");
}

TEST(ScenarioSense, EveryGradeHasASchool) {
  const Fault fault = fault_with({"place.schools.3.first_grade=10"});
  EXPECT_EQ(fault.key, "place.schools");
  EXPECT_EQ(fault.what, "no school teaches grade 9");
}

TEST(ScenarioSense, ACityHasSchools) {
  EXPECT_EQ(fault_with({"place.schools=[]", "law.selections=[]"}).what, "a city without schools");
}

TEST(ScenarioSense, NamesOfGroupsDiffer) {
  EXPECT_EQ(fault_with({"place.schools.2.name=Elm"}).key, "place.schools.2.name");
}

TEST(ScenarioSense, LabelsOfModelsDiffer) {
  EXPECT_NE(fault_with({"models.turnaround.label=Pilot"}).what.find("already"), std::string::npos);
  EXPECT_EQ(fault_with({"models.turnaround.label="}).what, "is empty");
}

TEST(ScenarioSense, ModelsThatAreNamedExist) {
  for (const char* key :
       {"place.schools.1.model", "place.schools.1.second_model", "law.selections.0.model",
        "law.selections.0.from", "law.authorization.opening_model",
        "law.authorization.conversion_model", "law.ordinary"}) {
    const TinyCity city;
    const Reading reading = city.read({std::string(key) + "=turnaruond"});
    ASSERT_FALSE(reading.faults.empty()) << key;
    const Fault& fault = reading.faults.front();
    EXPECT_EQ(fault.key, key);
    EXPECT_EQ(fault.what, "\"turnaruond\" is no school model");
    EXPECT_EQ(fault.allowed, "pilot, traditional, turnaround");
    EXPECT_EQ(fault.nearest, "turnaround");
  }
}

TEST(ScenarioSense, DoubleStatusIsOfTwoModels) {
  EXPECT_EQ(fault_with({"place.schools.1.second_model=pilot"}).key, "place.schools.1.second_model");
}

TEST(ScenarioSense, OpeningsNeedAModel) {
  EXPECT_EQ(fault_with({"law.authorization.opening_model="}).key,
            "law.authorization.opening_model");
  EXPECT_EQ(fault_with({"law.authorization.conversions_per_year={ 2018 = 1 }"}).key,
            "law.authorization.conversion_model");
}

TEST(ScenarioSense, ThereIsAnOrdinaryModel) {
  const TinyCity city;
  city.change("tiny.toml", "ordinary = \"traditional\"\n", "");
  const Fault fault = only_fault(city.read());
  EXPECT_EQ(fault.key, "law.ordinary");
  EXPECT_EQ(fault.what, "is missing");
  EXPECT_EQ(fault.allowed, "pilot, traditional, turnaround");
}

TEST(ScenarioSense, ThereAreModels) {
  const TinyCity city;
  city.files.write("tiny_models.toml", "# none\n");
  const Reading reading = city.read();
  ASSERT_FALSE(reading.faults.empty());
  bool said = false;
  for (const Fault& fault : reading.faults) {
    said = said || fault.what == "no school model is known";
  }
  EXPECT_TRUE(said) << format_faults(reading.faults);
}

TEST(ScenarioSense, ModelsHavePlainNames) {
  const TinyCity city;
  city.append("tiny_models.toml", "[models.\"two words\"]\n[models.\"a.b\"]\n");
  const Reading reading = city.read();
  ASSERT_EQ(reading.faults.size(), 2u) << format_faults(reading.faults);
  EXPECT_EQ(reading.faults[0].what, "is no name for a model");
}

TEST(ScenarioSense, SelectionsDoNotComeBeforeThePolicy) {
  const Fault fault = fault_with({"law.selections.0.year=2015"});
  EXPECT_EQ(fault.key, "law.selections.0.year");
  EXPECT_EQ(fault.allowed, "2016 or later");
}

TEST(ScenarioSense, AShorterRunNeedNotReachASelection) {
  const TinyCity city;
  city.scenario({"law.selections.0.year=2021"});
}

TEST(ScenarioSense, SelectionsFindEnoughSchools) {
  const Fault fault = fault_with({"law.selections.0.count=6"});
  EXPECT_EQ(fault.key, "law.selections.0.count");
  EXPECT_EQ(fault.what, "6 schools, but traditional has 5");
}

TEST(ScenarioSense, SelectionsFollowSchoolsFromModelToModelByYear) {
  const TinyCity city;
  city.append("tiny.toml",
              "[[law.selections]]\nmodel = \"turnaround\"\nfrom = \"pilot\"\ncount = 5\n"
              "year = 2018\n"
              "[[law.selections]]\nmodel = \"pilot\"\nfrom = \"traditional\"\ncount = 4\n"
              "year = 2017\n");
  city.scenario();
  EXPECT_EQ(only_fault(city.read({"law.selections.1.count=6"})).what, "6 schools, but pilot has 5");
  EXPECT_EQ(only_fault(city.read({"law.selections.2.count=3"})).what, "5 schools, but pilot has 4");
}

TEST(ScenarioSense, SelectionsByGradeFindEnoughSchools) {
  const TinyCity city;
  city.append("tiny_place.toml",
              "[[place.schools]]\nmodel = \"traditional\"\nname = \"Short\"\ncount = 9\n"
              "students = 900\nlast_grade = 5\n");
  city.scenario({"law.selections.0.count=9", "law.selections.0.teaches=5"});
  const Fault fault =
      only_fault(city.read({"law.selections.0.count=14", "law.selections.0.teaches=7"}));
  EXPECT_EQ(fault.key, "law.selections.0.teaches");
}

TEST(ScenarioSense, DoubleStatusIsWithinTheSelection) {
  EXPECT_EQ(fault_with({"law.selections.0.double_status=2"}).key, "law.selections.0.double_status");
}

TEST(ScenarioSense, TheFirstYearIsOfOurTime) {
  EXPECT_EQ(fault_with({"run.first_year=1899"}).allowed, "1900 to 2200 [year]");
  EXPECT_EQ(fault_with({"run.first_year=2201"}).key, "run.first_year");
  EXPECT_EQ(fault_with({"run.first_year=-3"}).key, "run.first_year");
}

TEST(ScenarioSense, TheNameCanNameADirectory) {
  const std::string endless(101, 'a');
  const std::vector<std::string> names = {"../up", ".hidden", "a\\b",   "line\nbreak",
                                          "",      "\"  \"",  "\"a \"", endless};
  for (const std::string& name : names) {
    EXPECT_EQ(fault_with({"name=" + name}).key, "name") << name;
  }
}

}  // namespace
}  // namespace homeroom
