#!/usr/bin/env bash
# Makes a record as an old version of the program wrote it:
#   make.sh COMMIT NAME    writes NAME.travaux.gz beside this script
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'git -C "$here" worktree remove --force "$work/tree" 2>/dev/null; rm -rf "$work"' EXIT
git -C "$here" worktree add -q --detach "$work/tree" "$1"
(cd "$work/tree" && go build -o "$work/travaux" ./cmd/travaux)
cp -r "$here/reports" "$work/reports"
cd "$work"
./travaux init talks.travaux --name 'Quay talks'
./travaux add talks.travaux reports || [ $? = 3 ] # one of them is empty
echo 'The union votes on Tuesday, it said.' >> reports/a.txt
./travaux add talks.travaux reports/a.txt # a new version
./travaux remove talks.travaux reports/d.txt --reason 'asked for by the outlet'
if ./travaux --help | grep -q '^  judge '; then
  ./travaux judge note talks.travaux --by ana --at 2031-03-09T09:00:00Z --reason 'ask the ministry for the text'
fi
./travaux export talks.travaux >/dev/null || [ $? = 3 ] # keeps what is derived, where the version does
gzip -9 -n < talks.travaux > "$here/$2.travaux.gz"
