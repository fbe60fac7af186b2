#!/bin/sh
# Brings what the tests need beside npm packages: a Chromium and Chinese fonts for the pages; with `slow` also
# LibreOffice and poppler, which open the printed forms again.
set -eu
has() { command -v "$1" >/dev/null 2>&1; }
missing=""
has chromium || has chromium-browser || has google-chrome || missing="$missing chromium"
has fc-list && fc-list 2>/dev/null | grep -qi "noto.*cjk" || missing="$missing fontconfig fonts-noto-cjk"
if [ "${1:-}" = slow ]; then
  has soffice || missing="$missing libreoffice-writer-nogui libreoffice-calc-nogui"
  has pdftoppm || missing="$missing poppler-utils"
fi
[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ] && has apt-get; then
  echo "installing:$missing" >&2
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  # shellcheck disable=SC2086 # a list of packages
  apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
  echo "测试还需要：$missing。请先安装，例如 sudo apt-get install$missing" >&2
  exit 2
fi
