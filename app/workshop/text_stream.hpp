// A connection that is text: what was sent on it, and what is answered.
#pragma once

#include <httplib.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>

namespace homeroom::workshop {

/// Ends where the text ends, as a connection does that the other side closed.
class TextStream final : public httplib::Stream {
 public:
  explicit TextStream(std::string sent) : sent_(std::move(sent)) {}

  const std::string& answered() const { return answered_; }

  bool is_readable() const override { return true; }
  bool is_writable() const override { return true; }
  ssize_t read(char* bytes, std::size_t size) override {
    const std::size_t given = std::min(size, sent_.size() - read_);
    std::memcpy(bytes, sent_.data() + read_, given);
    read_ += given;
    return static_cast<ssize_t>(given);
  }
  ssize_t write(const char* bytes, std::size_t size) override {
    answered_.append(bytes, size);
    return static_cast<ssize_t>(size);
  }
  void get_remote_ip_and_port(std::string&, int&) const override {}
  void get_local_ip_and_port(std::string&, int&) const override {}
  socket_t socket() const override { return INVALID_SOCKET; }

 private:
  std::string sent_, answered_;
  std::size_t read_ = 0;
};

}  // namespace homeroom::workshop
