#include "sim/year/learning_terms.hpp"

#include "sim/core/arithmetic.hpp"
#include "sim/world/rights.hpp"

namespace homeroom {
namespace {

/// The last grade of the Tennessee experiment with class sizes.
constexpr int kLastSmallClassGrade = 3;

}  // namespace

double experience_term(const LearningParameters& nature, int experience) {
  if (experience == 0) return nature.novice_first;
  if (experience <= 2) return nature.novice_second;
  if (experience <= 4) return nature.novice_fourth;
  return 0.0;
}

double leadership_term(const LearningParameters& nature, double leadership, double time) {
  return nature.leadership * leadership * time;
}

double program_term(const LearningParameters& nature, double used_model, double used_curriculum,
                    double design) {
  const double use = nature.program_model_share * used_model +
                     (1.0 - nature.program_model_share) * used_curriculum;
  return use * (nature.program_mean + nature.program_design * design);
}

double training_term(const LearningParameters& nature, double used_training, double used_cash,
                     double design) {
  const double paid =
      nature.training_without_cash + (1.0 - nature.training_without_cash) * used_cash;
  return nature.training * used_training * paid * design;
}

double effective_hours(const LearningParameters& nature, const Timetable& time) {
  const double gained = nature.time_days * time.days + nature.time_bells * time.bells +
                        nature.time_starts * time.starts;
  return time.extra * time.worked * (1.0 + nature.time_plan * time.plan) + time.day * gained;
}

double time_term(const LearningParameters& nature, double hours) {
  return hours > 0.0 ? nature.time * power_of(hours, nature.time_power) : 0.0;
}

double resources_term(const LearningParameters& nature, double dollars) {
  return nature.resources * dollars / 1000.0;
}

double class_size_term(const LearningParameters& nature, double pupils, int grade, int subject) {
  const double size = clamp_to(pupils, nature.class_size_least, nature.class_size_most);
  const double later = grade > kLastSmallClassGrade ? nature.class_size_later : 1.0;
  const double in_subject = subject == kEla ? nature.class_size_ela : 1.0;
  return nature.class_size * later * in_subject * (nature.class_size_reference - size);
}

double climate_term(const LearningParameters& nature, double climate) {
  return nature.climate * climate;
}

double effort_term(const LearningParameters& nature, double urgency) {
  const double curve = nature.effort_curve;
  return nature.effort * (1.0 - exp_of(-curve * urgency)) / (1.0 - exp_of(-curve));
}

double fit_term(const LearningParameters& nature, double used_model, double distinctness,
                bool suited) {
  return nature.fit * used_model * distinctness * (suited ? 1.0 : -nature.misfit);
}

double special_term(const LearningParameters& nature, double held, double design) {
  return nature.fit_special * held * design;
}

double peers_term(const LearningParameters& nature, double mean_baseline) {
  return nature.peers * (mean_baseline - nature.peers_centre);
}

double displaced_term(const LearningParameters& nature, double gained) {
  return -nature.own_move * nature.displaced_relief * tanh_of(gained / nature.displaced_scale);
}

double disruption_term(const LearningParameters& nature, const Disruption& what) {
  return -(nature.turnover * what.turnover + nature.late_hires * what.late_share +
           nature.start_up * what.start_up + nature.inflow * what.inflow_share +
           nature.double_duty * what.double_duty);
}

namespace {

double share_of(int part, int whole) { return whole > 0 ? static_cast<double>(part) / whole : 0.0; }

// Own professional development beside the district's: whoever is not excused does both.
double double_duty_of(const SchoolModel& model, const PerRight<double>& held) {
  if (!model.district_pd) return 0.0;
  return held[index_of(Right::P1)] * (1.0 - held[index_of(Right::P2)]);
}

Timetable timetable_of(const World& world, const Law& law, const SchoolModel& model,
                       SchoolId school, double placed) {
  const Schools& schools = world.schools;
  return {schools.hours[school],
          model.elect_to_work ? 1.0 - placed * (1.0 - model.agreement_binds_placed.in(world.year))
                              : 1.0,
          model.shared_plan.in(world.year),
          law.staffing.hours_per_day.in(world.year),
          taken_up(schools, school, Right::T1),
          taken_up(schools, school, Right::T2),
          taken_up(schools, school, Right::T3)};
}

}  // namespace

std::array<double, kTerms> school_terms(const World& world, const Law& law,
                                        const LearningParameters& nature, SchoolId school,
                                        double placed) {
  const Schools& schools = world.schools;
  const auto& used = schools.used[school];
  const double used_model = used[static_cast<int>(Autonomy::LearningModel)];
  const double used_curriculum = used[static_cast<int>(Autonomy::Curriculum)];
  const SchoolModel& model = law.model(schools.model[school]);
  const SchoolYear& now = world.results.school[school];
  const Disruption upset = {now.turnover, share_of(now.late_hires, now.posts),
                            schools.start_up[school], share_of(now.moved_in, now.enrolment),
                            double_duty_of(model, schools.held[school])};

  std::array<double, kTerms> terms{};
  const auto put = [&](Term term, double value) { terms[static_cast<std::size_t>(term)] = value; };
  put(Term::Leadership, leadership_term(nature, schools.principals.leadership[school],
                                        schools.principals.time[school]));
  const double design = schools.design_quality[school];
  put(Term::Program, program_term(nature, used_model, used_curriculum, design) +
                         training_term(nature, taken_up(schools, school, Right::P1),
                                       taken_up(schools, school, Right::P3), design));
  put(Term::Time,
      time_term(nature, effective_hours(nature, timetable_of(world, law, model, school, placed))));
  put(Term::Resources, resources_term(nature, schools.resources[school]));
  put(Term::Climate, climate_term(nature, schools.climate[school]));
  put(Term::Effort, effort_term(nature, schools.urgency[school]));
  put(Term::Disruption, disruption_term(nature, upset));
  return terms;
}

double teacher_term(const World& world, const LearningParameters& nature, TeacherId teacher,
                    int subject) {
  const double novice_weight = subject == kEla ? nature.ela_novice : 1.0;
  if (!teacher) return nature.substitute * novice_weight;
  const std::size_t row = teacher.row();
  return world.teachers.effect[subject][row] +
         novice_weight * experience_term(nature, world.teachers.experience[row]);
}

}  // namespace homeroom
