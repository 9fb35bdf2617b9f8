// Passes by every field; who looks for fields of one kind says what is done with those.
#pragma once

#include "sim/core/described.hpp"

namespace homeroom {

class FieldPasser : public FieldVisitor {
 public:
  void number(const Meaning&, double&) override {}
  void number_if_known(const Meaning&, std::optional<double>&) override {}
  void integer(const Meaning&, int&) override {}
  void dated(const Meaning&, Dated&) override {}
  void numbers(const Meaning&, std::vector<double>&) override {}
  void flag(std::string_view, std::string_view, bool&) override {}
  void text(std::string_view, std::string_view, std::string&) override {}
  void choice(std::string_view, const std::vector<std::string_view>&, std::string_view,
              int&) override {}
};

}  // namespace homeroom
