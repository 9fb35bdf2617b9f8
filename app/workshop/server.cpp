#include "app/workshop/server.hpp"

#include <httplib.h>

#include <thread>

#include "app/workshop/text_stream.hpp"

namespace homeroom::workshop {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kMostBody = 65536;  ///< of a request [bytes]
// Each open stream holds one, and so does each connection that a browser opens ahead of its need:
// it is let go after the idle seconds, which a busy machine's browser may take to use it.
constexpr int kWorkers = 256;
constexpr int kReadSeconds = 5, kWriteSeconds = 5, kIdleSeconds = 15;
constexpr std::size_t kRequestsPerConnection = 1000;
constexpr auto kFarewell = 300ms;  ///< in which streams tell that it is over

// No script but the program's own files; charts write styles of their own into the page.
constexpr const char* kPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' "
    "data:; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'";

void put(const Answer& answer, httplib::Response& response) {
  response.status = answer.status;
  if (answer.status == 503) response.set_header("Retry-After", std::to_string(kRetryAfter));
  if (!answer.file.empty()) {
    response.set_header("Content-Disposition", "attachment; filename=\"" + answer.file + "\"");
  }
  response.set_content(answer.body, answer.type.c_str());
}

Asker asker_of(const httplib::Request& request) {
  return {request.get_header_value("Host"), request.get_header_value("Origin"),
          request.get_header_value("Cookie"), request.get_param_value("token")};
}

/// What the library says in a status alone, in words.
Answer in_words(int status) {
  switch (status) {
    case 413:
      return error_answer(status, "the request is too long", "up to 64 KiB");
    case 414:
      return error_answer(status, "the address is too long", "fewer levers at once");
    case 404:
      return error_answer(status, "there is no such page", "/ is the workshop");
    case 500:
      return error_answer(status, "the workshop failed at this", "tell what was asked");
    default:
      return error_answer(status, "the request cannot be read", "what docs/workshop_api.md says");
  }
}

// A room opens the page at once; the library lets five wait until they are let in.
constexpr int kWaiting = 128;

class Http : public httplib::Server {
 public:
  /// After it was bound.
  void let_more_wait() { ::listen(svr_sock_, kWaiting); }

  void answer(TextStream& stream) {
    bool closed = false;
    process_request(stream, true, closed, nullptr);
  }
};

int port_of(int socket) {
  sockaddr_storage address = {};
  socklen_t size = sizeof address;
  if (getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0) return -1;
  if (address.ss_family == AF_INET) {
    return ntohs(reinterpret_cast<const sockaddr_in*>(&address)->sin_port);
  }
  if (address.ss_family != AF_INET6) return -1;
  return ntohs(reinterpret_cast<const sockaddr_in6*>(&address)->sin6_port);
}

/// Ends connections that nobody uses just now: the library would wait until each is idle too long.
void let_go_of_connections(int port) {
  constexpr int kMostFiles = 4096;
  for (int file = 0; file < kMostFiles; ++file) {
    if (port_of(file) == port) ::shutdown(file, SHUT_RDWR);
  }
}

}  // namespace

struct Server::Wire {
  Workshop& workshop;
  Access access;
  Page files;
  Http http;

  Wire(Workshop& of, Access how, Page page)
      : workshop(of), access(std::move(how)), files(std::move(page)) {
    http.new_task_queue = [] { return new httplib::ThreadPool(kWorkers); };
    http.set_payload_max_length(kMostBody);
    http.set_read_timeout(kReadSeconds);
    http.set_write_timeout(kWriteSeconds);
    http.set_keep_alive_timeout(kIdleSeconds);
    http.set_keep_alive_max_count(kRequestsPerConnection);
    http.set_tcp_nodelay(true);
    // A second program on one port would take half of the requests.
    http.set_socket_options([](socket_t socket) {
      const int yes = 1;
      setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    http.set_default_headers({{"Content-Security-Policy", kPolicy},
                              {"X-Content-Type-Options", "nosniff"},
                              {"Referrer-Policy", "no-referrer"},
                              {"Cross-Origin-Resource-Policy", "same-origin"},
                              {"Cache-Control", "no-store"}});
    http.set_pre_routing_handler([this](const auto& request, auto& response) {
      return route(request, response) ? httplib::Server::HandlerResponse::Handled
                                      : httplib::Server::HandlerResponse::Unhandled;
    });
    http.Post("/api/check", [this](const auto& request, auto& response) {
      put(check_answer(workshop, request.body), response);
    });
    http.set_error_handler(
        httplib::Server::HandlerWithResponse([](const auto&, httplib::Response& response) {
          if (!response.body.empty()) return httplib::Server::HandlerResponse::Unhandled;
          put(in_words(response.status), response);
          return httplib::Server::HandlerResponse::Handled;
        }));
    http.set_exception_handler(
        [](const auto&, auto& response, std::exception_ptr) { put(in_words(500), response); });
  }

  /// True where the request is answered; a body is left for the library to read.
  bool route(const httplib::Request& request, httplib::Response& response) {
    if (const std::string why = why_refused(access, asker_of(request)); !why.empty()) {
      put(error_answer(403, why, "the link that the program printed"), response);
      return true;
    }
    if (request.has_header("Range")) {  // a file of parts could be made as long as one likes
      put(error_answer(400, "parts of answers are not given", "the whole"), response);
      return true;
    }
    if (request.method == "POST" && request.path == "/api/check") return false;
    if (request.method != "GET" && request.method != "HEAD") {
      put(error_answer(405, "is not asked in this way", "GET, or POST /api/check"), response);
      return true;
    }
    if (request.path == "/api/stream") {
      stream(request, response);
    } else if (request.path.starts_with("/api/")) {
      put(answer(request), response);
    } else {
      page(request, response);
    }
    return true;
  }

  Answer answer(const httplib::Request& request) {
    const auto value = [&](const char* name) { return request.get_param_value(name); };
    if (request.path == "/api/catalogue") return {200, "application/json", workshop.catalogue};
    if (request.path == "/api/explain") {
      return explain_answer(workshop, value("key"), value("city"));
    }
    if (request.path == "/api/scenario.toml") {
      return scenario_answer(workshop, value("state"), value("policy"));
    }
    if (request.path == "/api/check") return in_words(405);
    return in_words(404);
  }

  void page(const httplib::Request& request, httplib::Response& response) {
    const auto found = files.find(request.path);
    if (found == files.end()) {
      put(in_words(404), response);
      return;
    }
    const PageFile& file = found->second;
    if (!access.token.empty() && request.has_param("token")) {
      response.set_header("Set-Cookie", cookie_name(access) + "=" + access.token +
                                            "; HttpOnly; SameSite=Strict; Path=/");
    }
    response.status = 200;
    response.set_content(file.bytes.data(), file.bytes.size(), file.type.c_str());
  }

  void stream(const httplib::Request& request, httplib::Response& response) {
    if (request.method == "HEAD") {
      put(in_words(405), response);
      return;
    }
    StreamOrAnswer opened = open_stream(workshop, request.get_param_value("state"));
    if (!opened.stream) {
      put(opened.answer, response);
      return;
    }
    const std::shared_ptr<Stream> stream = std::move(opened.stream);
    response.status = 200;
    response.set_header("X-Accel-Buffering", "no");
    response.set_chunked_content_provider(
        "text/event-stream", [stream](std::size_t, httplib::DataSink& sink) {
          if (!sink.is_writable()) return false;
          const std::string events = stream->next();
          if (!events.empty() && !sink.write(events.data(), events.size())) return false;
          if (stream->over()) sink.done();
          return true;
        });
  }
};

Server::Server(Workshop& workshop, Access access, Page page)
    : wire_(std::make_unique<Wire>(workshop, std::move(access), std::move(page))) {}

Server::~Server() = default;

const Access& Server::access() const { return wire_->access; }

bool Server::bind() {
  Access& access = wire_->access;
  if (access.port != 0) {
    if (!wire_->http.bind_to_port(access.address, access.port)) return false;
  } else {
    access.port = wire_->http.bind_to_any_port(access.address);
  }
  if (access.port > 0) wire_->http.let_more_wait();
  return access.port > 0;
}

void Server::serve(const std::atomic<bool>& stop) {
  std::thread answering([this] { wire_->http.listen_after_bind(); });
  while (!stop) std::this_thread::sleep_for(50ms);
  wire_->workshop.engine.stop();
  wire_->http.stop();
  std::this_thread::sleep_for(kFarewell);
  let_go_of_connections(wire_->access.port);
  answering.join();
}

std::string Server::answer_to(const std::string& request) {
  TextStream stream(request);
  wire_->http.answer(stream);
  return stream.answered();
}

}  // namespace homeroom::workshop
