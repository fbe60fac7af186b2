#!/bin/sh
# Brings what the tests need beside npm packages: a Chromium for the pages, LibreOffice and poppler for printed forms.
set -eu
missing=""
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
fc-list 2>/dev/null | grep -qi "noto.*cjk" || missing="$missing fonts-noto-cjk"
[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "installing:$missing" >&2
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $missing >/dev/null
else
  echo "测试还需要：$missing。请先安装，例如 sudo apt-get install$missing" >&2
  exit 2
fi
