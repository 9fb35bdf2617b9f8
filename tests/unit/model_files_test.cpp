// The shipped school models, file by file, against the coding of the report's figures: every code
// has its value and its status, what the report does not state is marked so, and the scores come
// out.
#include <fstream>
#include <map>
#include <sstream>

#include "sim/vocabulary/autonomies.hpp"
#include "tests/support/shipped_places.hpp"

namespace homeroom {
namespace {

namespace fs = std::filesystem;

struct Code {
  double value;
  bool stated;
};

struct CodedModel {
  double score;
  std::vector<Code> codes;
};

Code code_of(const std::string& word) {
  const bool proposed = word.front() == '~';
  return {std::stod(word.substr(proposed ? 1 : 0)), !proposed};
}

/// The coding by key of the model, checked for the order of its codes.
std::map<std::string, CodedModel> coding() {
  std::map<std::string, CodedModel> models;
  std::ifstream file(fs::path(HOMEROOM_SOURCE_DIR) / "tests/data/model_codes.txt");
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    std::istringstream words(line);
    std::string key, score, word;
    words >> key >> score;
    if (key == "codes") {
      for (const RightName& right : kRightNames) EXPECT_TRUE(words >> word && word == right.code);
      continue;
    }
    CodedModel model{std::stod(score), {}};
    while (words >> word) model.codes.push_back(code_of(word));
    EXPECT_EQ(model.codes.size(), kRightNames.size()) << key;
    models[key] = model;
  }
  return models;
}

const Scenario& shipped() {
  static const Scenario scenario = testing::shipped_city("boston.toml");
  return scenario;
}

constexpr int kLastYear = 2020;

const SchoolModel& model(const std::string& key) {
  static const SchoolModel none;
  for (const SchoolModel& one : shipped().law.models) {
    if (one.key == key) return one;
  }
  ADD_FAILURE() << "no model " << key;
  return none;
}

double paper(const std::string& key, std::size_t right) {
  return model(key).paper[right].in(kLastYear);
}

std::string status(const std::string& key, std::size_t right) {
  const auto code = std::string(kRightNames[right].code);
  const auto noted = shipped().provenance.find("models." + key + "." + code);
  return noted == shipped().provenance.end() ? "" : noted->second.status;
}

/// Boston's mutual consent is stated from 2015 on and assumed before; a lever has one status.
bool partly_stated(const std::string& key, std::size_t right) {
  return key == "traditional" && (right == 2 || right == 3);
}

/// Models of whose rights the report has no figure, and whose paper stands for theirs.
const std::map<std::string, std::string>& borrowers() {
  static const std::map<std::string, std::string> from = {
      {"traditional_springfield", "traditional_denver"},
      {"traditional_indianapolis", "traditional_denver"},
      {"asd_direct_run", "asd_charter"},
      {"innovation_network", "luminary"}};
  return from;
}

TEST(ModelFiles, HaveEveryCodeOfTheReportsFigures) {
  for (const auto& [key, coded] : coding()) {
    for (std::size_t right = 0; right < kRightNames.size(); ++right) {
      const std::string what = key + "." + std::string(kRightNames[right].code);
      EXPECT_DOUBLE_EQ(paper(key, right), coded.codes[right].value) << what;
      const bool stated = coded.codes[right].stated && !partly_stated(key, right);
      EXPECT_EQ(status(key, right), stated ? "measured" : "assumed") << what;
    }
  }
}

TEST(ModelFiles, HaveTheScoresOfTheCoding) {
  for (const auto& [key, coded] : coding()) {
    PerRight<double> rights{};
    for (std::size_t right = 0; right < rights.size(); ++right) rights[right] = paper(key, right);
    EXPECT_NEAR(autonomy_score(rights), coded.score, 0.00501) << key;
  }
}

TEST(ModelFiles, WithoutAFigureProposeEveryCode) {
  for (const auto& [key, lender] : borrowers()) {
    for (std::size_t right = 0; right < kRightNames.size(); ++right) {
      const std::string_view code = kRightNames[right].code;
      EXPECT_EQ(status(key, right), "assumed") << key << "." << code;
      const bool of_the_state = key == "asd_direct_run" && (code == "S10" || code == "S11");
      const double value = of_the_state ? (code == "S10" ? 0.25 : 0.5) : paper(lender, right);
      EXPECT_DOUBLE_EQ(paper(key, right), value) << key << "." << code;
    }
  }
}

TEST(ModelFiles, AreOneForEachModelWithItsCity) {
  const auto coded = coding();
  std::size_t files = 0;
  for (const auto& entry :
       fs::directory_iterator(fs::path(HOMEROOM_SOURCE_DIR) / "scenarios/models")) {
    const std::string key = entry.path().stem().string();
    EXPECT_TRUE(coded.count(key) + borrowers().count(key) == 1) << key;
    EXPECT_FALSE(model(key).city.empty()) << key;
    ++files;
  }
  EXPECT_EQ(files, coded.size() + borrowers().size());
}

/// What is written of a model says whence: numbers in each file carry a status and a source.
TEST(ModelFiles, SayWhenceEachNumberComes) {
  for (const auto& [key, noted] : shipped().provenance) {
    const bool number = key.starts_with("models.") && noted.value.find('"') == std::string::npos &&
                        noted.value != "true" && noted.value != "false";
    if (!number || noted.file.empty()) continue;
    EXPECT_FALSE(noted.status.empty()) << key;
    EXPECT_FALSE(noted.source.empty()) << key;
  }
}

}  // namespace
}  // namespace homeroom
