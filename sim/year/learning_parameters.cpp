#include "sim/year/learning_terms.hpp"

namespace homeroom {

void LearningParameters::describe(FieldVisitor& visit) {
  const auto share = [&](std::string_view key, std::string_view text, double& field) {
    visit.number({key, "share", 0, 1, text}, field);
  };
  const auto growth = [&](std::string_view key, std::string_view text, double& field) {
    visit.number({key, "SD/year", -0.5, 0.5, text}, field);
  };
  share("persistence", "of the durable stock from year to year", persistence);
  share("fading", "of the fleeting stock that remains after a year", fading);
  share("delta_teacher", "durable part of growth from the teacher", delta_teacher);
  share("delta_school", "durable part of growth from every other term", delta_school);
  share("transient_persistence", "of the transient state v", transient_persistence);
  visit.number({"cohort_shock", "state SD", 0, 0.5, "SD of the shock to a school, grade and year"},
               cohort_shock);
  visit.number({"class_shock", "state SD", 0, 0.6, "SD of the shock to a class and year"},
               class_shock);
  visit.number({"drift", "state SD/year", 0, 0.3, "SD of the yearly drift of a child's baseline"},
               drift);
  visit.number({"ela_novice", "ratio", 0, 2, "novice deficit in ELA against mathematics"},
               ela_novice);
  visit.number({"ela_school", "ratio", 0, 2, "school-level terms in ELA against mathematics"},
               ela_school);
  growth("novice_first", "a teacher's first year", novice_first);
  growth("novice_second", "second and third year", novice_second);
  growth("novice_fourth", "fourth and fifth year", novice_fourth);
  growth("substitute", "a class taught by long-term substitutes", substitute);
  growth("leadership", "one SD of instructional leadership", leadership);
  share("program_model_share", "weight of the learning model against the curriculum",
        program_model_share);
  growth("program_mean",
         "mean quality of programs that schools design for themselves, rights fully used",
         program_mean);
  growth("program_design", "one SD of design quality, rights fully used", program_design);
  growth("training", "training of the school's own, paid in full, by one SD of design quality",
         training);
  share("training_without_cash", "share of it that can be had without money for it",
        training_without_cash);
  growth("time", "one effective extra hour a day", time);
  visit.number({"time_power", "1", 0.1, 1, "diminishing returns of hours"}, time_power);
  share("time_plan", "what a plan shared by schools adds to the use of an extra hour", time_plan);
  share("time_days", "of the school day, gained where the school sets its days", time_days);
  share("time_bells", "of the school day, gained where the school sets its bells", time_bells);
  share("time_starts", "of the school day, gained where the school sets its start and end",
        time_starts);
  visit.number(
      {"resources", "SD/year per 1000 USD/student", 0, 0.1, "useful spending beyond staff"},
      resources);
  visit.number({"class_size", "SD/year per pupil", 0, 0.1,
                "one pupil less in a class of kindergarten to grade 3"},
               class_size);
  share("class_size_later", "of that in grades 4 to 12", class_size_later);
  visit.number({"class_size_ela", "ratio", 0, 2, "class size in ELA against mathematics"},
               class_size_ela);
  const auto pupils = [&](std::string_view key, std::string_view text, double& field) {
    visit.number({key, "pupils", 1, 60, text}, field);
  };
  pupils("class_size_reference", "class in which nothing is gained or lost", class_size_reference);
  pupils("class_size_least", "class below which nothing more is gained", class_size_least);
  pupils("class_size_most", "class above which nothing more is lost", class_size_most);
  growth("climate", "one unit of climate", climate);
  growth("effort", "effort at full urgency", effort);
  visit.number({"effort_curve", "1", 0.1, 10, "curvature of effort in urgency"}, effort_curve);
  growth("effort_engagement", "one SD of the child's engagement", effort_engagement);
  growth("fit", "a distinct design, fully used, for a child whom it suits", fit);
  visit.number(
      {"misfit", "ratio", 0, 2, "loss of a child whom it does not suit, against that gain"},
      misfit);
  growth("fit_special",
         "special needs served by the school itself, by one SD of design quality, for such a child",
         fit_special);
  growth("peers", "one state SD of classmates' mean baseline", peers);
  visit.number(
      {"peers_centre", "state SD", -1, 1, "mean baseline at which peers neither help nor harm"},
      peers_centre);
  growth("turnover", "loss if every teacher left last year", turnover);
  growth("late_hires", "loss if every teacher was hired after school began", late_hires);
  growth("start_up", "loss in a start-up year", start_up);
  growth("inflow", "loss of all if as many children arrive in mid-year as are there", inflow);
  growth("own_move", "loss of a child that moved", own_move);
  share("displaced_relief", "of that loss which a far better next school spares a displaced child",
        displaced_relief);
  visit.number({"displaced_scale", "SD/year", 0.01, 1,
                "difference in growth between schools that counts as far better"},
               displaced_scale);
  growth("double_duty", "loss from full district training beside the school's own", double_duty);
}

}  // namespace homeroom
