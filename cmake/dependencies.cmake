# One door per library (scripts/check_rooms): each is linked by one room only.
find_package(Threads REQUIRED)
find_package(TBB REQUIRED)
find_package(Boost 1.74 REQUIRED)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(Eigen3 REQUIRED)
# Debian's libcsv brings no file for cmake.
find_library(LIBCSV csv REQUIRED)
find_path(LIBCSV_HEADERS csv.h REQUIRED)
file(STRINGS ${LIBCSV_HEADERS}/csv.h LIBCSV_VERSION REGEX "^#define CSV_(MAJOR|MINOR|RELEASE) ")
string(REGEX REPLACE "#define CSV_[A-Z]+ " "" LIBCSV_VERSION "${LIBCSV_VERSION}")
string(REPLACE ";" "." LIBCSV_VERSION "${LIBCSV_VERSION}")
add_library(libcsv INTERFACE)
target_link_libraries(libcsv INTERFACE ${LIBCSV})
target_include_directories(libcsv SYSTEM INTERFACE ${LIBCSV_HEADERS})
# Debian's library was compiled with all it can do; whoever uses it has to say the same.
find_library(HTTPLIB cpp-httplib REQUIRED)
find_path(HTTPLIB_HEADERS httplib.h REQUIRED)
file(STRINGS ${HTTPLIB_HEADERS}/httplib.h HTTPLIB_VERSION REGEX "^#define CPPHTTPLIB_VERSION ")
string(REGEX MATCH "[0-9.]+" HTTPLIB_VERSION "${HTTPLIB_VERSION}")
add_library(httplib INTERFACE)
target_link_libraries(httplib INTERFACE ${HTTPLIB})
target_include_directories(httplib SYSTEM INTERFACE ${HTTPLIB_HEADERS})
target_compile_definitions(httplib INTERFACE CPPHTTPLIB_OPENSSL_SUPPORT CPPHTTPLIB_ZLIB_SUPPORT
                           CPPHTTPLIB_BROTLI_SUPPORT)
# tcmalloc hands memory out to the program, not to its tests; the archive, so that the program needs
# nothing of it where it runs.
find_library(TCMALLOC NAMES libtcmalloc_minimal.a tcmalloc_minimal REQUIRED)
find_path(TCMALLOC_HEADERS gperftools/malloc_extension.h REQUIRED)
add_library(tcmalloc INTERFACE)
if(NOT HOMEROOM_SANITIZE)  # a sanitizer hands out memory itself
  target_link_libraries(tcmalloc INTERFACE ${TCMALLOC})
endif()
target_include_directories(tcmalloc SYSTEM INTERFACE ${TCMALLOC_HEADERS})
