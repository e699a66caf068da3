# How everything is compiled, with g++ 12 and clang 19.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
# -O3 buys nothing measurable here and costs compile time.
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 reports what is not there: overlaps in std::string operator+ (its bug 105651), and
  # uninitialised members of a std::variant in an expected. clang 19 watches both in our code.
  add_compile_options(-Wno-restrict -Wno-maybe-uninitialized)
  if(PARLEY_SANITIZE)
    add_compile_options(-Wno-stringop-overflow)  # confused by the instrumentation
  endif()
endif()

# The same doubles on every machine: no fused multiply-add.
add_compile_options(-ffp-contract=off)

# The files that parley reads may be hostile: an index out of range stops the program.
add_compile_definitions(_GLIBCXX_ASSERTIONS)
add_compile_options(-fstack-protector-strong)
add_link_options(-Wl,-z,relro,-z,now)
include(CheckPIESupported)
check_pie_supported(LANGUAGES CXX)

if(PARLEY_SANITIZE)
  add_compile_options(-fsanitize=${PARLEY_SANITIZE} -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${PARLEY_SANITIZE})
  if(PARLEY_SANITIZE MATCHES "undefined")
    add_compile_options(-fno-sanitize-recover=undefined)
  endif()
elseif(CMAKE_BUILD_TYPE STREQUAL "Release")
  add_compile_definitions(_FORTIFY_SOURCE=2)
endif()
if(PARLEY_FUZZ)
  # Clang warns of what libstdc++ 12 does within std::stable_sort.
  add_compile_options(-fsanitize=fuzzer-no-link -Wno-deprecated-declarations)
endif()

find_program(PARLEY_MOLD mold)
mark_as_advanced(PARLEY_MOLD)
if(PARLEY_MOLD)
  add_link_options(-fuse-ld=mold)
endif()

find_program(PARLEY_CCACHE ccache)
mark_as_advanced(PARLEY_CCACHE)
if(PARLEY_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # Paths relative to the source tree: a second clone, or the tests' clone, finds the same entries.
  set(CMAKE_CXX_COMPILER_LAUNCHER
      env CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${PARLEY_CCACHE})
endif()
