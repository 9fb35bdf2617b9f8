// One fault of each kind that a build looks for, by name; `sound` has none.
#include <cstdio>
#include <limits>
#include <string>
#include <vector>

#include "sim/core/parallel.hpp"

namespace {

// Read by nobody but the compiler, which so has to do what is written.
volatile int sink = 0;
volatile int ten = 10;

int shared = 0;

void heap() {
  int* const rows = new int[10];
  sink = rows[ten];
  delete[] rows;
}

void freed() {
  int* const row = new int(1);
  delete row;
  sink = *row;
}

void element() {
  const std::vector<int> rows(10);
  sink = rows[static_cast<std::size_t>(ten)];
}

void overflow() { sink = std::numeric_limits<int>::max() - 5 + ten; }

void number() {
  const double large = 1e300 * ten;
  sink = static_cast<int>(large);
}

void loop(bool share) {
  const homeroom::ThreadLimit limit(4);
  std::vector<std::vector<int>> parts(1000);
  homeroom::for_each_index(parts.size(), [&](std::size_t i) {
    parts[i].assign(1000, static_cast<int>(i));
    if (share) ++shared;
  });
  int sum = 0;
  for (const auto& part : parts) sum += part.back();
  homeroom::side_by_side({[&] { parts[0].clear(); }, [&] { parts[1].clear(); }});
  sink = sum + shared;
}

}  // namespace

int main(int arguments, char** argument) {
  const std::string kind = arguments == 2 ? argument[1] : "";
  if (kind == "heap") heap();
  if (kind == "freed") freed();
  if (kind == "element") element();
  if (kind == "overflow") overflow();
  if (kind == "number") number();
  if (kind == "race") loop(true);
  if (kind == "sound") loop(false);
  std::puts("nothing was told");
  return kind == "sound" ? 0 : 2;
}
