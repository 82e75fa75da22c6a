#!/bin/sh
# Signs the packages for Java that `make release` has made, bundles them as Maven Central wants, and sends the bundle there.
#
# usage: maven_central.sh ARTIFACTS VERSION
#
# MAVEN_GPG_KEY is the private key that signs, as `gpg --armor --export-secret-keys` prints it, without a passphrase.
# CENTRAL_TOKEN is a user token of central.sonatype.com: its name and its password with ":" between them, in base64. Neither
# is seen in the list of processes. CENTRAL_URL is where the bundle goes, if not there.
set -eu

artifacts=$(cd "$1" && pwd)
version=$2
: "${MAVEN_GPG_KEY:?is missing: the private key that signs}" "${CENTRAL_TOKEN:?is missing: a user token of central.sonatype.com}"
scratch=$(mktemp -d)
export GNUPGHOME="$scratch/gnupg"
trap 'gpgconf --kill gpg-agent 2>/dev/null || true; rm -rf "$scratch"' EXIT
mkdir -m 700 "$GNUPGHOME"
printf '%s\n' "$MAVEN_GPG_KEY" | gpg --batch --quiet --import

for package in nango nango-jackson nango-kotlin; do
	folder=$scratch/bundle/dev/nango/$package/$version
	mkdir -p "$folder"
	for ending in .pom .jar -sources.jar -javadoc.jar; do
		file=$folder/$package-$version$ending
		cp "$artifacts/$package-$version$ending" "$file"
		gpg --batch --quiet --armor --detach-sign "$file"
		md5sum "$file" | cut -d ' ' -f 1 >"$file.md5"
		sha1sum "$file" | cut -d ' ' -f 1 >"$file.sha1"
	done
done
(cd "$scratch/bundle" && "${PYTHON:-python3}" -m zipfile -c "$scratch/libnango-$version.zip" dev)
# Central checks the bundle, and publishes it if nothing is wrong. It answers with the number of the deployment, by which its
# pages show how far that is.
printf 'header = "Authorization: Bearer %s"\n' "$CENTRAL_TOKEN" |
	curl --config - --fail-with-body --silent --show-error --form "bundle=@$scratch/libnango-$version.zip" \
		"${CENTRAL_URL:-https://central.sonatype.com}/api/v1/publisher/upload?name=libnango-$version&publishingType=AUTOMATIC"
echo
