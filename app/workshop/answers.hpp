// What the workshop answers, as text: everything but the wire.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "app/workshop/engine.hpp"
#include "app/workshop/policies.hpp"

namespace homeroom::workshop {

struct Answer {
  int status = 200;
  std::string type = "application/json";
  std::string body;
};

/// The pieces of a workshop that is open. The engine goes first.
struct Workshop {
  Policies policies;
  Engine engine;
  std::string catalogue;

  Workshop(std::vector<City> cities, std::vector<Preset> presets, const EngineOptions& options,
           const std::string& program);
};

Answer error_answer(int status, std::string_view message, std::string_view to_try);

/// Faults of a state as /api/check tells them, without anything else.
std::string faults_json(const std::vector<StateFault>& faults);

Answer check_answer(const Workshop& workshop, std::string_view state);
Answer explain_answer(const Workshop& workshop, const std::string& key, const std::string& city);
Answer scenario_answer(const Workshop& workshop, std::string_view state, const std::string& policy);

/// The stream of one page: its events as text, as they come about.
class Stream {
 public:
  Stream(Workshop& workshop, State state, std::unique_ptr<Watcher> watcher);

  /// The next events, or nothing after a tenth of a second without any; ends with `over`.
  std::string next();
  bool over() const { return over_; }

 private:
  void add_city(int pairs, std::string& events);
  void add_stages(int pairs, std::string& events);
  int next_stage() const;
  bool heartbeat_is_due();

  Workshop& workshop_;
  State state_;
  std::unique_ptr<Watcher> watcher_;
  bool told_city_ = false, over_ = false;
  int pairs_ = 0;  ///< lived when it was last looked
  int told_ = 0;   ///< pairs of the last differences
  std::chrono::steady_clock::time_point spoke_;
};

/// A stream, or the answer where there is none: faults, or too many streams.
struct StreamOrAnswer {
  std::unique_ptr<Stream> stream;
  Answer answer;
};
StreamOrAnswer open_stream(Workshop& workshop, std::string_view state);

/// Seconds after which who was refused may ask again.
inline constexpr int kRetryAfter = 2;

}  // namespace homeroom::workshop
