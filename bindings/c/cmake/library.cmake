# Builds lib/ of the build folder as it is installed: the shared library with its links and, with NANGO_STATIC, libnango.a.

if(NOT CMAKE_SYSTEM_NAME STREQUAL "Linux")
    message(FATAL_ERROR "libnango is built by CMake on Linux only: elsewhere run `cargo build --release` and link to what "
        "it leaves in target/release")
endif()
if(CMAKE_CROSSCOMPILING AND NOT NANGO_RUST_TARGET)
    message(FATAL_ERROR "This is a build for another machine: set NANGO_RUST_TARGET to what rustc calls it, such as "
        "-DNANGO_RUST_TARGET=aarch64-unknown-linux-gnu")
endif()

# ---- Rust

find_program(NANGO_CARGO NAMES $ENV{CARGO} cargo HINTS ENV CARGO_HOME "$ENV{HOME}/.cargo" PATH_SUFFIXES bin)
if(NANGO_CARGO)
    get_filename_component(nango_cargo_folder "${NANGO_CARGO}" DIRECTORY)
endif()
find_program(NANGO_RUSTC NAMES $ENV{RUSTC} rustc HINTS "${nango_cargo_folder}")
if(NOT NANGO_CARGO OR NOT NANGO_RUSTC)
    message(FATAL_ERROR "libnango is built with Rust, and cargo or rustc is missing: install Rust 1.85 or later from "
        "https://rustup.rs, and set NANGO_CARGO and NANGO_RUSTC if they are where CMake does not look")
endif()

execute_process(COMMAND "${NANGO_RUSTC}" --version
    OUTPUT_VARIABLE nango_rustc_says ERROR_VARIABLE nango_rustc_says RESULT_VARIABLE nango_result)
if(NOT nango_result EQUAL 0 OR NOT nango_rustc_says MATCHES "^rustc ([0-9]+\\.[0-9]+)")
    message(FATAL_ERROR "${NANGO_RUSTC} does not work:\n${nango_rustc_says}")
endif()
if(CMAKE_MATCH_1 VERSION_LESS 1.85)
    message(FATAL_ERROR "${NANGO_RUSTC} is Rust ${CMAKE_MATCH_1}, and libnango needs 1.85 or later: get it from "
        "https://rustup.rs, or set NANGO_CARGO and NANGO_RUSTC to a newer one")
endif()

# ---- The shared library

set(nango_lib "${CMAKE_CURRENT_BINARY_DIR}/lib")
set(nango_shared "${nango_lib}/libnango.so.${PROJECT_VERSION}")
set(nango_made "${NANGO_CARGO_TARGET_DIR}/release")
set(nango_target_option "")
if(NANGO_RUST_TARGET)
    set(nango_made "${NANGO_CARGO_TARGET_DIR}/${NANGO_RUST_TARGET}/release")
    set(nango_target_option --target "${NANGO_RUST_TARGET}")
endif()
set(nango_all "")
if(NANGO_INSTALL)
    set(nango_all ALL)
endif()

# Cargo knows what is out of date, so it runs every time; unchanged files are left alone, so nothing else is
# built again.
configure_file(cmake/cargo.cmake.in cargo.cmake @ONLY)
add_custom_target(nango_cargo ${nango_all}
    COMMAND "${CMAKE_COMMAND}" -P "${CMAKE_CURRENT_BINARY_DIR}/cargo.cmake"
    BYPRODUCTS "${nango_shared}" "${nango_made}/libnango.a"
    COMMENT "Building libnango with cargo"
    USES_TERMINAL VERBATIM)
set_target_properties(nango::nango PROPERTIES IMPORTED_LOCATION "${nango_shared}")
add_dependencies(nango::nango nango_cargo)

# ---- The static library

if(NOT NANGO_STATIC)
    return()
endif()

# GNU's tools, also with clang, for which CMake finds LLVM's: their objcopy writes what GNU's linker cannot read.
set(nango_tools "")
foreach(tool AR LD NM OBJCOPY)
    string(TOLOWER "${tool}" name)
    if(CMAKE_CROSSCOMPILING)
        string(REPLACE LD LINKER found "CMAKE_${tool}")
        set(nango_${name} "${${found}}")
    else()
        find_program(nango_${name} NAMES "${name}")
        mark_as_advanced(nango_${name})
    endif()
    if(NOT nango_${name})
        message(FATAL_ERROR "libnango.a is made with binutils, and ${name} is not found: install binutils, or configure "
            "with -DNANGO_STATIC=OFF")
    endif()
    list(APPEND nango_tools "${tool}=${nango_${name}}")
endforeach()

set(nango_archive "${nango_lib}/libnango.a")
set(nango_script "${CMAKE_CURRENT_SOURCE_DIR}/cmake/static_library.sh")
add_custom_command(OUTPUT "${nango_archive}"
    COMMAND "${CMAKE_COMMAND}" -E env ${nango_tools} sh "${nango_script}" "${nango_made}/libnango.a" "${nango_archive}"
    DEPENDS "${nango_made}/libnango.a" "${nango_script}"
    COMMENT "Making libnango.a"
    VERBATIM)
add_custom_target(nango_archive ${nango_all} DEPENDS "${nango_archive}")
add_dependencies(nango_archive nango_cargo)

# The libraries that a program needs in addition to libnango.a, as rustc lists them for an empty static library: no
# crate of libnango's needs for more. libc and what unwinds the stack are left to the compiler that links, which knows
# whether the whole program is static.
execute_process(
    COMMAND "${NANGO_RUSTC}" ${nango_target_option} --crate-name nothing --crate-type staticlib
        --print native-static-libs -o "${CMAKE_CURRENT_BINARY_DIR}/libnothing.a" -
    INPUT_FILE /dev/null ERROR_VARIABLE nango_rustc_says RESULT_VARIABLE nango_result)
if(NOT nango_result EQUAL 0 OR NOT nango_rustc_says MATCHES "native-static-libs:([^\n]*)")
    message(FATAL_ERROR "${NANGO_RUSTC} does not say what a static library needs:\n${nango_rustc_says}")
endif()
separate_arguments(nango_system_libraries UNIX_COMMAND "${CMAKE_MATCH_1}")
list(REMOVE_ITEM nango_system_libraries -lc -lgcc_s -lunwind)

add_library(nango::nango_static STATIC IMPORTED GLOBAL)
set_target_properties(nango::nango_static PROPERTIES
    IMPORTED_LOCATION "${nango_archive}"
    INTERFACE_INCLUDE_DIRECTORIES "${nango_includes}"
    INTERFACE_LINK_LIBRARIES "${nango_system_libraries}")
add_dependencies(nango::nango_static nango_archive)
