// The workshop on the wire. Nothing else of the program knows the library that it is made with.
#pragma once

#include <atomic>
#include <memory>
#include <string>

#include "app/workshop/answers.hpp"
#include "app/workshop/guard.hpp"
#include "app/workshop/page.hpp"

namespace homeroom::workshop {

class Server {
 public:
  /// The workshop must live as long as this.
  Server(Workshop& workshop, Access access, Page page);
  ~Server();

  /// False where the address and port cannot be had. Port 0 takes any that is free.
  bool bind();
  const Access& access() const;
  /// Answers until `stop` is raised.
  void serve(const std::atomic<bool>& stop);

  /// What is answered to a request, byte by byte, without a wire; of a stream its head alone. Empty
  /// where nothing was asked.
  std::string answer_to(const std::string& request);

 private:
  struct Wire;
  std::unique_ptr<Wire> wire_;
};

}  // namespace homeroom::workshop
