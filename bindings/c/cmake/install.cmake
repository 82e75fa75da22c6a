# The installed files, their destinations, and how to remove them.
#
# Components: nango_runtime is what a program needs to run, nango_development what is needed to build one.

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
set(nango_package_folder "${CMAKE_INSTALL_LIBDIR}/cmake/nango")
set(nango_pkgconfig_folder "${CMAKE_INSTALL_LIBDIR}/pkgconfig")

# ---- What other projects read

# Both are found from the folder that they are in, so that all that is installed can be moved.
file(RELATIVE_PATH nango_pc_prefix
    "${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig" "${CMAKE_INSTALL_PREFIX}")
string(REGEX REPLACE "/$" "" nango_pc_prefix "${nango_pc_prefix}")
foreach(kind LIBDIR INCLUDEDIR)
    set(nango_pc_${kind} "${CMAKE_INSTALL_${kind}}")
    if(NOT IS_ABSOLUTE "${nango_pc_${kind}}")
        set(nango_pc_${kind} "\${prefix}/${nango_pc_${kind}}")
    endif()
endforeach()

# The loader looks in /usr by itself; a program linked elsewhere gets the path of its library, unless
# NANGO_PKGCONFIG_RPATH is off.
set(nango_pc_rpath " -Wl,-rpath,\${libdir}")
if(CMAKE_INSTALL_PREFIX STREQUAL "/usr" OR (DEFINED NANGO_PKGCONFIG_RPATH AND NOT NANGO_PKGCONFIG_RPATH))
    set(nango_pc_rpath "")
endif()

string(REPLACE ";" " " nango_pc_system_libraries "${nango_system_libraries}")
configure_file(cmake/nango.pc.in nango.pc @ONLY)
configure_file(cmake/nango-static.pc.in nango-static.pc @ONLY)
configure_package_config_file(cmake/nango-config.cmake.in nango-config.cmake
    INSTALL_DESTINATION "${nango_package_folder}"
    PATH_VARS CMAKE_INSTALL_LIBDIR CMAKE_INSTALL_INCLUDEDIR
    NO_CHECK_REQUIRED_COMPONENTS_MACRO)
# Before 1.0 a minor version may change the interface that a program is compiled against.
write_basic_package_version_file("${CMAKE_CURRENT_BINARY_DIR}/nango-config-version.cmake" COMPATIBILITY SameMinorVersion)

# ---- Installed files

# nango_install(COMPONENT KIND FOLDER FILE...): installs files, and notes them for uninstall.
set(nango_installed "")
macro(nango_install component kind folder)
    install(${kind} ${ARGN} DESTINATION "${folder}" COMPONENT ${component})
    foreach(file ${ARGN})
        get_filename_component(name "${file}" NAME)
        list(APPEND nango_installed "${folder}/${name}")
    endforeach()
endmacro()

nango_install(nango_runtime PROGRAMS "${CMAKE_INSTALL_LIBDIR}" "${nango_shared}")
nango_install(nango_runtime FILES "${CMAKE_INSTALL_LIBDIR}" "${nango_lib}/libnango.so.${nango_abi}")
# CMAKE_INSTALL_DOCDIR would be that of the project that libnango is a part of.
nango_install(nango_runtime FILES "${CMAKE_INSTALL_DATAROOTDIR}/doc/libnango"
    "${nango_root}/LICENSE-APACHE" "${nango_root}/LICENSE-MIT" "${nango_root}/THIRD-PARTY-NOTICES")
nango_install(nango_development FILES "${CMAKE_INSTALL_LIBDIR}" "${nango_lib}/libnango.so")
nango_install(nango_development FILES "${CMAKE_INSTALL_INCLUDEDIR}"
    "${nango_root}/include/nango.h" "${nango_root}/include/nango_api.h" "${nango_root}/include/nango.ffi.h"
    "${CMAKE_CURRENT_SOURCE_DIR}/include/nango.hpp" "${CMAKE_CURRENT_SOURCE_DIR}/include/nango_api.hpp"
    "${CMAKE_CURRENT_SOURCE_DIR}/include/nango_connection.hpp" "${CMAKE_CURRENT_SOURCE_DIR}/include/nango_document.hpp"
    "${CMAKE_CURRENT_SOURCE_DIR}/include/nango_error.hpp" "${CMAKE_CURRENT_SOURCE_DIR}/include/nango_list.hpp"
    "${CMAKE_CURRENT_SOURCE_DIR}/include/nango_names.hpp" "${CMAKE_CURRENT_SOURCE_DIR}/include/nango_options.hpp"
    "${CMAKE_CURRENT_SOURCE_DIR}/include/nango_parameters.hpp" "${CMAKE_CURRENT_SOURCE_DIR}/include/nango_request.hpp"
    "${CMAKE_CURRENT_SOURCE_DIR}/include/nango_string.hpp" "${CMAKE_CURRENT_SOURCE_DIR}/include/nango_value.hpp"
    "${CMAKE_CURRENT_SOURCE_DIR}/include/nango_webhook.hpp")
nango_install(nango_development FILES "${nango_pkgconfig_folder}" "${CMAKE_CURRENT_BINARY_DIR}/nango.pc")
nango_install(nango_development FILES "${nango_package_folder}"
    "${CMAKE_CURRENT_BINARY_DIR}/nango-config.cmake" "${CMAKE_CURRENT_BINARY_DIR}/nango-config-version.cmake")
if(NANGO_STATIC)
    nango_install(nango_development FILES "${CMAKE_INSTALL_LIBDIR}" "${nango_archive}")
    nango_install(nango_development FILES "${nango_pkgconfig_folder}" "${CMAKE_CURRENT_BINARY_DIR}/nango-static.pc")
endif()

# ---- How it is removed

# The prefix may be given as late as `cmake --install` runs, so it is noted there.
install(CODE "file(WRITE \"${CMAKE_CURRENT_BINARY_DIR}/prefix\" \"\${CMAKE_INSTALL_PREFIX}\")" COMPONENT nango_runtime)
configure_file(cmake/uninstall.cmake.in uninstall.cmake @ONLY)
if(nango_alone)
    add_custom_target(uninstall
        COMMAND "${CMAKE_COMMAND}" -P "${CMAKE_CURRENT_BINARY_DIR}/uninstall.cmake"
        COMMENT "Removing what was installed"
        VERBATIM)
endif()
