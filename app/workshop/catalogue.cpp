#include "app/workshop/catalogue.hpp"

#include "analysis/truth/school_values.hpp"
#include "app/workshop/json.hpp"
#include "app/workshop/lever_values.hpp"
#include "app/workshop/levers.hpp"
#include "app/workshop/outcomes.hpp"
#include "sim/scenario/model_lines.hpp"

namespace homeroom::workshop {
namespace {

void append_limits(JsonWriter& json) {
  json.key("limits").begin_object();
  json.key("years").begin_list().whole(1).whole(kMostYears).end_list();
  json.key("replicates").begin_list().whole(1).whole(kMostReplicates).end_list();
  json.key("presets").whole(static_cast<long long>(kMostPresets));
  json.key("levers").whole(static_cast<long long>(kMostLevers));
  json.key("stages").begin_list().whole(1).whole(8).whole(32).whole(128).end_list().end_object();
}

bool is_autonomous(const City& city, const std::string& model) {
  for (const std::string& key : city.autonomous) {
    if (key == model) return true;
  }
  return false;
}

void append_city(const City& city, JsonWriter& json) {
  const Scenario& scenario = city.scenario;
  json.begin_object().member("key", city.key).member("title", scenario.place.title);
  json.member("description", scenario.description);
  json.key("first_year").whole(scenario.run.first_year);
  json.key("years").whole(scenario.run.policy_years);
  json.key("seed").whole(static_cast<long long>(scenario.run.seed));
  json.key("children").whole(static_cast<long long>(scenario.place.children()));
  int schools = static_cast<int>(scenario.place.school_list.size());
  for (const SchoolGroup& group : scenario.place.schools) schools += group.count;
  json.key("schools").whole(schools);
  json.member("ordinary", scenario.law.models[scenario.law.ordinary.row()].key);
  json.key("models").begin_list();
  for (const SchoolModel& model : scenario.law.models) {
    if (!city.has_model(model.key)) continue;
    json.begin_object().member("key", model.key).member("label", model.label);
    json.key("schools").whole(schools_of(city, model.key));
    json.key("autonomous").flag(is_autonomous(city, model.key)).end_object();
  }
  json.end_list().texts("autonomous", city.autonomous).end_object();
}

using Values = std::map<std::string, LeverValue>;

void append_value(const City& city, const Values& values, const std::string& key,
                  JsonWriter& json) {
  const LeverValue& value = values.at(key);
  json.begin_object().key("value").raw(value.json).key("changes").flag(value.changes);
  const auto noted = city.scenario.provenance.find(key);
  const bool known = noted != city.scenario.provenance.end();
  json.member("source", known ? noted->second.source : "");
  json.member("status", known ? noted->second.status : "").end_object();
}

/// Values of one lever by city; of models, by city and model.
void append_values(const Policies& policies, const std::vector<Values>& values, const Lever& lever,
                   JsonWriter& json) {
  const auto of_model = model_lever(lever.key);
  json.key("values").begin_object();
  for (std::size_t i = 0; i < policies.cities().size(); ++i) {
    const City& city = policies.cities()[i];
    json.key(city.key);
    if (!of_model) {
      append_value(city, values[i], lever.key, json);
      continue;
    }
    json.begin_object();
    for (const std::string& model : city.models) {
      json.key(model);
      append_value(city, values[i], "models." + model + "." + of_model->name, json);
    }
    json.end_object();
  }
  json.end_object();
}

void append_levers(const Policies& policies, JsonWriter& json) {
  std::vector<Values> values;
  for (const City& city : policies.cities()) values.push_back(lever_values(city.scenario));
  json.key("levers").begin_list();
  for (const Lever& lever : levers()) {
    json.begin_object().member("key", lever.key).member("heading", lever.heading);
    json.member("name", lever.name).key("main").flag(lever.main).member("meaning", lever.meaning);
    json.member("kind", lever.kind).member("unit", lever.unit);
    if (lever.kind == "word") {
      json.texts("words", lever.words);
    } else if (lever.kind != "yes_no") {
      json.key("low").number(lever.low).key("high").number(lever.high);
    }
    append_values(policies, values, lever, json);
    json.end_object();
  }
  json.end_list();
}

/// "score 0.81; autonomy high; rights 21 stated, 8 proposed; ...": what docs/models.md says of it.
std::map<std::string, std::string> descriptions_of(const Scenario& scenario) {
  const ModelLine columns = model_columns();
  std::map<std::string, std::string> descriptions;
  for (const ModelLine& line : model_lines(scenario, year_of_models(scenario))) {
    std::string text;
    for (std::size_t c = 2; c < kModelColumns; ++c) {  // after its key and city
      text += (text.empty() ? "" : "; ") + columns[c] + " " + line[c];
    }
    descriptions.emplace(line[0], text);
  }
  return descriptions;
}

/// School models of all cities, each once.
void append_models(const Policies& policies, JsonWriter& json) {
  std::map<std::string, std::string> descriptions;
  for (const City& city : policies.cities()) descriptions.merge(descriptions_of(city.scenario));
  std::map<std::string, const SchoolModel*> models;
  for (const City& city : policies.cities()) {
    for (const SchoolModel& model : city.scenario.law.models) models.emplace(model.key, &model);
  }
  json.key("models").begin_list();
  for (const auto& [key, model] : models) {
    json.begin_object().member("key", key).member("label", model->label);
    json.member("city", model->city).member("description", descriptions[key]).end_object();
  }
  json.end_list();
}

void append_presets(const Policies& policies, JsonWriter& json) {
  json.key("presets").begin_list();
  for (const Preset& preset : policies.presets()) {
    json.begin_object().member("key", preset.key).member("title", preset.title);
    json.texts("parts", preset.parts).key("part_of");
    const std::string whole = whole_of(policies.presets(), preset.key);
    whole.empty() ? json.null() : json.text(whole);
    json.end_object();
  }
  json.end_list();
}

std::string in_words(Better better) {
  return better == Better::Higher ? "higher" : better == Better::Lower ? "lower" : "";
}

void append_outcomes(JsonWriter& json) {
  json.key("outcomes").begin_list();
  for (const Outcome& outcome : outcomes()) {
    json.begin_object().member("key", outcome.key).member("name", outcome.name);
    json.member("group", outcome.group).member("unit", outcome.unit);
    json.member("meaning", outcome.meaning).member("better", in_words(outcome.better));
    json.key("term").flag(outcome.term).end_object();
  }
  json.end_list().key("school_columns").begin_list();
  for (const truth::SchoolMeasure& measure : truth::school_measures()) {
    json.begin_object().member("key", measure.name).member("unit", measure.unit);
    json.member("meaning", measure.meaning).end_object();
  }
  json.end_list();
}

}  // namespace

std::string catalogue_json(const Policies& policies, const std::string& program) {
  JsonWriter json;
  json.begin_object().member("program", program);
  append_limits(json);
  json.key("headings").begin_list();
  for (const Heading& heading : headings()) {
    json.begin_object().member("key", heading.key).member("title", heading.title);
    json.member("meaning", heading.meaning).end_object();
  }
  json.end_list().key("cities").begin_list();
  for (const City& city : policies.cities()) append_city(city, json);
  json.end_list();
  append_levers(policies, json);
  append_models(policies, json);
  append_presets(policies, json);
  append_outcomes(json);
  return json.end_object().take();
}

}  // namespace homeroom::workshop
