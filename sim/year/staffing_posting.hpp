// Openings as candidates find them: which schools have posts of a kind, and what an application to
// one comes to.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/year/staffing_book.hpp"

namespace homeroom::staffing {

/// What an application to a school's openings of one kind comes to, but for chance.
struct Terms {
  double attraction, mission;  ///< utility, and what fit adds to it
  double noise[2];             ///< SD in the school's judgement: of its own city, of strangers
  double fit;                  ///< what fit adds to the score
  double outside;              ///< right to hire off the list
};

/// Schools whose grades have posts of a kind, open or not: the list does not depend on policy. With
/// each stands whether it has openings.
struct Posting {
  static constexpr std::uint32_t kWanted = 1u << 31;
  std::array<std::vector<std::uint32_t>, kPostKinds> schools;
  std::vector<Terms> terms;  ///< by program

  explicit Posting(const Book& book);

 private:
  void add(const Book& book, std::uint32_t school, Post kind);
};

}  // namespace homeroom::staffing
