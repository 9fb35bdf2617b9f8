#include <fmt/format.h>

#include "app/workshop/answers.hpp"
#include "app/workshop/differences.hpp"
#include "app/workshop/json.hpp"

namespace homeroom::workshop {
namespace {

using namespace std::chrono_literals;

constexpr int kStages[] = {1, 8, 32, 128};
constexpr auto kLook = 100ms, kHeartbeat = 2000ms, kProgress = 500ms;

std::string event(std::string_view name, std::string_view data) {
  return fmt::format("event: {}\ndata: {}\n\n", name, data);
}

std::string progress_json(int done, int of) {
  return fmt::format("{{\"done\":{},\"of\":{}}}", done, of);
}

std::string failure_json(std::string_view message, std::string_view to_try) {
  JsonWriter json;
  json.begin_object().member("message", message).member("try", to_try);
  return json.end_object().take();
}

}  // namespace

Stream::Stream(Workshop& workshop, State state, std::unique_ptr<Watcher> watcher)
    : workshop_(workshop),
      state_(std::move(state)),
      watcher_(std::move(watcher)),
      spoke_(std::chrono::steady_clock::now()) {}

int Stream::next_stage() const {
  for (const int stage : kStages) {
    if (stage > told_) return std::min(stage, state_.replicates);
  }
  return state_.replicates;
}

void Stream::add_city(int pairs, std::string& events) {
  if (told_city_) return;
  std::shared_ptr<const KeptCity> city = workshop_.engine.city(watcher_->arm('a'), 1);
  if (!city && pairs > 0) city = watcher_->lives('a', 1).front()->city;
  if (!city) return;
  told_city_ = true;
  events +=
      event("city", city_json(*workshop_.policies.city(state_.city), watcher_->arm('a'), *city));
}

void Stream::add_stages(int pairs, std::string& events) {
  while (told_ < state_.replicates && pairs >= next_stage()) {
    const int stage = next_stage();
    const auto a = watcher_->lives('a', stage), b = watcher_->lives('b', stage);
    events += event("differences", differences_json(a, b, state_.replicates));
    if (told_ == 0) {
      const int last = watcher_->arm('a').scenario->run.last_year();
      events += event("schools", schools_json(*a.front(), *b.front(), last));
    }
    told_ = stage;
  }
}

bool Stream::heartbeat_is_due() { return std::chrono::steady_clock::now() - spoke_ > kHeartbeat; }

std::string Stream::next() {
  std::string events;
  add_city(0, events);
  if (!events.empty()) return events;  // the city is there before it has lived
  const Watcher::News news = watcher_->wait(pairs_, kLook);
  add_city(news.pairs, events);
  add_stages(news.pairs, events);
  const auto silent = std::chrono::steady_clock::now() - spoke_;
  if (events.empty() && news.pairs > pairs_ && told_ > 0 && silent > kProgress) {
    events = event("progress", progress_json(news.pairs, state_.replicates));
  }
  pairs_ = news.pairs;
  if (told_ == state_.replicates) {
    events += event("end", fmt::format("{{\"n\":{}}}", told_));
    over_ = true;
  } else if (!news.failure.empty()) {
    events += event("error", failure_json(news.failure, "move a lever back, or check the policy"));
    over_ = true;
  } else if (news.over) {
    events += event("error", failure_json("the workshop has ended", "start it again"));
    over_ = true;
  } else if (events.empty() && heartbeat_is_due()) {
    events = ": alive\n\n";
  }
  if (!events.empty()) spoke_ = std::chrono::steady_clock::now();
  return events;
}

StreamOrAnswer open_stream(Workshop& workshop, std::string_view text) {
  StateReading reading = read_state(text);
  if (!reading.state) return {nullptr, {400, "application/json", faults_json(reading.faults)}};
  Asked asked = workshop.policies.arms_of(*reading.state);
  if (!asked.faults.empty()) return {nullptr, {400, "application/json", faults_json(asked.faults)}};
  auto watcher = workshop.engine.watch(asked.a, asked.b, reading.state->replicates);
  if (!watcher) {
    return {nullptr, error_answer(503, "as many pages are answered as this machine may",
                                  fmt::format("again in {} seconds", kRetryAfter))};
  }
  return {std::make_unique<Stream>(workshop, std::move(*reading.state), std::move(watcher)), {}};
}

}  // namespace homeroom::workshop
