// Draws for many children at once, on one core.
#include <benchmark/benchmark.h>

#include <numeric>
#include <vector>

#include "sim/chance/draw.hpp"

namespace {

using namespace homeroom;

constexpr int kChildren = 4096;

/// Names of children, and room for four words each.
struct Children {
  std::vector<std::uint32_t> row, generation, words;
  std::uint32_t* lanes[4];
  Children() : row(kChildren), generation(kChildren, 2011), words(4 * kChildren) {
    std::iota(row.begin(), row.end(), 0u);
    for (int l = 0; l < 4; ++l) lanes[l] = words.data() + l * kChildren;
  }
};

void DiceBlock(benchmark::State& state) {
  Children children;
  const Dice dice(7, 1);
  for (auto _ : state) {
    dice.block(Die::YearShockMath, 2011, children.row.data(), children.generation.data(), 0,
               kChildren, children.lanes);
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(state.iterations() * kChildren);
}
BENCHMARK(DiceBlock);

void DiceOneByOne(benchmark::State& state) {
  const Dice dice(7, 1);
  std::uint64_t child = 0;
  for (auto _ : state) benchmark::DoNotOptimize(dice.word(Die::YearShockMath, 2011, child++));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(DiceOneByOne);

void NormalsFrom(benchmark::State& state) {
  Children children;
  Dice(7, 1).block(Die::YearShockMath, 2011, children.row.data(), children.generation.data(), 0,
                   kChildren, children.lanes);
  std::vector<float> normals(kChildren);
  for (auto _ : state) {
    normals_from(children.words.data(), kChildren, normals.data());
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(state.iterations() * kChildren);
}
BENCHMARK(NormalsFrom);

}  // namespace
