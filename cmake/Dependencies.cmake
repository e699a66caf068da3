# Libraries from outside: all are Debian packages, listed in packages.txt.
# A module names the ones it uses in its parley_module(... LIBRARIES ...).

find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(fmt REQUIRED)
find_package(tl-expected REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(tomlplusplus REQUIRED)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(SQLITE REQUIRED IMPORTED_TARGET sqlite3)
pkg_check_modules(ICU REQUIRED IMPORTED_TARGET icu-i18n icu-uc)
pkg_check_modules(CAIRO REQUIRED IMPORTED_TARGET cairo cairo-pdf cairo-ft)
pkg_check_modules(PANGO REQUIRED IMPORTED_TARGET pango pangoft2 pangocairo fontconfig)
pkg_check_modules(ZLIB REQUIRED IMPORTED_TARGET zlib)
pkg_check_modules(ZIP REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(EXPAT REQUIRED IMPORTED_TARGET expat)
pkg_check_modules(XLSXWRITER REQUIRED IMPORTED_TARGET xlsxwriter)
pkg_check_modules(LEMON REQUIRED IMPORTED_TARGET lemon)
if(PARLEY_TESTS)
  find_package(doctest REQUIRED)
  find_package(rapidcheck REQUIRED)
endif()

# Tests and checks run under Debian's python3, whatever else stands first on PATH.
find_program(PARLEY_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH)
find_program(PARLEY_PYTHON python3 REQUIRED)
mark_as_advanced(PARLEY_PYTHON)
