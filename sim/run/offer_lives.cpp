#include "sim/run/offer_lives.hpp"

namespace homeroom {

std::optional<Offers> live_with_and_without(const Scenario& scenario, const OfferQuestion& question,
                                            std::uint32_t replicate, const OfferReaders& readers,
                                            const std::atomic<bool>& stop,
                                            const std::function<void()>& year_done) {
  ReplicatePlan with;
  with.replicate = replicate;
  with.microdata = question.microdata;
  with.whereabouts = true;
  with.keep_burnt_in = true;
  with.note_offers = question.asked;
  with.read_year = readers.with;
  const auto lived = run_replicate(scenario, with, stop, year_done);
  if (!lived) return std::nullopt;
  Offers withheld = share_of(*lived->offers, question.share, scenario.run.seed, replicate);
  if (question.pick) question.pick(withheld);
  ReplicatePlan without;
  without.replicate = replicate;
  without.whereabouts = true;
  without.burnt_in = &*lived->burnt_in;
  without.withhold = &withheld;
  without.read_year = readers.without;
  if (!run_replicate(scenario, without, stop, year_done)) return std::nullopt;
  return withheld;
}

}  // namespace homeroom
