// JSON as text, just enough for the schema.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace homeroom {

std::string json_string(std::string_view text);

/// Members in the order given; the values are JSON already.
class JsonObject {
 public:
  JsonObject& add(std::string_view key, std::string json) {
    members_.emplace_back(json_string(key), std::move(json));
    return *this;
  }
  JsonObject& text(std::string_view key, std::string_view value) {
    return add(key, json_string(value));
  }
  std::string str() const;

 private:
  std::vector<std::pair<std::string, std::string>> members_;
};

std::string json_array(const std::vector<std::string>& items);

}  // namespace homeroom
