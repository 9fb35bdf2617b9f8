// A year older: experience, seniority, tenure, and what the principal has seen so far.
#include <algorithm>

#include "sim/core/buffer.hpp"
#include "sim/core/parallel.hpp"
#include "sim/year/staffing_book.hpp"

namespace homeroom::staffing {
namespace {

void add_one(std::uint8_t& years) { years = static_cast<std::uint8_t>(std::min(years + 1, 250)); }
void take_one(std::uint8_t& years) { years = static_cast<std::uint8_t>(years > 0 ? years - 1 : 0); }

void age_one(Book& book, std::size_t row, double tenure_years) {
  Teachers& t = book.teachers;
  if (t.place[row] == TeacherPlace::Outside) return;
  add_one(t.age[row]);
  add_one(t.seniority[row]);
  if (t.place[row] == TeacherPlace::Pool) {
    add_one(t.pool_years[row]);
    return;
  }
  add_one(t.experience[row]);
  add_one(t.years_here[row]);
  take_one(t.bonus_years[row]);
  if (t.below_years[row] > 0) add_one(t.below_years[row]);
  if (t.seniority[row] >= tenure_years && book.at(row).model->tenure) t.tenured[row] = 1;
}

}  // namespace

void age(Book& book) {
  const double tenure_years = book.law.staffing.tenure_years.in(book.year);
  for_short_slices(book.teachers.size(), [&](std::size_t first, std::size_t past) {
    for (std::size_t row = first; row < past; ++row) age_one(book, row, tenure_years);
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
