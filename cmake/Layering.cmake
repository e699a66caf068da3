# The include rules of the house, checked in every build: a broken one fails it.

file(GLOB_RECURSE parley_sources CONFIGURE_DEPENDS
     ${PROJECT_SOURCE_DIR}/src/*.hpp ${PROJECT_SOURCE_DIR}/src/*.cpp
     ${PROJECT_SOURCE_DIR}/src/*CMakeLists.txt)
add_custom_command(
  OUTPUT ${PROJECT_BINARY_DIR}/layering.stamp
  COMMAND ${PARLEY_PYTHON} ${PROJECT_SOURCE_DIR}/test/layering.py ${PROJECT_SOURCE_DIR}/src
  COMMAND ${CMAKE_COMMAND} -E touch ${PROJECT_BINARY_DIR}/layering.stamp
  DEPENDS ${PROJECT_SOURCE_DIR}/test/layering.py ${parley_sources}
  COMMENT "Checking includes"
  VERBATIM)
add_custom_target(layering ALL DEPENDS ${PROJECT_BINARY_DIR}/layering.stamp)

# Every header compiles alone: one object a header, built by `ninja headers` (and the test of that
# name), not by a plain build. Each header is read twice to show that its guard holds.
get_property(headers GLOBAL PROPERTY PARLEY_HEADERS)
get_property(modules GLOBAL PROPERTY PARLEY_MODULES)
set(units)
foreach(header ${headers})
  file(RELATIVE_PATH path ${PROJECT_SOURCE_DIR}/src ${header})
  set(unit ${PROJECT_BINARY_DIR}/headers/${path}.cpp)
  file(CONFIGURE OUTPUT ${unit} CONTENT "#include \"${path}\"\n#include \"${path}\"\n")
  list(APPEND units ${unit})
endforeach()
if(units)
  add_library(headers OBJECT EXCLUDE_FROM_ALL ${units})
  target_include_directories(headers PRIVATE ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(headers PRIVATE ${modules})
  target_compile_options(headers PRIVATE -O0 -U_FORTIFY_SOURCE)
endif()
