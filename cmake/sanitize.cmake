# Builds that look for faults while they run (docs/hostile_input.md); CMakePresets.json names them.
# Results are those of any build: no contraction here either. Bounds of the standard library's
# containers are looked at as well.
set(HOMEROOM_SANITIZE "" CACHE STRING "What is looked for: address,undefined or thread; empty: nothing")
option(HOMEROOM_FUZZ "Let libFuzzer see which code an input reaches (clang only)" OFF)

if(HOMEROOM_SANITIZE)
  set(CMAKE_CXX_FLAGS_RELEASE "-O1")
  add_compile_definitions(HOMEROOM_SANITIZED _GLIBCXX_ASSERTIONS)
  add_compile_options(-fsanitize=${HOMEROOM_SANITIZE} -fno-sanitize-recover=all
    -fno-omit-frame-pointer -g1)
  add_link_options(-fsanitize=${HOMEROOM_SANITIZE})
endif()
if(HOMEROOM_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
