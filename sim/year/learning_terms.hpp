// The terms of growth, one function each.
#pragma once

#include <array>
#include <vector>

#include "sim/core/described.hpp"
#include "sim/policy/law.hpp"
#include "sim/world/enrolment.hpp"

namespace homeroom {

struct LearningParameters {
  // Stocks.
  double persistence = 0, fading = 0, delta_teacher = 0, delta_school = 0;
  double transient_persistence = 0, cohort_shock = 0, class_shock = 0, drift = 0;
  double ela_novice = 0, ela_school = 0;  ///< ELA against mathematics
  // Terms.
  double novice_first = 0, novice_second = 0, novice_fourth = 0, substitute = 0;
  double leadership = 0;
  double program_model_share = 0, program_mean = 0, program_design = 0;
  double training = 0, training_without_cash = 0;
  double time = 0, time_power = 0;
  double time_plan = 0, time_days = 0, time_bells = 0, time_starts = 0;
  double resources = 0;
  double class_size = 0, class_size_later = 0, class_size_ela = 0;
  double class_size_reference = 0, class_size_least = 0, class_size_most = 0;
  double climate = 0;
  double effort = 0, effort_curve = 0, effort_engagement = 0;
  double fit = 0, misfit = 0, fit_special = 0;
  double peers = 0, peers_centre = 0;
  double turnover = 0, late_hires = 0, start_up = 0, inflow = 0, own_move = 0, double_duty = 0;
  double displaced_relief = 0, displaced_scale = 1;
  void describe(FieldVisitor& visit);
};

/// Experience curve in mathematics [SD/year], 0 from the sixth year on.
double experience_term(const LearningParameters& nature, int experience);
/// Growth from leadership, as far as friction and reporting leave the principal time [share].
double leadership_term(const LearningParameters& nature, double leadership, double time);
/// Growth from a program of the school's own: rights taken up times the quality of the design.
double program_term(const LearningParameters& nature, double used_model, double used_curriculum,
                    double design);
/// Growth from training of the school's own, as good as whoever designs it; without money for it
/// (P3) only part can be had.
double training_term(const LearningParameters& nature, double used_training, double used_cash,
                     double design);

/// A school's year in time.
struct Timetable {
  double extra = 0;   ///< extra hours a day
  double worked = 1;  ///< share of staff who work them: no agreement binds the placed
  double plan = 0;    ///< a plan for them that schools share [share]
  double day = 0;     ///< the ordinary school day [hours]
  double days = 0, bells = 0, starts = 0;  ///< T1, T2, T3 taken up [share]
};
/// Effective extra hours a day: a shared plan makes more of each; a timetable of the school's own
/// gains a share of the ordinary day.
double effective_hours(const LearningParameters& nature, const Timetable& time);
/// Growth from effective extra hours a day, with diminishing returns.
double time_term(const LearningParameters& nature, double hours);
/// Growth from useful spending beyond staff [USD/student against the city's norm].
double resources_term(const LearningParameters& nature, double dollars);
/// Growth in a class of so many pupils against the reference size; linear within the sizes that
/// were tried, for `class_size_later` of it after grade 3.
double class_size_term(const LearningParameters& nature, double pupils, int grade, int subject);
double climate_term(const LearningParameters& nature, double climate);
/// Growth from effort under urgency, the part that all in the school share.
double effort_term(const LearningParameters& nature, double urgency);
/// Growth of a child whom the school's distinct design suits (or does not).
double fit_term(const LearningParameters& nature, double used_model, double distinctness,
                bool suited);
/// Growth of a child with special needs from services that the school designs itself (X2).
double special_term(const LearningParameters& nature, double held, double design);
double peers_term(const LearningParameters& nature, double mean_baseline);

/// What a displaced child loses beyond any mover [SD/year]: less than nothing where the next school
/// grows its children faster than the closed one did by `gained` [SD/year].
double displaced_term(const LearningParameters& nature, double gained);

struct Disruption {
  double turnover = 0, late_share = 0, start_up = 0, inflow_share = 0, double_duty = 0;
};
/// Growth lost (as a negative number) to what upsets a school's year.
double disruption_term(const LearningParameters& nature, const Disruption& what);

/// The terms that all children of a school share, mathematics, by Term; the others are 0. `placed`
/// is the share of its staff that was placed without consent.
std::array<double, kTerms> school_terms(const World& world, const Law& law,
                                        const LearningParameters& nature, SchoolId school,
                                        double placed);

/// Effect of whoever stands before a post's class [SD/year], teacher or substitute.
double teacher_term(const World& world, const LearningParameters& nature, TeacherId teacher,
                    int subject);

}  // namespace homeroom
