#include "sim/chance/threefry.hpp"

#include <cstring>

#include "sim/chance/threefry_states.hpp"

namespace homeroom::threefry {
namespace {

template <class Vector>
inline HOMEROOM_INLINE void load(Vector& v, const std::uint32_t* from, int count) {
  constexpr int kLanes = sizeof(Vector) / 4;
  v = Vector{};
  if (count >= kLanes) {
    std::memcpy(&v, from, sizeof v);
  } else {
    std::memcpy(&v, from, 4 * static_cast<std::size_t>(count));
  }
}

template <class Vector>
inline HOMEROOM_INLINE void store(std::uint32_t* to, const Vector& v, int count) {
  constexpr int kLanes = sizeof(Vector) / 4;
  if (count >= kLanes) {
    std::memcpy(to, &v, sizeof v);
  } else {
    std::memcpy(to, &v, 4 * static_cast<std::size_t>(count));
  }
}

/// Where the four words of individuals go, each a column.
struct Columns {
  std::uint32_t *word0, *word1, *word2, *word3;
  explicit Columns(std::uint32_t* const* lanes)
      : word0(lanes[0]), word1(lanes[1]), word2(lanes[2]), word3(lanes[3]) {}
};

/// `begin(state, i, left)` writes what kLanes individuals from i on begin with, of whom `left` are
/// there, and `end(state, i, left)` takes what came out. Whole vectors and the rest are loops of
/// their own: in one, g++ would call memcpy for every vector, and spill the others around it.
template <int kLanes, class Begin, class End>
inline HOMEROOM_INLINE void fill_some(const Schedule& schedule, int count, const Begin& begin,
                                      const End& end) {
  using Some = State<kLanes>;
  const int whole = count / kLanes, left = count % kLanes;
  fill<kLanes>(
      schedule, whole, [&](Some& s, int unit) HOMEROOM_INLINE { begin(s, unit * kLanes, kLanes); },
      [&](const Some& s, int unit) HOMEROOM_INLINE { end(s, unit * kLanes, kLanes); });
  if (left == 0) return;
  Some rest;
  begin(rest, whole * kLanes, left);
  all_rounds(schedule, rest);
  end(rest, whole * kLanes, left);
}

/// The same for those whose words are columns.
template <int kLanes, class Begin>
inline HOMEROOM_INLINE void fill_columns(const Schedule& schedule, int count,
                                         const Columns& columns, const Begin& begin) {
  fill_some<kLanes>(schedule, count, begin,
                    [&](const State<kLanes>& s, int i, int left) HOMEROOM_INLINE {
                      store(columns.word0 + i, s.x0, left);
                      store(columns.word1 + i, s.x1, left);
                      store(columns.word2 + i, s.x2, left);
                      store(columns.word3 + i, s.x3, left);
                    });
}

/// Blocks of kWidth individuals, one after the other, with their four lanes next to each other:
/// `begin(state, block, from)` writes what those from `from` on begin with.
template <int kLanes, class Begin>
inline HOMEROOM_INLINE void fill_in_blocks(const Schedule& schedule, int blocks,
                                           std::uint32_t* words, const Begin& begin) {
  constexpr int kParts = kWidth / kLanes;
  fill<kLanes>(
      schedule, blocks * kParts,
      [&](State<kLanes>& s, int unit)
          HOMEROOM_INLINE { begin(s, unit / kParts, unit % kParts * kLanes); },
      [&](const State<kLanes>& s, int unit) HOMEROOM_INLINE {
        std::uint32_t* const to = words + unit / kParts * 4 * kWidth + unit % kParts * kLanes;
        store(to, s.x0, kLanes);
        store(to + kWidth, s.x1, kLanes);
        store(to + 2 * kWidth, s.x2, kLanes);
        store(to + 3 * kWidth, s.x3, kLanes);
      });
}

}  // namespace

// What all individuals share is spread over a vector before the loops: inside them g++ would put it
// together number by number.

void fill_block(const Schedule& schedule, const std::uint32_t* low, const std::uint32_t* high,
                std::uint32_t when, std::uint32_t alternative, int count,
                std::uint32_t* const* lanes) {
  run_in_lanes([=, columns = Columns(lanes)](auto width) HOMEROOM_INLINE {
    constexpr int kLanes = decltype(width)::kLanes;
    using Vector = typename State<kLanes>::Vector;
    const Vector year = Vector{} + when, other = Vector{} + alternative;
    fill_columns<kLanes>(schedule, count, columns,
                         [&](State<kLanes>& s, int i, int left) HOMEROOM_INLINE {
                           load(s.x0, low + i, left);
                           load(s.x1, high + i, left);
                           s.x2 = year;
                           s.x3 = other;
                         });
  });
}

void fill_block_of_rows(const Schedule& schedule, std::uint32_t first, const std::int16_t* high,
                        std::uint32_t when, int count, std::uint32_t* const* lanes) {
  run_in_lanes([=, columns = Columns(lanes)](auto width) HOMEROOM_INLINE {
    constexpr int kLanes = decltype(width)::kLanes;
    using Some = State<kLanes>;
    typename Some::Vector steps{};
    for (std::uint32_t lane = 0; lane < kLanes; ++lane) steps[lane] = lane;
    const typename Some::Vector year = typename Some::Vector{} + when, none{};
    fill_columns<kLanes>(schedule, count, columns, [&](Some& s, int i, int left) HOMEROOM_INLINE {
      typename Some::Short names{};
      std::memcpy(&names, high + i, 2 * static_cast<std::size_t>(left));
      s.x0 = steps + (first + static_cast<std::uint32_t>(i));
      const auto generations = __builtin_convertvector(names, typename Some::Signed);
      s.x1 = reinterpret_cast<typename Some::Vector>(generations);
      s.x2 = year;
      s.x3 = none;
    });
  });
}

void fill_block_of_each(const Schedule& schedule, const std::uint32_t* low,
                        const std::uint32_t* high, std::uint32_t when,
                        const std::uint32_t* alternatives, int count, std::uint32_t* const* lanes) {
  run_in_lanes([=, columns = Columns(lanes)](auto width) HOMEROOM_INLINE {
    constexpr int kLanes = decltype(width)::kLanes;
    using Some = State<kLanes>;
    const typename Some::Vector year = typename Some::Vector{} + when;
    fill_columns<kLanes>(schedule, count, columns, [&](Some& s, int i, int left) HOMEROOM_INLINE {
      load(s.x0, low + i, left);
      load(s.x1, high + i, left);
      s.x2 = year;
      load(s.x3, alternatives + i, left);
    });
  });
}

void fill_blocks(const Schedule& schedule, const std::uint32_t* low, const std::uint32_t* high,
                 std::uint32_t when, const std::uint32_t* alternatives, int count,
                 std::uint32_t* words) {
  run_in_lanes([=](auto width) HOMEROOM_INLINE {
    constexpr int kLanes = decltype(width)::kLanes;
    using Some = State<kLanes>;
    const typename Some::Vector year = typename Some::Vector{} + when, none{};
    fill_in_blocks<kLanes>(schedule, count, words,
                           [&](Some& s, int block, int from) HOMEROOM_INLINE {
                             load(s.x0, low + from, kLanes);
                             load(s.x1, high + from, kLanes);
                             s.x2 = year;
                             s.x3 = none;
                             s.x3 += alternatives[block];
                           });
  });
}

void fill_blocks_of_each(const Schedule& schedule, const std::uint32_t* low,
                         const std::uint32_t* high, std::uint32_t when,
                         const std::uint32_t* alternatives, int count, std::uint32_t* words) {
  run_in_lanes([=](auto width) HOMEROOM_INLINE {
    constexpr int kLanes = decltype(width)::kLanes;
    using Some = State<kLanes>;
    const typename Some::Vector year = typename Some::Vector{} + when;
    fill_in_blocks<kLanes>(schedule, count, words,
                           [&](Some& s, int block, int from) HOMEROOM_INLINE {
                             load(s.x0, low + from, kLanes);
                             load(s.x1, high + from, kLanes);
                             s.x2 = year;
                             load(s.x3, alternatives + kWidth * block + from, kLanes);
                           });
  });
}

void fill_alternatives(const Schedule& schedule, std::uint32_t low, std::uint32_t high,
                       std::uint32_t when, const std::uint32_t* alternatives, int count, int lane,
                       std::uint32_t* words) {
  run_in_lanes([=](auto width) HOMEROOM_INLINE {
    constexpr int kLanes = decltype(width)::kLanes;
    using Some = State<kLanes>;
    using Vector = typename Some::Vector;
    const Vector name = Vector{} + low, generation = Vector{} + high, year = Vector{} + when;
    fill_some<kLanes>(
        schedule, count,
        [&](Some& s, int i, int left) HOMEROOM_INLINE {
          s.x0 = name;
          s.x1 = generation;
          s.x2 = year;
          load(s.x3, alternatives + i, left);
        },
        [&](const Some& s, int i, int left) HOMEROOM_INLINE {
          const Vector& word = lane == 0 ? s.x0 : lane == 1 ? s.x1 : lane == 2 ? s.x2 : s.x3;
          store(words + i, word, left);
        });
  });
}

}  // namespace homeroom::threefry
