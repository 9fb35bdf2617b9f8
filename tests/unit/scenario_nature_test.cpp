// Parameters of nature: nothing is left out, nothing lies outside of its range.
#include "tests/scenario_files.hpp"

namespace homeroom {
namespace {

/// The tiny city whose first parameter is written as `text` says (empty: not at all).
Reading read_with(const std::string& text) {
  const TinyCity city;
  const Declared& field = some_parameter();
  city.change("nature/all.toml", made_up_parameter(field),
              text.empty() ? "" : "[" + field.key + "]\n" + text);
  return city.read();
}

std::string good_range() {
  const Declared& field = some_parameter();
  return fmt::format("[{}, {}]", toml_literal(field.low), toml_literal(field.high));
}

TEST(ScenarioNature, AParameterLeftOutIsAFault) {
  const Fault fault = only_fault(read_with(""));
  EXPECT_EQ(fault.key, some_parameter().key);
  EXPECT_EQ(fault.what, "is missing");
  EXPECT_GT(fault.line, 0);
}

TEST(ScenarioNature, EveryMissingParameterIsNamed) {
  const TinyCity city;
  city.change("tiny.toml", "\"nature\", ", "");
  std::size_t parameters = 0;
  for (const Declared& field : declared_fields()) {
    parameters += field.key.compare(0, 7, "nature.") == 0 ? 1u : 0u;
  }
  const Reading reading = city.read();
  ASSERT_EQ(reading.faults.size(), parameters);
  EXPECT_EQ(file_of(reading.faults.front()), "tiny.toml");
}

TEST(ScenarioNature, EveryNoteIsOwed) {
  const Declared& field = some_parameter();
  const Reading reading = read_with(fmt::format("value = {}\n", made_up_value(field)));
  ASSERT_EQ(reading.faults.size(), 4u) << format_faults(reading.faults);
  EXPECT_EQ(reading.faults[0].key, field.key + ".unit");
  EXPECT_EQ(reading.faults[1].key, field.key + ".range");
  EXPECT_EQ(reading.faults[2].key, field.key + ".source");
  EXPECT_EQ(reading.faults[3].key, field.key + ".status");
}

TEST(ScenarioNature, ABareValueIsNotEnough) {
  const TinyCity city;
  const Declared& field = some_parameter();
  const std::string section = field.key.substr(0, field.key.rfind('.'));
  city.change("nature/all.toml", made_up_parameter(field),
              fmt::format("[{}]\n{} = {}\n", section, last_part(field.key), made_up_value(field)));
  EXPECT_EQ(only_fault(city.read()).what, "is a bare value; its notes are missing");
}

TEST(ScenarioNature, UnitRangeAndStatusAreChecked) {
  const Declared& field = some_parameter();
  const std::string rest = fmt::format("value = {}\nsource = \"x\"\n", made_up_value(field));
  const Fault unit = only_fault(read_with(
      rest + fmt::format("unit = \"furlong\"\nrange = {}\nstatus = \"assumed\"\n", good_range())));
  EXPECT_EQ(unit.key, field.key + ".unit");
  const Fault range = only_fault(read_with(
      rest + fmt::format("unit = \"{}\"\nrange = [{}, {}]\nstatus = \"assumed\"\n", field.unit,
                         toml_literal(field.low), toml_literal(field.high + 1))));
  EXPECT_EQ(range.key, field.key + ".range");
  const Fault status =
      only_fault(read_with(rest + fmt::format("unit = \"{}\"\nrange = {}\nstatus = \"mesured\"\n",
                                              field.unit, good_range())));
  EXPECT_EQ(status.nearest, "measured");
}

TEST(ScenarioNature, TheValueLiesInTheFilesOwnRange) {
  const Declared& field = some_parameter();
  const double third = field.low + (field.high - field.low) / 3;
  const Fault fault = only_fault(read_with(fmt::format(
      "value = {}\nsource = \"x\"\nunit = \"{}\"\nrange = [{}, {}]\nstatus = \"assumed\"\n",
      toml_literal(field.high), field.unit, toml_literal(field.low), toml_literal(third))));
  EXPECT_EQ(fault.key, field.key);
  EXPECT_NE(fault.what.find("out of range"), std::string::npos);
}

TEST(ScenarioNature, AnOverrideKeepsUnitAndRangeAndIsNoLongerMeasured) {
  const TinyCity city;
  const Declared& field = some_parameter();
  city.change("nature/all.toml", made_up_parameter(field),
              fmt::format("[{}]\nvalue = {}\nunit = \"{}\"\nrange = {}\nsource = \"a study\"\n"
                          "status = \"measured\"\n",
                          field.key, toml_literal(field.low), field.unit, good_range()));
  const std::string setting = field.key + "=" + toml_literal(field.high);
  const Noted noted = city.scenario({setting}).provenance.at(field.key);
  EXPECT_EQ(noted.value, toml_literal(field.high));
  EXPECT_EQ(noted.unit, field.unit);
  EXPECT_EQ(noted.status, "assumed");
  EXPECT_EQ(noted.source, "in place of " + toml_literal(field.low) + ": a study");
  EXPECT_EQ(noted.file, "--set " + setting);
  const Noted same =
      city.scenario({field.key + "=" + toml_literal(field.low)}).provenance.at(field.key);
  EXPECT_EQ(same.status, "measured");
  EXPECT_EQ(same.source, "a study");
}

TEST(ScenarioNature, AnOverrideMayBringItsOwnNotes) {
  const TinyCity city;
  const Declared& field = some_parameter();
  const Noted noted = city.scenario({fmt::format("{}={{ value = {}, source = \"new\", status = "
                                                 "\"calibrated\" }}",
                                                 field.key, toml_literal(field.high))})
                          .provenance.at(field.key);
  EXPECT_EQ(noted.source, "new");
  EXPECT_EQ(noted.status, "calibrated");
}

TEST(ScenarioNature, AnOverrideOutOfRangeIsAFault) {
  const TinyCity city;
  const Declared& field = some_parameter();
  const std::string setting = field.key + "=" + toml_literal(field.high + 1);
  const Fault fault = only_fault(city.read({setting}));
  EXPECT_EQ(fault.file, "--set " + setting);
  EXPECT_EQ(fault.key, field.key);
}

TEST(ScenarioNature, UnknownParametersAreRefused) {
  const TinyCity city;
  const Declared& field = some_parameter();
  city.append("nature/all.toml", "[" + field.key + "x]\nvalue = 1\n");
  EXPECT_EQ(only_fault(city.read()).nearest, field.key);
}

}  // namespace
}  // namespace homeroom
