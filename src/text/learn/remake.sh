#!/bin/sh
# Remakes ../transliteration_{arabic,cyrillic,hebrew}.cpp byte for byte, and after them the weights of
# ../name_evidence_table.hpp and ../name_match_table.hpp. Each step learns with what the last one wrote.
# usage: src/text/learn/remake.sh [FOLDER]     FOLDER: where names/ is, by default ../shared/data
set -eu
cd "$(dirname "$0")/../../.."
data=${1:-../shared/data}
cmake --preset release > build.log && rm build.log
ninja -C build/release transliteration_learn
for pair in arabic:arabic russian:cyrillic hebrew:hebrew; do
  script=${pair#*:}
  build/release/learn/transliteration_learn "$data/names/wd_${pair%:*}_64" "$script" \
    "src/text/transliteration_$script.cpp"
done
for step in parts names; do
  ninja -C build/release name_learn
  build/release/learn/name_learn "$data/names" src/text "$step"
done
