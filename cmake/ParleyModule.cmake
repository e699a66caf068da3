# parley_module(NAME [USES module...] [LIBRARIES target...] [PROGRAM name])
#
# One folder of src/ is one static library, parley_<name>, made of its .cpp files, and, where it has
# *_test.cpp files, one test program, test_<name>, run by ctest as unit.<name>. A folder below it
# belongs to it, unless it has a CMakeLists.txt of its own ("record/sqlite" is parley_record_sqlite).
# USES names the folders above it in the design's list that it includes; LIBRARIES names outside
# libraries. PROGRAM makes a program of the folder's main.cpp.
function(parley_module name)
  cmake_parse_arguments(ARG "" "PROGRAM" "USES;LIBRARIES" ${ARGN})
  if(ARG_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "parley_module(${name}): what is ${ARG_UNPARSED_ARGUMENTS}?")
  endif()
  string(REPLACE "/" "_" target ${name})
  set(folder ${CMAKE_CURRENT_SOURCE_DIR})

  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${folder}/*.cpp)
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS ${folder}/*.hpp)
  file(GLOB_RECURSE others CONFIGURE_DEPENDS ${folder}/*/CMakeLists.txt)
  list(REMOVE_ITEM others ${folder}/CMakeLists.txt)
  foreach(other ${others})
    cmake_path(GET other PARENT_PATH other)
    list(FILTER sources EXCLUDE REGEX "^${other}/")
    list(FILTER headers EXCLUDE REGEX "^${other}/")
  endforeach()
  list(REMOVE_ITEM sources ${folder}/main.cpp)
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  set_property(GLOBAL APPEND PROPERTY PARLEY_HEADERS ${headers})

  set(uses)
  foreach(used ${ARG_USES})
    string(REPLACE "/" "_" used_target parley_${used})
    if(NOT TARGET ${used_target})
      message(FATAL_ERROR "parley_module(${name}): ${used} does not stand above it in src/")
    endif()
    list(APPEND uses ${used_target})
  endforeach()

  if(sources)
    add_library(parley_${target} STATIC ${sources})
    set(scope PUBLIC)
  else()
    add_library(parley_${target} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_include_directories(parley_${target} ${scope} ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(parley_${target} ${scope} ${uses} ${ARG_LIBRARIES})
  set_property(GLOBAL APPEND PROPERTY PARLEY_MODULES parley_${target})

  if(ARG_PROGRAM)
    add_executable(${ARG_PROGRAM} ${folder}/main.cpp)
    target_link_libraries(${ARG_PROGRAM} PRIVATE parley_${target})
    target_compile_definitions(${ARG_PROGRAM} PRIVATE PARLEY_VERSION="${PROJECT_VERSION}")
    set_target_properties(${ARG_PROGRAM} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})
  endif()

  if(tests AND PARLEY_TESTS)
    parley_unit_test(unit.${name} test_${target} LABEL unit SOURCES ${tests}
                     LIBRARIES parley_${target})
  endif()
endfunction()
