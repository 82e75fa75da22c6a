#!/bin/sh
# Makes the commit that the Go modules are published by, from the zips of `make release`, and tags it, in the repository of
# the current directory. Nothing is pushed.
#
# usage: go_tag.sh ARTIFACTS VERSION
#
# Go takes a module from a git tag, and main has no static libraries. So the tags name a commit without a parent that holds
# the published modules and nothing else. The same zips give the same commit.
set -eu

artifacts=$1
version=$2
: "${SOURCE_DATE_EPOCH:?is missing: the time of the commit that is released, in seconds since 1970}"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
repository=$(git rev-parse --absolute-git-dir)

for name in go go-nangooauth2; do
	"${PYTHON:-python3}" -m zipfile -e "$artifacts/nango-$name-v$version.zip" "$scratch/unpacked"
done
packed=$scratch/unpacked/github.com/libnango/libnango/bindings
mkdir -p "$scratch/tree/bindings"
mv "$packed/go@v$version" "$scratch/tree/bindings/go"
mv "$packed/go/nangooauth2@v$version" "$scratch/tree/bindings/go/nangooauth2"

export GIT_DIR="$repository" GIT_WORK_TREE="$scratch/tree" GIT_INDEX_FILE="$scratch/index"
cd "$scratch/tree"
# Whatever a user's configuration would leave out or change, Go's checksum of the module would notice.
git -c core.autocrlf=false -c core.excludesFile= add --all --force .
export GIT_AUTHOR_NAME=libnango GIT_AUTHOR_EMAIL=libnango@users.noreply.github.com GIT_AUTHOR_DATE="@$SOURCE_DATE_EPOCH +0000"
export GIT_COMMITTER_NAME=$GIT_AUTHOR_NAME GIT_COMMITTER_EMAIL=$GIT_AUTHOR_EMAIL GIT_COMMITTER_DATE=$GIT_AUTHOR_DATE
commit=$(git commit-tree -m "Go modules $version, with static libraries" "$(git write-tree)")
for folder in bindings/go bindings/go/nangooauth2; do
	git tag "$folder/v$version" "$commit"
	echo "$folder/v$version"
done
