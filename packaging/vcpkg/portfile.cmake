# Builds libnango of a release's sources, with the Rust that is on PATH. packaging/recipes.py fills in @...@ for a release.

vcpkg_download_distfile(archive
    URLS "@SOURCE_URL@"
    FILENAME "@SOURCE_NAME@"
    SHA512 @SOURCE_SHA512@)
vcpkg_extract_source_archive(source ARCHIVE "${archive}")

# A C library that cargo optimises: a debug build of it would be the same files.
set(VCPKG_BUILD_TYPE release)

string(COMPARE EQUAL "${VCPKG_LIBRARY_LINKAGE}" static is_static)
set(rust_target "")
if(VCPKG_CROSSCOMPILING)
    set(rust_target x86_64-unknown-linux-gnu)
    if(VCPKG_TARGET_ARCHITECTURE STREQUAL "arm64")
        set(rust_target aarch64-unknown-linux-gnu)
    endif()
endif()
vcpkg_cmake_configure(
    SOURCE_PATH "${source}/bindings/c"
    OPTIONS
        "-DNANGO_STATIC=${is_static}"
        "-DNANGO_RUST_TARGET=${rust_target}"
        -DNANGO_PKGCONFIG_RPATH=OFF)
vcpkg_cmake_install()

# One kind of library is installed: the CMake package finds out which.
if(is_static)
    file(GLOB shared "${CURRENT_PACKAGES_DIR}/lib/libnango.so*")
    file(REMOVE ${shared} "${CURRENT_PACKAGES_DIR}/lib/pkgconfig/nango.pc")
endif()

vcpkg_cmake_config_fixup(PACKAGE_NAME nango CONFIG_PATH lib/cmake/nango)
vcpkg_fixup_pkgconfig()
file(INSTALL "${CMAKE_CURRENT_LIST_DIR}/usage" DESTINATION "${CURRENT_PACKAGES_DIR}/share/${PORT}")
# The licences, which vcpkg has in one file.
file(REMOVE_RECURSE "${CURRENT_PACKAGES_DIR}/share/doc")
vcpkg_install_copyright(FILE_LIST "${source}/LICENSE-MIT" "${source}/LICENSE-APACHE" "${source}/THIRD-PARTY-NOTICES")
