#include "sim/year/authorization.hpp"

namespace homeroom {
namespace {

void describe_founders(AuthorizationParameters& p, FieldVisitor& visit) {
  visit.number({"founder_mean", "SD", -2, 2, "mean leadership of founders without a queue"},
               p.founder_mean);
  visit.number({"founder_loss", "SD", 0, 2,
                "what founders' mean loses when twice as many schools open as the city supplies"},
               p.founder_loss);
  visit.number(
      {"skill_with_leadership", "1", -1, 1, "correlation of autonomy skill and leadership"},
      p.skill_with_leadership);
  visit.number({"design_with_skill", "1", -1, 1, "correlation of a design's quality with skill"},
               p.design_with_skill);
  visit.integer({"applicants_per_opening", "applicants", 1, 500,
                 "applicants seen before an opening is given up"},
                p.applicants_per_opening);
  visit.number({"evaluators_add", "share", 0, 1,
                "noise of the authorizer's signal that outside evaluators remove"},
               p.evaluators_add);
  visit.number({"new_leader_mean", "SD", -2, 2,
                "mean leadership of principals who come with a restart or a reset"},
               p.new_leader_mean);
}

void describe_start(AuthorizationParameters& p, FieldVisitor& visit) {
  visit.number({"rush_weeks", "weeks", 0, 20, "preparation that counts as rushed"}, p.rush_weeks);
  visit.number({"year_weeks", "weeks", 21, 104, "preparation that counts as a planning year"},
               p.year_weeks);
  visit.number({"waits_weeks", "weeks", 0, 104,
                "preparation from which a school opens a year after its approval"},
               p.waits_weeks);
  visit.number({"planning_year", "SD of design", -1, 2, "what a planning year adds"},
               p.planning_year);
  visit.number({"planning_rush", "SD of design", -2, 1, "what six weeks of preparation cost"},
               p.planning_rush);
  visit.number({"planning_fade", "1/year", 0, 1, "share of the planning effect left a year later"},
               p.planning_fade);
  visit.number({"distinct_spread", "share", 0, 1,
                "SD of distinctness between schools of a model, against its mean"},
               p.distinct_spread);
  visit.number({"start_up_fade", "1/year", 0, 1, "share of a start's disruption left a year later"},
               p.start_up_fade);
  visit.number({"start_up_conversion", "share", 0, 1,
                "disruption of a conversion that keeps its staff, against a new school's"},
               p.start_up_conversion);
  visit.number(
      {"replica_design", "1", 0, 1, "correlation of another campus's design with its parent's"},
      p.replica_design);
  visit.number(
      {"voice_frustration", "share", 0, 1, "frustration from which a leader looks for a zone"},
      p.voice_frustration);
  visit.integer({"zone_founders", "leaders", 1, 20,
                 "leaders who must go together before a zone of their own begins"},
                p.zone_founders);
}

void describe_vote(AuthorizationParameters& p, FieldVisitor& visit) {
  const auto weight = [&](std::string_view key, std::string_view text, double& field) {
    visit.number({key, "log-odds", 0, 5, text}, field);
  };
  weight("vote_climate", "what a climate better by 1 adds to a yes", p.vote_climate);
  weight("vote_morale", "what one SD of a teacher's morale adds", p.vote_morale);
  weight("vote_stance", "what a union fully in favour adds", p.vote_stance);
  weight("vote_tenure", "what losing all of one's tenure takes", p.vote_tenure);
  weight("vote_hours", "what an unpaid hour a day takes", p.vote_hours);
  weight("vote_threat", "what the credible threat of a state takeover adds", p.vote_threat);
  weight("vote_rivals", "what schools outside the district's employ add if they won every child",
         p.vote_rivals);
  weight("vote_noise", "SD of teachers' own leanings", p.vote_noise);
  weight("vote_agreement", "what speaks for signing the work agreement again", p.vote_agreement);
}

void describe_district(AuthorizationParameters& p, FieldVisitor& visit) {
  visit.number(
      {"answer_threat", "schools/year", 0, 20,
       "conversions offered a year under a fully credible takeover threat", Scaling::Extensive},
      p.answer_threat);
  visit.number({"answer_rivals", "schools/year", 0, 200,
                "conversions offered a year if rivals won every child", Scaling::Extensive},
               p.answer_rivals);
  visit.number({"join_rate", "1/year", 0, 1,
                "separate schools that join the district's network whatever is needed is given"},
               p.join_rate);
  visit.number({"join_scale", "USD/student", 1, 20000, "value in kind at which .63 of these join"},
               p.join_scale);
}

}  // namespace

void AuthorizationParameters::describe(FieldVisitor& visit) {
  describe_founders(*this, visit);
  describe_start(*this, visit);
  describe_vote(*this, visit);
  describe_district(*this, visit);
}

}  // namespace homeroom
