// A year older: experience, seniority, tenure, and what the principal has seen so far.
#include <algorithm>

#include "sim/core/buffer.hpp"
#include "sim/core/parallel.hpp"
#include "sim/year/staffing_book.hpp"

namespace homeroom::staffing {
namespace {

/// Adds `more`, which is 0 or 1, to the years of teachers next to each other.
void add_years(std::uint8_t* __restrict years, const std::uint8_t* __restrict more,
               std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    years[i] = static_cast<std::uint8_t>(std::min(years[i] + more[i], 250));
  }
}

/// A year more for all on the payroll, column by column.
void age_some(Teachers& t, std::size_t first, std::size_t count) {
  Buffer<std::uint8_t> here(count), pooled(count), teaches(count), begun(count);
  const TeacherPlace* const place = t.place.data() + first;
  for (std::size_t i = 0; i < count; ++i) {
    here[i] = place[i] != TeacherPlace::Outside;
    pooled[i] = place[i] == TeacherPlace::Pool;
    teaches[i] = place[i] == TeacherPlace::School;
  }
  add_years(t.age.data() + first, here.data(), count);
  add_years(t.seniority.data() + first, here.data(), count);
  add_years(t.pool_years.data() + first, pooled.data(), count);
  add_years(t.experience.data() + first, teaches.data(), count);
  add_years(t.years_here.data() + first, teaches.data(), count);
  std::uint8_t* const bonus = t.bonus_years.data() + first;
  std::uint8_t* const below = t.below_years.data() + first;
  for (std::size_t i = 0; i < count; ++i) {
    bonus[i] = static_cast<std::uint8_t>(bonus[i] - (teaches[i] & (bonus[i] > 0)));
    begun[i] = static_cast<std::uint8_t>(teaches[i] & (below[i] > 0));
  }
  add_years(below, begun.data(), count);  // a removal goes on
}

}  // namespace

void age(Book& book) {
  const double tenure_years = book.law.staffing.tenure_years.in(book.year);
  for_short_slices(book.teachers.size(), [&](std::size_t first, std::size_t past) {
    Teachers& t = book.teachers;
    age_some(t, first, past - first);
    for (std::size_t row = first; row < past; ++row) {
      if (!t.in_school(row) || t.tenured[row] != 0 || t.seniority[row] < tenure_years) continue;
      if (book.at(row).model->tenure) t.tenured[row] = 1;
    }
  });
  book.tenured_before = book.teachers.tenured;
}

void evaluate(Book& book) {
  Teachers& t = book.teachers;
  // Over so many years at most: the older ones fade as a new one comes.
  const auto count = static_cast<float>(book.nature.seen_years);
  const auto noise_sd = static_cast<float>(book.nature.seen_noise);
  const std::vector<std::uint32_t>& words = book.yearly.lane[2];
  for_short_slices(t.size(), [&](std::size_t first, std::size_t past) {
    Buffer<float> noise(past - first);
    normals_from(words.data() + first, static_cast<int>(past - first), noise.data());
    for (std::size_t row = first; row < past; ++row) {
      if (!t.in_school(row)) continue;
      const float seen = static_cast<float>(book.worth(row)) + noise_sd * noise[row - first];
      if (t.seen_years[row] < count) {
        t.seen_sum[row] += seen;
        ++t.seen_years[row];
      } else {
        t.seen_sum[row] += seen - t.seen_sum[row] / count;
      }
      book.seen_mean[row] = t.seen_sum[row] / static_cast<float>(t.seen_years[row]);
    }
  });
}

}  // namespace homeroom::staffing
