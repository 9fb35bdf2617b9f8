#include "sim/mechanism/queues.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace homeroom::mechanism {
namespace {

constexpr std::size_t kSample = 7;
/// So few are sorted at once.
constexpr std::size_t kFew = 2 * kSample;

/// Some of those who wait for one program.
struct Some {
  std::uint64_t* priority;
  Waiting* waiting;
  std::size_t size;

  Some first(std::size_t count) const { return {priority, waiting, count}; }
  Some after(std::size_t count) const { return {priority + count, waiting + count, size - count}; }
};

/// A priority of one of them, a little beyond that of the `count`-th, and not the last.
std::uint64_t pivot_near(const Some& some, std::size_t count) {
  std::array<std::uint64_t, kSample> sample;
  for (std::size_t i = 0; i < kSample; ++i) sample[i] = some.priority[i * some.size / kSample];
  std::sort(sample.begin(), sample.end());
  return sample[std::min(count * kSample / some.size, kSample - 2)];
}

/// Moves those up to the pivot to the front and returns their number. Without branches, since each
/// would be a guess.
std::size_t part(const Some& some, std::uint64_t pivot) {
  std::size_t before = 0;
  for (std::size_t i = 0; i < some.size; ++i) {
    const std::uint64_t priority = some.priority[i];
    const Waiting waiting = some.waiting[i];
    some.priority[i] = some.priority[before];
    some.waiting[i] = some.waiting[before];
    some.priority[before] = priority;
    some.waiting[before] = waiting;
    before += priority <= pivot;
  }
  return before;
}

/// Everyone goes to the place that the number of those before tells.
void sort_few(const Some& some) {
  std::array<std::uint64_t, kFew> priority;
  std::array<Waiting, kFew> waiting;
  std::copy_n(some.priority, some.size, priority.begin());
  std::copy_n(some.waiting, some.size, waiting.begin());
  for (std::size_t i = 0; i < some.size; ++i) {
    std::size_t before = 0;
    for (std::size_t j = 0; j < i; ++j) before += priority[j] <= priority[i];
    for (std::size_t j = i + 1; j < some.size; ++j) before += priority[j] < priority[i];
    some.priority[before] = priority[i];
    some.waiting[before] = waiting[i];
  }
}

/// Brings the `count` who are served first to the front, where 0 < count < size. Returns how many
/// are known to come before the others: at least `count`, and likely those who are called next.
std::size_t bring_forward(Some some, std::size_t count) {
  std::size_t known = 0, done = 0;
  const std::size_t all = some.size;
  while (count > 0) {
    if (some.size <= kFew) {
      sort_few(some);
      break;
    }
    const std::size_t before = part(some, pivot_near(some, count));
    if (before == some.size) break;  // only where priorities are not strict
    if (before <= count) {
      some = some.after(before);
      count -= before;
      done += before;
    } else {
      some = some.first(before);
      if (known == 0) known = done + before;
    }
  }
  return known == 0 ? all : known;
}

}  // namespace

Queues::Queues(const Market& market)
    : priority_(market.choice.size()),
      waiting_(market.choice.size()),
      first_(market.programs() + 1, 0) {
  for (const std::uint32_t program : market.choice) ++first_[program + 1];
  std::partial_sum(first_.begin(), first_.end(), first_.begin());
  next_.assign(first_.begin(), first_.end() - 1);
  for (std::uint32_t applicant = 0; applicant < market.applicants(); ++applicant) {
    for (std::uint32_t i = market.first[applicant]; i < market.first[applicant + 1]; ++i) {
      const std::uint32_t row = next_[market.choice[i]]++;
      priority_[row] = market.priority[i];
      waiting_[row] = {applicant, i};
    }
  }
  next_.assign(first_.begin(), first_.end() - 1);
  bound_.assign(first_.begin() + 1, first_.end());
}

std::span<const Waiting> Queues::next(std::uint32_t program, std::size_t count) {
  const std::uint32_t from = next_[program];
  const auto past = from + static_cast<std::uint32_t>(std::min(count, waiting(program)));
  std::uint32_t& bound = bound_[program];
  const auto order = [&](std::uint32_t begin, std::uint32_t end) {
    const Some some{priority_.data() + begin, waiting_.data() + begin, end - begin};
    bound = begin + static_cast<std::uint32_t>(bring_forward(some, past - begin));
  };
  if (from < past && past < bound) order(from, bound);
  if (bound < past && past < first_[program + 1]) order(bound, first_[program + 1]);
  if (bound < past) bound = past;
  next_[program] = past;
  return {waiting_.data() + from, waiting_.data() + past};
}

}  // namespace homeroom::mechanism
