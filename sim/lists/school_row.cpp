#include "sim/lists/school_row.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace homeroom::lists {

namespace {

constexpr std::size_t kLongestName = 500;

}  // namespace

double SchoolRow::listed_students() const {
  if (total) return *total;
  if (total_k12) return *total_k12;
  double sum = prekindergarten.value_or(0.0) + ungraded.value_or(0.0);
  for (const auto& grade : grades) sum += grade.value_or(0.0);
  return sum;
}

RowReader::RowReader(const List& list, const CommonWords& common, Remarks& remarks)
    : list_(list), values_(common), remarks_(remarks) {}

SchoolRow RowReader::read(std::size_t row) {
  SchoolRow school;
  school.list = &list_;
  school.row = row;
  if (!text(row, Field::Id).empty()) school.id = id_of(list_, row, remarks_);
  school.name = text(row, Field::Name);
  school.district_id = text(row, Field::DistrictId);
  school.district = text(row, Field::District);
  school.year = autumn_of(list_.view(row, Field::Year));
  school.low = grade(row, Field::LowGrade, school);
  school.high = grade(row, Field::HighGrade, school);
  school.total = number(row, Field::Enrolment);
  school.total_k12 = number(row, Field::EnrolmentK12);
  school.prekindergarten = number(row, Field::Prekindergarten);
  school.ungraded = number(row, Field::Ungraded);
  for (int g = 0; g < kGrades; ++g) {
    school.grades[static_cast<std::size_t>(g)] = number(row, grade_field(g));
  }
  const Field groups[] = {Field::BlackPercent, Field::HispanicPercent, Field::WhitePercent,
                          Field::AsianPercent};
  for (std::size_t g = 0; g < kListedGroups; ++g) school.group_percent[g] = percent(row, groups[g]);
  school.low_income_percent = percent(row, Field::LowIncomePercent);
  school.english_learner_percent = percent(row, Field::EnglishLearnerPercent);
  school.special_percent = percent(row, Field::SpecialPercent);
  school.low_income_count = number(row, Field::LowIncomeCount);
  school.english_learner_count = number(row, Field::EnglishLearnerCount);
  school.special_count = number(row, Field::SpecialCount);
  school.latitude = number(row, Field::Latitude);
  school.longitude = number(row, Field::Longitude);
  school.located_by = &list_;
  school.located_row = row;
  school.teachers = number(row, Field::Teachers);
  return school;
}

std::string RowReader::text(std::size_t row, Field field) {
  std::string text = list_.cell(row, field);
  if (text.size() <= kLongestName) return text;
  fault(row, field, fmt::format("is longer than {} bytes", kLongestName), "a name or an id");
  return {};
}

std::optional<double> RowReader::number(std::size_t row, Field field) {
  if (!list_.says(field)) return std::nullopt;
  const std::string_view cell = list_.view(row, field);
  const NumberCell read = values_.number(cell);
  const bool place = field == Field::Latitude || field == Field::Longitude || field == Field::X ||
                     field == Field::Y;
  if (!read.sound) {
    fault(row, field, "holds what is no number", "a number, or a code for a missing one");
  } else if (read.value && *read.value < 0.0 && !place) {
    fault(row, field, "is below 0", "0 or more, or a code for a missing number");
    return std::nullopt;
  }
  return read.value;
}

std::optional<double> RowReader::percent(std::size_t row, Field field) {
  const std::optional<double> value = number(row, field);
  if (!value || *value <= 100.0) return value;
  fault(row, field, "is above 100", "a percentage");
  return std::nullopt;
}

std::optional<int> RowReader::grade(std::size_t row, Field field, SchoolRow& school) {
  if (!list_.says(field)) return std::nullopt;
  const GradeCell cell = values_.grade(list_.view(row, field));
  switch (cell.kind) {
    case GradeCell::Kind::Grade:
      return cell.grade;
    case GradeCell::Kind::NoGrade:
      fault(row, field, "holds what is no grade", "PK, K, 1 to 12, UG or AE");
      return std::nullopt;
    case GradeCell::Kind::Other:
      school.other_grades = true;
      return std::nullopt;
    case GradeCell::Kind::Unknown:
      return std::nullopt;
  }
  return std::nullopt;
}

void RowReader::fault(std::size_t row, Field field, const std::string& what,
                      const std::string& allowed) {
  remarks_.at(Weight::Fault, list_.file, list_.table.line(row), list_.called(field), what, allowed,
              "those cells");
}

std::string id_of(const List& list, std::size_t row, Remarks& remarks) {
  std::string id = list.cell(row, Field::Id);
  const auto digits = static_cast<std::size_t>(list.format->id_digits);
  const bool plain = !id.empty() && std::all_of(id.begin(), id.end(), [](char letter) {
    return letter >= '0' && letter <= '9';
  });
  if (digits == 0 || id.size() == digits || !plain || id.size() > digits) return id;
  remarks.at(Weight::Fault, list.file, list.table.line(row), list.called(Field::Id),
             fmt::format("has fewer than {} digits", digits),
             "ids as text, with their leading zeros", "nothing: zeros are put before them");
  return std::string(digits - id.size(), '0') + id;
}

}  // namespace homeroom::lists
