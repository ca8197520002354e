#!/bin/sh
# A browser for the tests: one that is installed, else Debian's by apt where that is allowed, else one clear line.
for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if command -v apt-get >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ]; then as_root=; elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then as_root="sudo -n"; else as_root=none; fi
    if [ "$as_root" != none ]; then
        echo "installing Debian's chromium for the browser tests"
        $as_root apt-get update -qq >/dev/null &&
            DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null &&
            exit 0
    fi
fi
echo "The browser tests need Chromium: install the package \"chromium\" (Debian, Ubuntu, Fedora) or Google Chrome." >&2
exit 1
