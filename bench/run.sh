#!/bin/sh
# Builds the server and the benchmark, then measures. Arguments are name=value; see README.md.
set -eu
cd "$(dirname "$0")/.."
if [ "${BUILD:-yes}" = yes ]; then
  ./mvnw -B -q -Pbench -am -pl api,bench package -DskipTests
fi
exec java -cp "bench/target/classes:bench/target/lib/*" io.warmline.bench.Benchmark "$@"
