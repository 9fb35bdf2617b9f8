// Candidates from outside the city, and the careers of those who stay.
//
// A candidate is a pure function of (year, place in the list): two policies meet the same people.
// The list is in order of nearness to the city; beyond its ordinary length quality falls, so a city
// that must hire more reaches further down.
#pragma once

#include <vector>

#include "sim/chance/draw.hpp"
#include "sim/world/world.hpp"
#include "sim/year/staffing.hpp"

namespace homeroom {

/// A teacher as drawn, in no table yet.
struct TeacherDraft {
  std::uint64_t person = 0;
  PerSubject<float> effect{};
  std::uint8_t experience = 0, age = 0;
  std::uint8_t seniority = 0;  ///< years in the city, for first staff
  float fit = 0;
};

/// The name in the dice of candidate `index` of `year`; year 0 is the founding.
inline std::uint64_t candidate_name(int year, std::uint32_t index) {
  return who_of(index, static_cast<std::uint32_t>(year));
}

/// Candidate `index` of the ordinary list of `year`.
TeacherDraft draw_outside_candidate(const Dice& dice, const StaffingParameters& nature,
                                    const CityFacts& city, int year, std::uint32_t index);

/// The first `count` candidates of `year`, but for what only the hired are asked: `age`, and `fit`,
/// which is that of the post.
std::vector<TeacherDraft> draft_candidates(const Dice& dice, const StaffingParameters& nature,
                                           const CityFacts& city, int year, std::uint32_t count);
/// Age at so much experience, by the word of Die::CandidateAge.
std::uint8_t age_from(std::uint32_t word, const StaffingParameters& nature, int experience);

/// Where careers settle in a school: hired at the experience of candidates, leaving the city by the
/// exit hazard (Feller 1971, ch. XI: renewal theory).
class StationaryCareer {
 public:
  /// `novice_share` of those hired; `school_logit` is what the school adds to the exit of anybody.
  StationaryCareer(const StaffingParameters& nature, double novice_share,
                   double school_logit = 0.0);

  /// Years of experience at `uniform` in (0, 1): the inverse of the stationary distribution.
  int experience(double uniform) const;
  /// Years in the city of a teacher with so much experience, at `uniform` in (0, 1).
  int seniority(int experience, double uniform) const;
  /// Share of teachers who leave their school in an ordinary year.
  double turnover() const { return turnover_; }
  /// Share of teachers who leave the city in an ordinary year.
  double attrition() const { return attrition_; }

 private:
  std::vector<double> below_;  ///< share with at most so many years
  std::vector<double> came_;   ///< weight of those who came with at most so many years
  double turnover_ = 0, attrition_ = 0;
};

/// Teacher `index` of a city being founded, from the stationary career.
TeacherDraft draw_founding_teacher(const Dice& dice, const StaffingParameters& nature,
                                   const CityFacts& city, const StationaryCareer& career,
                                   std::uint32_t index);

/// Writes a draft into a free row and puts it into `post`.
TeacherId employ(World& world, const Law& law, const TeacherDraft& draft, std::size_t post);

}  // namespace homeroom
