// The one door of SQLite: a file, and statements that are prepared once.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace homeroom {

/// What SQLite says is wrong; `code` is its primary result code.
struct SqliteError : std::runtime_error {
  SqliteError(int error_code, const std::string& what)
      : std::runtime_error(what), code(error_code) {}
  int code;
  bool is_busy() const;     ///< another process holds the file
  bool is_damaged() const;  ///< it is no database, or a damaged one
};

class SqliteFile {
 public:
  enum class Mode { Create, Write };
  SqliteFile(const std::filesystem::path& file, Mode mode);
  /// Runs statements that give no rows.
  void run(const std::string& sql);
  sqlite3* handle() const { return handle_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* handle) const;
  };
  std::unique_ptr<sqlite3, Close> handle_;
};

class SqliteStatement {
 public:
  SqliteStatement(const SqliteFile& file, const std::string& sql);

  /// The next parameters, in order; NaN is NULL.
  SqliteStatement& bind(std::uint64_t value);
  SqliteStatement& bind(double value);
  SqliteStatement& bind(std::string_view value);
  /// True where there is a row.
  bool step();
  /// Runs it to its end and makes it ready to be bound anew.
  void run();
  void reset();

  std::uint64_t whole(int column) const;
  double number(int column) const;  ///< NaN for NULL
  std::string text(int column) const;
  bool is_null(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  void check(int code) const;
  sqlite3* file_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int bound_ = 0;
};

/// A name of a table or column as SQL quotes it.
std::string sql_name(std::string_view name);

}  // namespace homeroom
