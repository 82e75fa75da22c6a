#!/bin/sh
# Commits and tags the PHP package that `make release` has made, in a clone of the repository that Packagist looks at. Nothing
# is pushed.
#
# usage: php_tag.sh ARTIFACTS VERSION CLONE
#
# Composer takes a package from a git tag with composer.json at the top, and this repository has it in a folder and without
# the libraries. So the package has a repository of its own, which holds what was released and nothing else.
set -eu

archive=$(cd "$1" && pwd)/libnango-php-$2.tar.gz
version=$2
clone=$3
: "${SOURCE_DATE_EPOCH:?is missing: the time of the commit that is released, in seconds since 1970}"

cd "$clone"
git rm -r --quiet --ignore-unmatch .
tar -xzf "$archive" --strip-components 1
# Whatever a user's configuration would leave out or change.
git -c core.autocrlf=false -c core.excludesFile= add --all --force .
export GIT_AUTHOR_NAME=libnango GIT_AUTHOR_EMAIL=libnango@users.noreply.github.com GIT_AUTHOR_DATE="@$SOURCE_DATE_EPOCH +0000"
export GIT_COMMITTER_NAME=$GIT_AUTHOR_NAME GIT_COMMITTER_EMAIL=$GIT_AUTHOR_EMAIL GIT_COMMITTER_DATE=$GIT_AUTHOR_DATE
git -c commit.gpgSign=false commit --quiet -m "libnango $version for PHP"
git tag "v$version"
