#include "tests/support/random_city.hpp"

#include <fmt/format.h>
#include <rapidcheck.h>

#include <algorithm>
#include <stdexcept>

#include "sim/scenario/declared.hpp"
#include "sim/scenario/toml_text.hpp"
#include "sim/vocabulary/grades.hpp"

namespace homeroom::testing {
namespace {

constexpr int kFirstYear = 2011;

int any_int(int low, int high) { return *rc::gen::inRange(low, high + 1); }
double any_number(double low, double high) {
  return low + (high - low) * any_int(0, 1000) / 1000.0;
}
bool one_in(int n) { return any_int(1, n) == n; }

std::string any_model() {
  return *rc::gen::elementOf(std::vector<std::string>{
      "traditional", "innovation", "pilot", "turnaround", "horace_mann", "independent_charter"});
}

void set(std::vector<std::string>& settings, const std::string& key, double value) {
  settings.push_back(key + "=" + toml_literal(value));
}

void draw_run(std::vector<std::string>& settings) {
  settings.push_back(fmt::format("run.seed={}", any_int(0, 1000000)));
  settings.push_back(fmt::format("run.burn_in_years={}", any_int(0, 4)));
  settings.push_back(fmt::format("run.policy_years={}", any_int(2, 5)));
}

void draw_children(std::vector<std::string>& settings) {
  double left = 1.0;
  for (const char* group : {"black", "hispanic", "white", "asian"}) {
    const double share = std::min(left, any_int(0, 100) / 100.0);
    left = std::max(0.0, left - share - 1e-9);
    set(settings, fmt::format("place.share_{}", group), share);
  }
  for (const char* key : {"share_low_income", "share_english_learner", "sibling_share", "buy_in",
                          "commitment", "reform_share", "service_quality", "supply_novice_share"}) {
    set(settings, fmt::format("place.{}", key), any_number(0, 1));
  }
  const double special = any_number(0, 1);
  set(settings, "place.share_special", special);
  set(settings, "place.share_special_severe", special * any_number(0, 1));
}

void draw_place(std::vector<std::string>& settings) {
  set(settings, "place.leave_rate", any_number(0, 0.4));
  settings.push_back(fmt::format("place.neighbourhoods={}", any_int(1, 15)));
  set(settings, "place.area_km2", any_number(1, 400));
  set(settings, "place.segregation_race", any_number(0, 4));
  set(settings, "place.segregation_income", any_number(0, 4));
  set(settings, "place.seat_slack", any_number(0, 0.4));
  settings.push_back(fmt::format("place.opening_slots={}", any_int(0, 4)));
  set(settings, "place.supply_per_vacancy", any_number(0, 5));
  set(settings, "place.supply_quality", any_number(-0.5, 0.5));
  set(settings, "place.market_pay", any_number(0.3, 3));
  set(settings, "place.founder_queue", any_number(0, 4));
  set(settings, "place.union_stance", any_number(-1, 1));
  set(settings, "place.growth_target", any_number(-0.2, 0.2));
}

/// Groups of schools that teach every grade, as one list.
class Groups {
 public:
  void add(GradeSpan span, int count, int students, bool selective) {
    const std::string model = any_model();
    ordinary_ += model == "traditional" ? count : 0;
    text_ += fmt::format(
        "{}{{model=\"{}\",name=\"Group {}\",count={},students={},first_grade={},last_grade={},"
        "size_spread={},opened_first={},opened_last={},selective={},affluence={},further_seats={},"
        "zone=\"{}\"}}",
        text_.empty() ? "" : ",", model, groups_++, count, std::max(count, students), span.first,
        span.last, toml_literal(any_number(0, 1.5)), any_int(1990, 2005), any_int(2005, 2013),
        selective, toml_literal(any_number(-2, 2)), toml_literal(any_number(0, 0.3)),
        one_in(3) ? "network" : "");
  }
  std::string text() const { return "[" + text_ + "]"; }
  int ordinary() const { return ordinary_; }

 private:
  std::string text_;
  int groups_ = 0, ordinary_ = 0;
};

Groups any_groups() {
  using Layout = std::vector<GradeSpan>;
  const auto layout = *rc::gen::map(rc::gen::inRange(0, 4), [](int i) {
    static const Layout layouts[] = {
        {{0, 5}, {6, 8}, {9, 12}}, {{0, 8}, {9, 12}}, {{0, 5}, {6, 12}}, {{0, 12}}};
    return layouts[i];
  });
  const int children = any_int(500, 2500);
  Groups groups;
  for (const GradeSpan span : layout) {
    const int here = children * span.size() / kGrades;
    const int others = one_in(2) ? here * any_int(1, 8) / 10 : 0;
    groups.add(span, any_int(1, 4), here - others, false);
    if (others > 0) groups.add(span, any_int(1, 3), others, one_in(3));
    if (one_in(4)) groups.add(span, any_int(1, 3), any_int(1, 8), false);  // nearly empty schools
  }
  return groups;
}

/// A value that the declaration allows, as text.
std::string any_value(const Declared& field) {
  switch (field.kind) {
    case FieldKind::Flag:
      return one_in(2) ? "true" : "false";
    case FieldKind::Choice:
      return *rc::gen::elementOf(field.allowed);
    case FieldKind::Integer:
      return fmt::format("{}", any_int(static_cast<int>(field.low), static_cast<int>(field.high)));
    case FieldKind::Dated:
      return fmt::format(
          "{{ 1900 = {}, {} = {} }}", toml_literal(any_number(field.low, field.high)),
          kFirstYear + any_int(0, 3), toml_literal(any_number(field.low, field.high)));
    default:
      return toml_literal(any_number(field.low, field.high));
  }
}

/// What any value of its range may be given to without contradicting another.
std::vector<Declared> levers_under(const std::string& chapter) {
  std::vector<Declared> levers;
  for (const Declared& field : declared_fields()) {
    const bool paired = field.key.find(".salary_") != std::string::npos;
    const bool listed = field.key.find(".N.") != std::string::npos;
    if (field.key.compare(0, chapter.size(), chapter) != 0 || paired || listed) continue;
    if (field.kind != FieldKind::Text) levers.push_back(field);
  }
  return levers;
}

void draw_levers(std::vector<std::string>& settings) {
  static const std::vector<Declared> law = levers_under("law.");
  static const std::vector<Declared> model = levers_under("models.KEY.");
  settings.push_back("law.governance.board=" + *rc::gen::elementOf(std::vector<std::string>{
                                                   "elected", "appointed", "mixed"}));
  settings.push_back("law.choice.assignment=" +
                     *rc::gen::elementOf(std::vector<std::string>{
                         "neighbourhood", "deferred_acceptance", "immediate_acceptance"}));
  settings.push_back("law.governance.zone_model=" + any_model());
  settings.push_back("law.accountability.escape_model=" + any_model());
  if (one_in(2)) settings.push_back("law.accountability.takeover_model=" + any_model());
  settings.push_back("law.authorization.opening_model=" + any_model());
  settings.push_back("law.authorization.conversion_model=" + any_model());
  for (int i = any_int(0, 8); i > 0; --i) {
    const Declared& field =
        law[static_cast<std::size_t>(any_int(0, static_cast<int>(law.size()) - 1))];
    settings.push_back(field.key + "=" + any_value(field));
  }
  for (int i = any_int(0, 8); i > 0; --i) {
    const Declared& field =
        model[static_cast<std::size_t>(any_int(0, static_cast<int>(model.size()) - 1))];
    std::string key = field.key;
    settings.push_back(key.replace(key.find("KEY"), 3, any_model()) + "=" + any_value(field));
  }
}

}  // namespace

std::vector<std::string> any_city_settings() {
  std::vector<std::string> settings;
  draw_run(settings);
  draw_children(settings);
  draw_place(settings);
  const Groups groups = any_groups();
  settings.push_back("place.schools=" + groups.text());
  draw_levers(settings);
  if (groups.ordinary() > 0 && one_in(3)) {
    settings.push_back(
        fmt::format("law.selections=[{{model=\"{}\",from=\"traditional\",count={},"
                    "year={}}}]",
                    any_model(), any_int(1, groups.ordinary()), kFirstYear + 1));
  }
  return settings;
}

std::string as_arguments(const std::vector<std::string>& settings) {
  std::string text;
  for (const std::string& setting : settings) text += fmt::format(" --set '{}'", setting);
  return text;
}

Scenario small_city(const std::vector<std::string>& settings, const PolicyFiles& policies) {
  static const std::string file =
      std::string(HOMEROOM_SOURCE_DIR) + "/scenarios/small_elected.toml";
  Reading reading = read_scenario(file, settings, policies);
  if (!reading.scenario) throw std::invalid_argument(format_faults(reading.faults));
  return std::move(*reading.scenario);
}

}  // namespace homeroom::testing
