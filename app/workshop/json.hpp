// JSON as it goes out: compact, numbers in shortest round-trip form, what is not known as null.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace homeroom::workshop {

void append_number(double value, std::string& text);
void append_string(std::string_view words, std::string& text);

/// Writes objects and lists member by member, commas where they belong.
class JsonWriter {
 public:
  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_list() { return open('['); }
  JsonWriter& end_list() { return close(']'); }
  JsonWriter& key(std::string_view name);
  JsonWriter& text(std::string_view words);
  JsonWriter& number(double value);
  JsonWriter& whole(long long value);
  JsonWriter& flag(bool value);
  JsonWriter& null();
  /// A value that is JSON already.
  JsonWriter& raw(std::string_view json);
  JsonWriter& member(std::string_view name, std::string_view words) {
    return key(name).text(words);
  }
  /// As a table writes them, with so many decimals.
  JsonWriter& numbers(std::string_view name, const std::vector<double>& values, int decimals);
  JsonWriter& texts(std::string_view name, const std::vector<std::string>& values);
  std::string take() { return std::move(text_); }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void separate();
  std::string text_;
  bool first_ = true;  ///< nothing stands in the innermost object or list, or a key waits
};

/// {"error":{"message":...,"try":...}}
std::string error_json(std::string_view message, std::string_view to_try);

}  // namespace homeroom::workshop
