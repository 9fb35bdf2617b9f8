// Lists the fields of a described part as they are declared.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/core/described.hpp"
#include "sim/scenario/declared.hpp"

namespace homeroom {

/// Adds each field to `fields`, under its full key.
class FieldCollector final : public FieldVisitor {
 public:
  FieldCollector(std::string prefix, std::vector<Declared>& fields)
      : prefix_(std::move(prefix)), fields_(fields) {}

  void fields_of(std::string_view name) override { class_ = name; }
  void number(const Meaning& meaning, double&) override { add(meaning, FieldKind::Number); }
  void number_if_known(const Meaning& meaning, std::optional<double>&) override {
    add(meaning, FieldKind::Number);
  }
  void integer(const Meaning& meaning, int&) override { add(meaning, FieldKind::Integer); }
  void dated(const Meaning& meaning, Dated&) override { add(meaning, FieldKind::Dated); }
  void numbers(const Meaning& meaning, std::vector<double>& field) override {
    add(meaning, FieldKind::Numbers);
    fields_.back().entries = field.size();
  }
  void flag(std::string_view key, std::string_view text, bool&) override {
    add({key, "", 0, 0, text}, FieldKind::Flag);
  }
  void text(std::string_view key, std::string_view text, std::string&) override {
    add({key, "", 0, 0, text}, FieldKind::Text);
  }
  void choice(std::string_view key, const std::vector<std::string_view>& allowed,
              std::string_view text, int&) override {
    add({key, "", 0, 0, text}, FieldKind::Choice);
    fields_.back().allowed.assign(allowed.begin(), allowed.end());
  }

 private:
  void add(const Meaning& meaning, FieldKind kind) {
    fields_.push_back({prefix_ + "." + std::string(meaning.key),
                       kind,
                       std::string(meaning.unit),
                       meaning.low,
                       meaning.high,
                       std::string(meaning.text),
                       {},
                       0,
                       class_});
  }

  std::string prefix_, class_;
  std::vector<Declared>& fields_;
};

}  // namespace homeroom
