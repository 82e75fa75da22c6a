dnl The extension finds libnango when PHP starts, so nothing is linked: --with-nango names the header's folder and the default
dnl path of the library.
PHP_ARG_ENABLE([nango], [whether to enable nango], [AS_HELP_STRING([--enable-nango], [Enable libnango])], [yes])
PHP_ARG_WITH([nango-include], [where nango.h is], [AS_HELP_STRING([--with-nango-include=DIR], [Folder of nango.h])], [no], [no])
PHP_ARG_WITH([nango-library], [where libnango.so is],
  [AS_HELP_STRING([--with-nango-library=PATH], [libnango.so, if the system's loader does not find it])], [no], [no])

if test "$PHP_NANGO" != "no"; then
  if test "$PHP_NANGO_INCLUDE" = "no"; then
    for folder in "$srcdir/../include" "$srcdir/../../../include" /usr/local/include /usr/include; do
      if test -f "$folder/nango.h"; then
        PHP_NANGO_INCLUDE=`cd "$folder" && pwd`
        break
      fi
    done
  fi
  if ! test -f "$PHP_NANGO_INCLUDE/nango.h"; then
    AC_MSG_ERROR([nango.h is missing: name its folder with --with-nango-include])
  fi
  PHP_ADD_INCLUDE([$PHP_NANGO_INCLUDE])
  if test "$PHP_NANGO_LIBRARY" = "no"; then
    PHP_NANGO_LIBRARY=libnango.so.0
  fi
  AC_DEFINE_UNQUOTED([NANGO_LIBRARY_PATH], ["$PHP_NANGO_LIBRARY"], [Where libnango is by default])
  PHP_NEW_EXTENSION([nango], [nango.c], [$ext_shared], , [-std=gnu11 -Wall -Wextra -Wno-unused-parameter])
fi
