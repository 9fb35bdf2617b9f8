// Files that cannot be read, and texts that are no TOML.
#include "tests/scenario_files.hpp"
#include "sim/scenario/file_text.hpp"
#include "sim/scenario/utf8.hpp"

namespace homeroom {
namespace {

TEST(ScenarioFiles, AMissingFileIsSaid) {
  const Workplace files;
  const Fault fault = only_fault(read_scenario(files / "none.toml"));
  EXPECT_EQ(fault.what, "no such file");
  EXPECT_EQ(file_of(fault), "none.toml");
  EXPECT_EQ(fault.line, 0);
}

TEST(ScenarioFiles, AnEmptyFileIsSaid) {
  const Workplace files;
  EXPECT_EQ(only_fault(read_scenario(files.write("a.toml", ""))).what, "is empty");
  EXPECT_EQ(only_fault(read_scenario(files.write("b.toml", " \n\n"))).what, "is empty");
}

TEST(ScenarioFiles, ADirectoryIsNoFile) {
  const Workplace files;
  std::filesystem::create_directory(files / "dir");
  EXPECT_NE(only_fault(read_scenario(files / "dir")).what.find("directory"), std::string::npos);
}

TEST(ScenarioFiles, ADeviceIsNoFile) {
  EXPECT_EQ(only_fault(read_scenario("/dev/zero")).what, "is not a regular file");
}

TEST(ScenarioFiles, AnUnreadableFileIsSaid) {
  const Workplace files;
  std::filesystem::create_symlink("loop.toml", files / "loop.toml");
  const Fault fault = only_fault(read_scenario(files / "loop.toml"));
  EXPECT_EQ(fault.what.find("cannot be read: "), 0u) << fault.what;
}

TEST(ScenarioFiles, BytesThatAreNotUtf8AreFound) {
  const Workplace files;
  const Fault fault = only_fault(
      read_scenario(files.write("a.toml", "name = \"x\"\ndescription = \"\xC3\xA9\xFF\"")));
  EXPECT_EQ(fault.line, 2);
  EXPECT_EQ(fault.column, 17);
  EXPECT_EQ(fault.what, "is not UTF-8: byte 0xff");
}

TEST(ScenarioFiles, Utf8HasNoLongFormsAndNoSurrogates) {
  EXPECT_EQ(first_bad_byte("a\xC0\xAF"), 1u);
  EXPECT_EQ(first_bad_byte("\xED\xA0\x80"), 0u);
  EXPECT_EQ(first_bad_byte("\xF4\x90\x80\x80"), 0u);
  EXPECT_EQ(first_bad_byte("\xE2\x82"), 0u);
  EXPECT_EQ(first_bad_byte("\xF0\x9F\x8E\x93 \xE2\x82\xAC \xC3\xA9"), std::string::npos);
}

TEST(ScenarioFiles, ALargeFileIsRefusedUnread) {
  const Workplace files;
  const auto file = files.write("a.toml", "name = \"x\"\n");
  std::filesystem::resize_file(file, kLargestFile);
  EXPECT_EQ(only_fault(read_scenario(file)).what.find("syntax"), 0u);
  std::filesystem::resize_file(file, kLargestFile + 1);
  EXPECT_EQ(only_fault(read_scenario(file)).what, "is too large: 4194305 bytes (at most 4 MiB)");
}

TEST(ScenarioFiles, ASyntaxFaultStandsAloneForItsFile) {
  const TinyCity city;
  city.change("tiny_place.toml", "share_black = 0.3", "share_black = = 0.3");
  city.append("tiny_place.toml", "also = wrong\n");
  city.change("tiny.toml", "turnout", "turnuot");
  const Reading reading = city.read();
  ASSERT_EQ(reading.faults.size(), 2u) << format_faults(reading.faults);
  EXPECT_EQ(reading.faults[0].key, "law.governance.turnuot");
  EXPECT_EQ(file_of(reading.faults[1]), "tiny_place.toml");
  EXPECT_EQ(reading.faults[1].line, 3);
  EXPECT_EQ(reading.faults[1].column, 15);
  EXPECT_EQ(reading.faults[1].what.find("syntax: "), 0u);
}

// Each entry takes memory for all that it might say.
TEST(ScenarioFiles, ListsHaveAGreatestLength) {
  const auto told = [](const std::string& key, const std::string& entry, int count) {
    const TinyCity city;
    std::string text = "\n";
    for (int i = 0; i < count; ++i) text += fmt::format(fmt::runtime(entry), i);
    city.append("tiny.toml", text);
    const std::string faults = format_faults(city.read().faults);
    return faults.find(key + ": holds ") != std::string::npos &&
           faults.find("entries (allowed: at most ") != std::string::npos;
  };
  EXPECT_TRUE(told("models", "[models.m{}]\n", 1001));
  EXPECT_TRUE(told("law.selections", "[[law.selections]]\n", 1001));
  EXPECT_TRUE(told("place.school_list", "[[place.school_list]]\n", 60001));
  EXPECT_FALSE(told("place.school_list", "[[place.school_list]]\n", 1001));
}

TEST(ScenarioFiles, ReadNoMoreThanSixteenMebibytes) {
  const Workplace files;
  files.write("long.toml", std::string(kLargestFile - 1, '#'));
  std::string bases;
  for (int i = 0; i < 6; ++i) bases += "\"long.toml\", ";
  const Reading reading =
      read_scenario(files.write("many.toml", "name = \"m\"\nextends = [" + bases + "]\n"));
  const auto more =
      std::count_if(reading.faults.begin(), reading.faults.end(),
                    [](const Fault& fault) { return fault.what == "asks for more than 16 MiB"; });
  EXPECT_EQ(more, 1) << format_faults(reading.faults);
}

TEST(ScenarioFiles, ADoubledKeyIsAFault) {
  const TinyCity city;
  city.change("tiny.toml", "seed = 7\n", "seed = 7\nseed = 8\n");
  EXPECT_EQ(only_fault(city.read()).line, 7);
}

TEST(ScenarioFiles, DeepNestingIsRefusedNotCrashed) {
  const Workplace files;
  std::string dots = "a", brackets = "v = ";
  for (int i = 0; i < 200000; ++i) dots += ".a";
  brackets += std::string(200000, '[');
  std::string braces = "v = ";
  for (int i = 0; i < 100000; ++i) braces += "{a=";
  for (const std::string& text : {"[" + dots + "]", dots + " = 1", brackets, braces}) {
    const Fault fault = only_fault(read_scenario(files.write("deep.toml", text)));
    EXPECT_NE(fault.what.find("nest too deep"), std::string::npos);
    EXPECT_EQ(fault.line, 1);
  }
}

TEST(ScenarioFiles, NestingIsSeenBehindStringsThatEndInQuotes) {
  const Workplace files;
  std::string dots;
  for (int i = 0; i < 100; ++i) dots += "a.";
  for (const char* text : {"\"\"\"a\"\"\"\"", "'''a'''''", "\"\"\"\"\"\""}) {
    const std::string line = fmt::format("t = {{ x = {}, {}a = 1 }}\n", text, dots);
    const Fault fault = only_fault(read_scenario(files.write("deep.toml", line)));
    EXPECT_NE(fault.what.find("nest too deep"), std::string::npos) << text;
  }
}

TEST(ScenarioFiles, DotsInStringsAndCommentsDoNotNest) {
  const TinyCity city;
  city.change("tiny.toml", "name = \"tiny\"",
              "# " + std::string(100, '.') + "\nname = \"tiny\"\ndescription = \"\"\"" +
                  std::string(100, '.') + "\n\\\"[[[\"\"\"");
  EXPECT_EQ(city.scenario().description.size(), 105u);
}

TEST(ScenarioFiles, AByteOrderMarkAndCarriageReturnsAreFine) {
  const TinyCity city;
  std::string text = text_of_file(city.files / "tiny.toml"), dos = "\xEF\xBB\xBF";
  for (const char letter : text)
    dos += letter == '\n' ? std::string("\r\n") : std::string(1, letter);
  const Scenario plain = city.scenario();
  city.files.write("tiny.toml", dos);
  EXPECT_EQ(city.scenario().resolved, plain.resolved);
}

}  // namespace
}  // namespace homeroom
