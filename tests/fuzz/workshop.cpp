// Whatever comes over the wire: an answer of HTTP with a status of our own, never a failure of the
// program's.
//
// An input is a request, byte by byte. It is asked twice: of a workshop on this machine alone, and
// of one that listens elsewhere and wants a token. Nobody lives: the engine has stopped, so that a
// stream is checked, laid and refused.
#include "app/workshop/server.hpp"
#include "tests/fuzz/parts.hpp"
#include "tests/scenario_files.hpp"

namespace homeroom::fuzz {
namespace {

using namespace workshop;

constexpr int kPort = 8080;
constexpr std::string_view kPage = "<!doctype html><title>Workshop</title>";

std::vector<City> tiny_city(const TinyCity& tiny) {
  std::vector<City> cities;
  cities.push_back(city_of(tiny.files / "tiny.toml", tiny.scenario()));
  return cities;
}

struct Open {
  TinyCity tiny;
  Workshop workshop{tiny_city(tiny), presets_in(HOMEROOM_SOURCE_DIR "/scenarios/policies"),
                    EngineOptions{}, "homeroom"};
  Page page{{"/", {std::string(kPage), "text/html"}}};
  Server here{workshop, {"127.0.0.1", kPort, ""}, page};
  Server elsewhere{workshop, {"192.168.1.20", kPort, "0123456789abcdef0123456789abcdef"}, page};

  Open() { workshop.engine.stop(); }
};

int status_of(const std::string& answer) {
  constexpr std::string_view kBegin = "HTTP/1.1 ";
  must(answer.compare(0, kBegin.size(), kBegin) == 0, "an answer begins as HTTP does");
  return std::stoi(answer.substr(kBegin.size(), 3));
}

void ask(const std::string& request) {
  static Open open;
  for (Server* server : {&open.here, &open.elsewhere}) {
    const std::string answer = server->answer_to(request);
    if (answer.empty()) continue;  // not even a line: the connection is closed
    must(status_of(answer) != 500, "the workshop does not fail at a request");
  }
}

}  // namespace
}  // namespace homeroom::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  homeroom::fuzz::ask(std::string(homeroom::fuzz::as_text(data, size)));
  return 0;
}
