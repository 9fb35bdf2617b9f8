#include "sim/records/sqlite.hpp"

#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <limits>

#include "sim/core/failure.hpp"

namespace homeroom {
namespace {

/// Whether a file and its folder may be written, as SQLite's log wants it; an error number if not.
int not_allowed(const std::filesystem::path& file) {
  const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
  if (::access(folder.c_str(), W_OK | X_OK) != 0) return errno;
  return ::access(file.c_str(), W_OK) != 0 && errno != ENOENT ? errno : 0;
}

/// Of the system's refusals SQLite says how it met them, not why; its error number may be that of
/// what it tried next, so that only limits are taken from it.
std::string why(sqlite3* handle, int code, const std::filesystem::path& file) {
  const bool system = code == SQLITE_IOERR || code == SQLITE_CANTOPEN || code == SQLITE_READONLY;
  if (handle == nullptr || !system) return {};
  int number = file.empty() ? 0 : not_allowed(file);
  const int met = sqlite3_system_errno(handle);
  if (number == 0 && (met == EMFILE || met == EFBIG || met == ENOSPC || met == EDQUOT))
    number = met;
  return number == 0 ? std::string() : ": " + words_of_error(number);
}

[[noreturn]] void fail(sqlite3* handle, int code, const std::filesystem::path& file) {
  const std::string what = handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code);
  throw SqliteError(code & 0xff, what + why(handle, code & 0xff, file));
}

/// Of an open file; one that could not be opened knows no name.
[[noreturn]] void fail(sqlite3* handle, int code) {
  const char* const file = handle ? sqlite3_db_filename(handle, "main") : nullptr;
  fail(handle, code, file ? file : "");
}

/// Of one text or row; designs and messages are far from it. SQLite's own bound is a gigabyte.
constexpr int kLongestText = 64 * 1024 * 1024;

/// A file may come from elsewhere: what it calls is not run, and what it says of its own pages is
/// looked at.
void trust_nothing(sqlite3* handle) {
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, kLongestText);
  sqlite3_exec(handle, "PRAGMA cell_size_check = ON", nullptr, nullptr, nullptr);
}

}  // namespace

bool SqliteError::is_busy() const { return code == SQLITE_BUSY || code == SQLITE_LOCKED; }
bool SqliteError::is_damaged() const { return code == SQLITE_CORRUPT || code == SQLITE_NOTADB; }

void SqliteFile::Close::operator()(sqlite3* handle) const {
  // Statements that go later keep it until they go; closed in the old way it would stay for ever.
  sqlite3_close_v2(handle);
}
void SqliteStatement::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

SqliteFile::SqliteFile(const std::filesystem::path& file, Mode mode) {
  sqlite3* handle = nullptr;
  const int flags =
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (mode == Mode::Create ? SQLITE_OPEN_CREATE : 0);
  const int code = sqlite3_open_v2(file.c_str(), &handle, flags, nullptr);
  handle_.reset(handle);
  if (code != SQLITE_OK) fail(handle, code, file);
  trust_nothing(handle);
}

void SqliteFile::run(const std::string& sql) {
  const int code = sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(handle(), code);
}

SqliteStatement::SqliteStatement(const SqliteFile& file, const std::string& sql)
    : file_(file.handle()) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(file_, sql.c_str(), -1, &statement, nullptr);
  statement_.reset(statement);
  check(code);
}

void SqliteStatement::check(int code) const {
  if (code != SQLITE_OK) fail(file_, code);
}

SqliteStatement& SqliteStatement::bind(std::uint64_t value) {
  check(sqlite3_bind_int64(statement_.get(), ++bound_, static_cast<sqlite3_int64>(value)));
  return *this;
}

SqliteStatement& SqliteStatement::bind(double value) {
  ++bound_;
  check(value == value ? sqlite3_bind_double(statement_.get(), bound_, value)
                       : sqlite3_bind_null(statement_.get(), bound_));
  return *this;
}

SqliteStatement& SqliteStatement::bind(std::string_view value) {
  check(sqlite3_bind_text(statement_.get(), ++bound_, value.data(), static_cast<int>(value.size()),
                          SQLITE_TRANSIENT));
  return *this;
}

bool SqliteStatement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) fail(file_, code);
  return false;
}

void SqliteStatement::reset() {
  sqlite3_reset(statement_.get());
  bound_ = 0;
}

void SqliteStatement::run() {
  step();
  reset();
}

std::uint64_t SqliteStatement::whole(int column) const {
  return static_cast<std::uint64_t>(sqlite3_column_int64(statement_.get(), column));
}

double SqliteStatement::number(int column) const {
  return is_null(column) ? std::numeric_limits<double>::quiet_NaN()
                         : sqlite3_column_double(statement_.get(), column);
}

std::string SqliteStatement::text(int column) const {
  const auto* bytes = sqlite3_column_text(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return bytes ? std::string(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size))
               : std::string();
}

bool SqliteStatement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

std::string sql_name(std::string_view name) {
  std::string quoted = "\"";
  for (const char letter : name) {
    quoted += letter;
    if (letter == '"') quoted += letter;
  }
  return quoted + "\"";
}

}  // namespace homeroom
