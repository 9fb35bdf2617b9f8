#include "app/workshop/json.hpp"

#include <fmt/format.h>

#include <cmath>
#include <iterator>

#include "sim/records/csv_number.hpp"
#include "sim/scenario/json_text.hpp"

namespace homeroom::workshop {

void append_number(double value, std::string& text) {
  if (std::isfinite(value)) {
    fmt::format_to(std::back_inserter(text), "{}", value);
  } else {
    text += "null";
  }
}

void append_string(std::string_view words, std::string& text) { text += json_string(words); }

void JsonWriter::separate() {
  if (!first_) text_ += ',';
  first_ = false;
}

JsonWriter& JsonWriter::open(char bracket) {
  separate();
  text_ += bracket;
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  text_ += bracket;
  first_ = false;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  append_string(name, text_);
  text_ += ':';
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::text(std::string_view words) {
  separate();
  append_string(words, text_);
  return *this;
}

JsonWriter& JsonWriter::number(double value) {
  separate();
  append_number(value, text_);
  return *this;
}

JsonWriter& JsonWriter::whole(long long value) {
  separate();
  text_ += std::to_string(value);
  return *this;
}

JsonWriter& JsonWriter::flag(bool value) {
  separate();
  text_ += value ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::raw(std::string_view json) {
  separate();
  text_ += json;
  return *this;
}

JsonWriter& JsonWriter::null() {
  separate();
  text_ += "null";
  return *this;
}

JsonWriter& JsonWriter::numbers(std::string_view name, const std::vector<double>& values,
                                int decimals) {
  key(name).begin_list();
  for (const double value : values) {
    separate();
    if (std::isfinite(value)) {
      append_csv_number(text_, value, decimals);
    } else {
      text_ += "null";
    }
  }
  return end_list();
}

JsonWriter& JsonWriter::texts(std::string_view name, const std::vector<std::string>& values) {
  key(name).begin_list();
  for (const std::string& value : values) text(value);
  return end_list();
}

std::string error_json(std::string_view message, std::string_view to_try) {
  JsonWriter json;
  json.begin_object().key("error").begin_object();
  json.member("message", message).member("try", to_try);
  return json.end_object().end_object().take();
}

}  // namespace homeroom::workshop
