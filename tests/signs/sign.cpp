#include "tests/signs/sign.hpp"

#include <fmt/format.h>

#include <cctype>
#include <tuple>

namespace homeroom::signs {
namespace {

std::string setting(const std::string& key, const std::string& value) { return key + "=" + value; }

}  // namespace

const std::map<std::string, Statistic>& statistics() {
  static const std::map<std::string, Statistic> all = {{"mean", Statistic::Mean},
                                                       {"total", Statistic::Total},
                                                       {"spread", Statistic::Spread},
                                                       {"slope", Statistic::Slope},
                                                       {"correlation", Statistic::Correlation}};
  return all;
}

bool Question::operator<(const Question& other) const {
  return std::tie(outcome, statistic, by, where, among) <
         std::tie(other.outcome, other.statistic, other.by, other.where, other.among);
}

std::string Question::text() const {
  std::string text;
  for (const auto& [word, named] : statistics()) {
    if (named == statistic) text = word + " of " + outcome;
  }
  if (!by.empty()) text += " on " + by;
  if (!where.empty()) text += " where " + where;
  if (!among.empty()) text += " among " + among;
  return text;
}

std::string Sign::place() const { return fmt::format("tests/signs/{}.toml:{}", list, line); }

std::string Sign::name() const {
  std::string name = fmt::format("{}__{}__{}__line_{}", list, cause, question.outcome, line);
  for (char& c : name) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
  }
  return name;
}

std::vector<std::string> Sign::before() const {
  std::vector<std::string> settings = given;
  if (from) settings.push_back(setting(cause, *from));
  return settings;
}

std::vector<std::string> Sign::after() const {
  std::vector<std::string> settings = given;
  settings.push_back(setting(cause, to));
  return settings;
}

}  // namespace homeroom::signs
