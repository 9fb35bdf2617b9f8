#include "tests/signs/arms.hpp"

#include <algorithm>
#include <stdexcept>
#include <tuple>

#include "sim/core/field_passer.hpp"
#include "tests/signs/answers.hpp"
#include "tests/signs/trial.hpp"

namespace homeroom::signs {
namespace {

std::string file_of(const std::string& city) {
  const bool shipped = city == "boston" || city.compare(0, 6, "small_") == 0;
  return (shipped ? "scenarios/" : "tests/signs/cities/") + city + ".toml";
}

/// A city as one text: a file with all it extends takes twice as long to read.
const std::string& text_of(const std::string& city) {
  static std::map<std::string, std::string> texts;
  std::string& text = texts[city];
  if (text.empty()) {
    const Reading reading = read_scenario(std::string(HOMEROOM_SOURCE_DIR) + "/" + file_of(city));
    if (!reading.scenario) throw std::invalid_argument(format_faults(reading.faults));
    text = reading.scenario->resolved;
  }
  return text;
}

/// Gives one parameter of nature a value that its range need not allow.
class Neutralizer final : public FieldPasser {
 public:
  Neutralizer(std::string key, double value) : key_(std::move(key)), value_(value) {}
  void number(const Meaning& meaning, double& field) override {
    if (meaning.key == key_) field = value_, found_ = true;
  }
  void integer(const Meaning& meaning, int& field) override {
    if (meaning.key == key_) field = static_cast<int>(value_), found_ = true;
  }
  bool found() const { return found_; }

 private:
  std::string key_;
  double value_;
  bool found_ = false;
};

/// False when `key` is no parameter of nature.
bool neutralize(Nature& nature, const Carrier& carrier) {
  bool found = false;
  nature.chapters([&](const std::string& chapter, auto& parameters) {
    const std::string head = "nature." + chapter + ".";
    if (carrier.key.compare(0, head.size(), head) != 0) return;
    Neutralizer neutral(carrier.key.substr(head.size()), std::stod(carrier.neutral));
    parameters.describe(neutral);
    found = neutral.found();
  });
  return found;
}

}  // namespace

bool Arm::operator<(const Arm& other) const {
  const auto key = [](const Arm& arm) {
    std::vector<std::string> cut;
    for (const Carrier& one : arm.cut) cut.push_back(one.key + "=" + one.neutral);
    return std::make_tuple(arm.city, arm.settings, cut, arm.neutral ? arm.neutral->key : "",
                           arm.neutral ? arm.neutral->neutral : "");
  };
  return key(*this) < key(other);
}

std::string Arm::command() const {
  std::string text = "homeroom run " + file_of(city);
  for (const std::string& setting : settings) text += " --set '" + setting + "'";
  for (const Carrier& one : cut) text += " --set '" + one.key + "=" + one.neutral + "'";
  if (neutral) text += " --set '" + neutral->key + "=" + neutral->neutral + "'";
  return text;
}

Arm arm_before(const Sign& sign, bool carried) {
  return {sign.city, sign.before(), sign.cut, carried ? std::nullopt : sign.through};
}

Arm arm_after(const Sign& sign, bool carried) {
  return {sign.city, sign.after(), sign.cut, carried ? std::nullopt : sign.through};
}

Scenario scenario_of(const Arm& arm) {
  std::vector<std::string> settings = arm.settings;
  const bool nature = arm.neutral && arm.neutral->key.compare(0, 7, "nature.") == 0;
  if (arm.neutral && !nature) settings.push_back(arm.neutral->key + "=" + arm.neutral->neutral);
  Reading reading = read_scenario_text(text_of(arm.city), arm.city, settings);
  if (!reading.scenario) throw std::invalid_argument(format_faults(reading.faults));
  std::vector<Carrier> neutral = arm.cut;
  if (nature) neutral.push_back(*arm.neutral);
  for (const Carrier& one : neutral) {
    if (!neutralize(reading.scenario->nature, one)) {
      throw std::invalid_argument("no parameter " + one.key);
    }
  }
  if (const auto seed = trial_seed()) reading.scenario->run.seed = *seed;
  return std::move(*reading.scenario);
}

void Arms::expect(const Arm& arm, const Question& question, int replicates) {
  Expected& expected = arms_[arm];
  expected.questions.insert(question);
  expected.replicates = std::max(expected.replicates, replicates);
}

std::vector<double> Arms::answers(const Arm& arm, const Question& question, int replicates) {
  Expected& expected = arms_[arm];
  if (expected.answers.empty()) {
    const Scenario scenario = scenario_of(arm);
    for (int r = 1; r <= expected.replicates; ++r) {
      const auto answers = answers_of(scenario, static_cast<std::uint32_t>(r), expected.questions);
      std::size_t i = 0;
      for (const Question& one : expected.questions) expected.answers[one].push_back(answers[i++]);
    }
  }
  const std::vector<double>& known = expected.answers.at(question);
  return {known.begin(), known.begin() + replicates};
}

}  // namespace homeroom::signs
