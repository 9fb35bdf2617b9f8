// The working copy of one year of staffing: chapters of the year see only what is decided in the
// end, the steps of staffing hand this book on.
#pragma once

#include <array>
#include <vector>

#include "sim/year/posts.hpp"
#include "sim/year/staffing.hpp"
#include "sim/year/staffing_outside.hpp"

namespace homeroom::staffing {

/// What a school looks like to teachers and how it acts on staff this year.
struct Workplace {
  bool open = false;
  double poverty = 0, climate = 0, leadership = 0, friction = 0, hours = 0, pay = 0;
  double distinct = 0;           ///< distinctness of the design
  double pressure = 0;           ///< urgency without support
  double unsupported = 1;        ///< share of a full dose of support that is missing
  double skill_share = 0;        ///< Phi(autonomy skill)
  double dismiss = 0;            ///< S6 held
  double dismiss_misfit = 0;     ///< S7 held
  double free_layoff = 0;        ///< S8 held
  double waived = 0;             ///< S11 held: share of tenure rules waived
  double outside = 0;            ///< S1 held
  double outside_short = 0;      ///< the same where teachers are short
  double fit_weight = 1;         ///< of fit in hiring, against the usual
  double plan = 0;               ///< one plan for extra hours, shared by schools
  double binds_placed = 0;       ///< how far the work agreement binds placed staff
  bool agreement = false;        ///< this year's work agreement was signed
  double selection = 0;          ///< S5 held
  double free_of_seniority = 0;  ///< S2 or S3 held, or mutual consent everywhere
  double free_of_placement = 0;  ///< S4 held, or mutual consent everywhere
  double free_of_return = 0;     ///< S4 held beyond .75: even those who lost a post here stay away
  double early = 0;              ///< S1 or S3 held: hires early
  double recruitment = 0;
  double attraction = 0;  ///< utility to any candidate, before taste
  double noise = 0;       ///< SD of the noise when it judges a stranger
  double exit = 0;        ///< exit logit that all its teachers share
  const SchoolModel* model = nullptr;
};

inline constexpr std::uint32_t kNobody = TeacherId::kNone;

/// Someone who looks for a post.
struct Candidate {
  std::uint64_t person = 0;
  std::uint32_t row = kNobody;  ///< in the teacher table; nobody: from outside
  std::uint32_t outside = 0;    ///< place in the outside list, for those who come from there
  Post kind = Post::Both;
  std::uint8_t seniority = 0;
  bool district = false;  ///< has rights by seniority
  bool late = true;       ///< still free in late summer
  bool placed = false;
  std::uint16_t home = 0;    ///< neighbourhood
  std::uint16_t former = 0;  ///< the school just left; kNoSchool: none
  float reach = 0;           ///< right to hire off the list that it takes to see this candidate
  float worth_seen = 0;      ///< worth in its kind of post and what experience counts for [SD/year]
};

/// An application of one candidate to one school's openings of one kind.
struct Bid {
  std::uint32_t program;   ///< see program_of
  float utility;           ///< to the candidate
  std::uint32_t fit;       ///< word of the fit with the school's mission
  std::uint64_t priority;  ///< smaller is hired first
};

/// The openings of one kind in one school: what candidates apply to.
inline std::size_t program_of(std::size_t school, Post kind) {
  return school * kPostKinds + static_cast<std::size_t>(kind);
}
inline std::size_t school_of(std::size_t program) { return program / kPostKinds; }

/// Empty posts by program, in an order drawn for each year.
struct Openings {
  std::vector<std::uint32_t> first, post, filled;
  std::uint32_t vacant(std::size_t program) const {
    return first[program + 1] - first[program] - filled[program];
  }
  std::size_t take(std::size_t program) { return post[first[program] + filled[program]++]; }
  std::size_t total() const;
};

/// The four words of one block of dice, teacher by teacher.
struct FourWords {
  std::array<std::vector<std::uint32_t>, 4> lane;
};

struct Book {
  const World& world;
  const Law& law;
  const StaffingParameters& nature;
  const Dice& dice;
  int year;

  std::vector<Workplace> workplace;  ///< by school
  Teachers teachers;
  Posts posts;
  std::vector<Departure> why;                ///< by teacher row: why it left its school this year
  std::vector<std::uint8_t> tenured_before;  ///< by row of the start: when the moves began
  Openings openings;
  std::vector<Candidate> candidates;
  std::vector<TeacherDraft> outside;       ///< those from outside, in the order of their list
  std::vector<std::uint32_t> outside_age;  ///< their words of Die::CandidateAge
  FourWords yearly;                        ///< block of Die::StaffExit
  FourWords second;                        ///< block of Die::StaffRemoval
  std::vector<std::uint32_t> person_low, person_high;  ///< rows of the start
  std::vector<double> worth_of;                        ///< rows of the start, see `worth`
  std::vector<float> seen_mean;                        ///< by row: running mean of evaluations
  std::size_t next_free = 0;                           ///< rows before it are not free

  Book(const World& world, const Law& law, const StaffingParameters& nature, const Dice& dice);

  std::size_t schools() const { return workplace.size(); }
  Workplace& at(std::size_t row) { return workplace[teachers.school[row]]; }
  /// Effectiveness of a teacher in a kind of post, in SD/year of mathematics.
  double worth(double mathematics, double ela, Post kind) const;
  double worth(std::size_t row) const { return worth_of[row]; }
  /// Seen far below the mean, over the years that count.
  bool seen_poor(std::size_t row) const;
  /// Takes a teacher out of its school: to the pool or out of the city.
  void leave(std::size_t row, TeacherPlace to, Departure why);
  /// Where a teacher without a post goes if nothing else is agreed.
  TeacherPlace home_of_surplus(std::size_t row) const {
    return teachers.employer[row] == Employer::District ? TeacherPlace::Pool
                                                        : TeacherPlace::Outside;
  }
  /// Gives a teacher of the table an empty post of its kind in a school.
  void seat(std::size_t row, std::size_t school, float fit, Hire how);
  /// The same for a candidate, who is written into a free row first if from outside.
  void hire(Candidate& candidate, const Bid& bid, Hire how);
  std::size_t row_for_newcomer();
};

// The steps, in the year's order.
void look_at_schools(Book& book);
void age(Book& book);
void evaluate(Book& book);
void close_and_reset(Book& book);
void exits(Book& book);
void dismissals(Book& book);
void release_placed(Book& book);
void shrink_pool(Book& book);
void match_posts(Book& book);
void recruit(Book& book);
void reclaim(Book& book);
void place_removed(Book& book);
void list_candidates(Book& book);
void fill_in_time(Book& book);
void place_from_pool(Book& book);
void fill_late(Book& book);
void settle_morale(Book& book);
void count(const Book& book, StaffingOutcome& outcome);

/// Finds the empty posts.
void open_posts(Book& book);

/// Where every candidate of `looking` (indices) applies: lists of at most `length`, best first.
struct Bids {
  std::vector<std::uint32_t> first;
  std::vector<Bid> bid;
};
Bids apply(const Book& book, const std::vector<std::uint32_t>& looking, int length,
           std::uint32_t first_alternative);

}  // namespace homeroom::staffing
