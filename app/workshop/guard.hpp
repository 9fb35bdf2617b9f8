// Who may ask: a page of the workshop's own, on this machine, or with the token of the link.
#pragma once

#include <string>
#include <string_view>

namespace homeroom::workshop {

/// How the workshop can be reached.
struct Access {
  std::string address = "127.0.0.1";  ///< bound
  int port = 0;
  std::string token;  ///< empty: this machine alone, without any

  /// What is typed into a browser.
  std::string link() const;
};

/// What a request says of who asks; empty where it does not say.
struct Asker {
  std::string host, origin, cookies, token;
};

/// Why a request is refused; empty where it is not. Names of hosts but the machine's own would let
/// a page of elsewhere that has its name point here ask in the reader's name (DNS rebinding); an
/// address cannot be pointed elsewhere.
std::string why_refused(const Access& access, const Asker& asker);

/// Equal in a time that hangs on the length alone.
bool equal_secrets(std::string_view one, std::string_view other);

/// The value of a cookie in a request's header; empty where there is none.
std::string cookie_named(std::string_view cookies, std::string_view name);
std::string cookie_name(const Access& access);

bool is_loopback(const std::string& address);
/// An address as numbers, of either kind.
bool is_ip_address(const std::string& text);

/// 32 letters that nobody guesses.
std::string new_token();

}  // namespace homeroom::workshop
