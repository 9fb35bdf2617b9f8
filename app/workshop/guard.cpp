#include "app/workshop/guard.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>

#include <fstream>
#include <stdexcept>

namespace homeroom::workshop {
namespace {

/// "host:port" in both; an address of six may stand in brackets. The port must be there.
bool parted(const std::string& text, std::string& host, std::string& port) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string::npos || colon == 0 || colon + 1 == text.size()) return false;
  host = text.substr(0, colon);
  port = text.substr(colon + 1);
  if (host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
  return true;
}

bool may_be_asked_as(const Access& access, const std::string& host) {
  std::string name, port;
  if (!parted(host, name, port) || port != std::to_string(access.port)) return false;
  if (name == "localhost" || name == "127.0.0.1" || name == "::1") return true;
  return !access.token.empty() && (is_ip_address(name) || name == access.address);
}

}  // namespace

std::string Access::link() const {
  const bool six = address.find(':') != std::string::npos;
  std::string link = fmt::format("http://{}:{}/", six ? "[" + address + "]" : address, port);
  return token.empty() ? link : link + "?token=" + token;
}

bool is_ip_address(const std::string& text) {
  unsigned char bytes[16];
  return inet_pton(AF_INET, text.c_str(), bytes) == 1 ||
         inet_pton(AF_INET6, text.c_str(), bytes) == 1;
}

bool is_loopback(const std::string& address) {
  return address == "localhost" || address == "::1" || address.starts_with("127.");
}

bool equal_secrets(std::string_view one, std::string_view other) {
  unsigned char apart = one.size() == other.size() ? 0 : 1;
  for (std::size_t i = 0; i < one.size(); ++i) {
    const char against = other.empty() ? '\0' : other[i % other.size()];
    apart = static_cast<unsigned char>(
        apart | (static_cast<unsigned char>(one[i]) ^ static_cast<unsigned char>(against)));
  }
  return apart == 0 && !one.empty();
}

std::string cookie_name(const Access& access) { return fmt::format("homeroom_{}", access.port); }

std::string cookie_named(std::string_view cookies, std::string_view name) {
  while (!cookies.empty()) {
    const std::size_t end = cookies.find(';');
    std::string_view one = cookies.substr(0, end);
    cookies = end == std::string_view::npos ? std::string_view() : cookies.substr(end + 1);
    while (!one.empty() && one.front() == ' ') one.remove_prefix(1);
    const std::size_t equals = one.find('=');
    if (equals != std::string_view::npos && one.substr(0, equals) == name) {
      return std::string(one.substr(equals + 1));
    }
  }
  return {};
}

std::string why_refused(const Access& access, const Asker& asker) {
  if (!may_be_asked_as(access, asker.host)) return "this workshop goes by another address";
  if (!asker.origin.empty() && asker.origin != "http://" + asker.host) {
    return "a page of elsewhere may not ask here";
  }
  if (access.token.empty()) return {};
  const bool known = equal_secrets(asker.token, access.token) ||
                     equal_secrets(cookie_named(asker.cookies, cookie_name(access)), access.token);
  return known ? "" : "the link's token is missing";
}

std::string new_token() {
  std::ifstream source("/dev/urandom", std::ios::binary);
  unsigned char bytes[16];
  if (!source.read(reinterpret_cast<char*>(bytes), sizeof bytes)) {
    throw std::runtime_error("no random numbers from /dev/urandom, which the link's token needs");
  }
  std::string token;
  for (const unsigned char byte : bytes) token += fmt::format("{:02x}", byte);
  return token;
}

}  // namespace homeroom::workshop
