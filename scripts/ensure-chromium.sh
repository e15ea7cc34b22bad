#!/bin/sh
# The browser tests drive the system's Chromium. Without it they are skipped, with this reason.
command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 && exit 0
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  echo "installing chromium for the browser tests"
  (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core) >/dev/null 2>&1 \
    || echo "chromium could not be installed; the browser tests will be skipped"
else
  echo "no chromium found; the browser tests will be skipped (Debian: apt-get install chromium)"
fi
exit 0
