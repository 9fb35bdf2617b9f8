#include "app/workshop/differences.hpp"
#include "app/workshop/json.hpp"
#include "sim/observe/names.hpp"

namespace homeroom::workshop {
namespace {

void append_site(const Schools& schools, SchoolId school, JsonWriter& json) {
  json.whole(static_cast<long long>(school.row())).text(schools.name[school]);
  json.number(static_cast<double>(schools.x[school]));
  json.number(static_cast<double>(schools.y[school]));
  json.text(name_of(level_of(schools.span[school])));
}

const truth::SchoolRow* row_of(const truth::SchoolValues& schools, int id) {
  const auto found = schools.find(id);
  return found == schools.end() ? nullptr : &found->second;
}

void append_model(const truth::SchoolRow* row, JsonWriter& json) {
  row ? json.text(row->model) : json.null();
}

}  // namespace

std::string city_json(const City& of, const Arm& arm, const KeptCity& city) {
  const Scenario& scenario = *arm.scenario;
  const World& world = city.city.world;
  JsonWriter json;
  json.begin_object().member("city", of.key).key("years").begin_list();
  for (int year = scenario.run.first_year; year <= scenario.run.last_year(); ++year) {
    json.whole(year);
  }
  json.end_list().key("models").begin_list();
  for (const SchoolModel& model : scenario.law.models) {
    if (!of.has_model(model.key)) continue;
    json.begin_object().member("key", model.key).member("label", model.label).end_object();
  }
  json.end_list().key("schools").begin_object();
  json.texts("columns", {"id", "name", "x", "y", "level", "model", "enrolment", "open"});
  json.key("rows").begin_list();
  std::vector<long long> enrolled(world.schools.size(), 0);
  for (std::size_t row = 0; row < world.students.size(); ++row) {
    ++enrolled[world.students.school[row]];
  }
  for (std::size_t i = 0; i < world.schools.size(); ++i) {
    const SchoolId school(i);
    json.begin_list();
    append_site(world.schools, school, json);
    const ModelId model = world.schools.model[school];
    model ? json.text(scenario.law.models[model.row()].key) : json.null();
    json.whole(enrolled[i]).whole(world.schools.is_open(school) ? 1 : 0).end_list();
  }
  return json.end_list().end_object().end_object().take();
}

std::string schools_json(const Life& a, const Life& b, int year) {
  const Schools& schools = a.city->city.world.schools;
  std::vector<std::string> columns = {"id", "name", "x", "y", "level", "model_a", "model_b"};
  for (const truth::SchoolMeasure& measure : truth::school_measures()) {
    columns.push_back(measure.name + "_a");
    columns.push_back(measure.name + "_b");
  }
  JsonWriter json;
  json.begin_object().key("replicate").whole(1).key("year").whole(year);
  json.texts("columns", columns).key("rows").begin_list();
  for (std::size_t i = 0; i < schools.size(); ++i) {
    const truth::SchoolRow *one = row_of(a.schools, static_cast<int>(i)),
                           *other = row_of(b.schools, static_cast<int>(i));
    if (!one && !other) continue;
    json.begin_list();
    append_site(schools, SchoolId(i), json);
    append_model(one, json);
    append_model(other, json);
    for (std::size_t m = 0; m < truth::school_measures().size(); ++m) {
      one ? json.number(one->values[m]) : json.null();
      other ? json.number(other->values[m]) : json.null();
    }
    json.end_list();
  }
  return json.end_list().end_object().take();
}

}  // namespace homeroom::workshop
