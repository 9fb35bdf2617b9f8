#include "analysis/truth/city_year.hpp"

#include <set>

#include "analysis/panel/table_columns.hpp"
#include "analysis/truth/children.hpp"
#include "analysis/truth/models_of_schools.hpp"
#include "analysis/truth/year_values.hpp"
#include "sim/core/number_from.hpp"
#include "sim/records/public_tables.hpp"

namespace homeroom::truth {

namespace {

using panel::TableColumns;

/// A child that stays where it was keeps the way in which it once came there.
ChildHow how_child_came(std::int64_t arrival, const ChildPlaces& before, std::size_t row,
                        std::int64_t arrived, bool begun) {
  const auto how = static_cast<ChildHow>(arrival);
  if (how != ChildHow::Stayed || !begun || row >= before.arrived.size()) return how;
  return before.arrived[row] == arrived ? before.how[row] : how;
}

ChildPlaces places_of_children(const Batch& batch, const ChildPlaces& before, bool begun) {
  const TableColumns table(batch);
  const auto &arrived = table.wholes("arrived"), &school = table.wholes("school_id"),
             &arrival = table.wholes("arrival");
  ChildPlaces places;
  places.arrived.reserve(table.rows());
  places.school.reserve(table.rows());
  places.how.reserve(table.rows());
  for (std::size_t row = 0; row < table.rows(); ++row) {
    places.arrived.push_back(static_cast<std::int16_t>(arrived[row]));
    places.school.push_back(static_cast<std::uint16_t>(school[row]));
    places.how.push_back(how_child_came(arrival[row], before, row, arrived[row], begun));
  }
  const auto level = [&](const char* column) {
    const auto& numbers = table.numbers(column);
    return std::vector<float>(numbers.begin(), numbers.end());
  };
  places.level[0] = level("level_math");
  places.level[1] = level("level_ela");
  return places;
}

int place_of(const std::string& place, std::int64_t school) {
  if (place == "school") return static_cast<int>(school);
  return place == "pool" ? TeacherPlaces::kPool : TeacherPlaces::kOutside;
}

/// Whoever left has a row in that year only, and stays outside until seen again.
void follow_teachers(const Batch& batch, TeacherPlaces& teachers) {
  const TableColumns table(batch);
  const auto &person = table.texts("teacher_id"), &move = table.texts("move"),
             &place = table.texts("place"), &before = table.texts("place_before"),
             &reason = table.texts("reason");
  const auto& school = table.wholes("school_id");
  for (std::size_t row = 0; row < table.rows(); ++row) {
    TeacherPlaces::One& one =
        teachers.by_person[number_from<std::uint64_t>(person[row]).value_or(0)];
    const std::string_view how = how_teacher_came(move[row], reason[row], before[row]);
    if (how != "stayed" || one.how.empty()) one.how = how;
    one.place = place_of(place[row], school[row]);
  }
}

}  // namespace

std::vector<std::string> models_of_schools(const Batch& schools) {
  const TableColumns table(schools);
  const auto& ids = table.wholes("school_id");
  const auto& models = table.texts("model");
  std::vector<std::string> model_of;
  for (std::size_t i = 0; i < table.rows(); ++i) {
    const auto school = static_cast<std::size_t>(ids[i]);
    if (model_of.size() <= school) model_of.resize(school + 1);
    model_of[school] = models[i];
  }
  return model_of;
}

std::string_view how_teacher_came(const std::string& move, const std::string& reason,
                                  const std::string& before) {
  static const std::set<std::string, std::less<>> reasons = [] {
    std::set<std::string, std::less<>> words;
    for (const ColumnDefinition& column : teachers_table().columns) {
      if (column.name != "reason") continue;
      for (const Code& code : column.codes) words.emplace(code.word);
    }
    return words;
  }();
  if (move == "hired") return "hired";
  if (!reason.empty()) return *reasons.find(reason);
  return move == "moved" && before == "pool" ? "placed" : "stayed";
}

const CityYear& CityYears::add(int year, const YearTables& tables) {
  now_.year = year;
  now_.model_of_school = models_of_schools(tables.schools);
  now_.schools = school_values(tables.schools, tables.children);
  now_.values = values_of_year(tables, now_.model_of_school);
  now_.children = places_of_children(tables.children, now_.children, begun_);
  follow_teachers(tables.teachers, now_.teachers);
  follow_children_of_base(now_, now_);
  begun_ = true;
  return now_;
}

}  // namespace homeroom::truth
