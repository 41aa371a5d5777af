# Finds what the scripts beside this folder need: a JDK 25 and Maven. Sourced, not run.

java_options=(--enable-native-access=ALL-UNNAMED -XX:+ExitOnOutOfMemoryError)

# say MESSAGE: to the person at the terminal, apart from what a program may read
say() { printf '%s\n' "$*" >&2; }

# java_release FOLDER: the major number of the JDK in that folder, or 0
java_release() {
  local version
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  if [ -x "$1/bin/javac" ] && [ -n "$version" ]; then echo "$version"; else echo 0; fi
}

# find_jdk: sets JAVA_HOME to a JDK 25 or later
find_jdk() {
  local on_path candidate
  on_path=$(command -v javac || true)
  if [ -n "$on_path" ]; then
    on_path=$(cd "$(dirname "$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")")/.." && pwd)
  fi
  for candidate in "${JAVA_HOME:-}" "$on_path" \
    /usr/lib/jvm/*25* /opt/*jdk*25* "$HOME"/.sdkman/candidates/java/25* "$HOME"/.jdks/*25* \
    /Library/Java/JavaVirtualMachines/*25*/Contents/Home; do
    if [ -n "$candidate" ] && [ "$(java_release "$candidate")" -ge 25 ]; then
      export JAVA_HOME=$candidate
      return
    fi
  done
  say "Marquee needs a JDK 25, and none was found: get one at https://adoptium.net (Linux and macOS: sdk install java 25-tem), or set JAVA_HOME."
  exit 1
}

find_maven() {
  command -v mvn >/dev/null && return
  say "Marquee needs Maven, and mvn was not found: apt install maven, dnf install maven or brew install maven."
  exit 1
}

# build_if_needed: puts the application, unpacked for a quick start, into target/run
build_if_needed() {
  local built=target/run/marquee.jar
  if [ -f "$built" ] && [ -z "$(find src/main pom.xml -newer "$built" -print 2>/dev/null | head -n 1)" ]; then return; fi
  find_maven
  say "Building Marquee; the first time this takes some minutes, since the libraries are fetched."
  mkdir -p target
  if ! mvn -q -B -Pquick -DskipTests -Dspotless.check.skip package >target/build.log 2>&1; then
    cat target/build.log >&2
    say "The build failed, for the reason above."
    exit 1
  fi
  rm -rf target/run
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar target/marquee.jar extract --destination target/run >/dev/null
  if [ "${MARQUEE_AOT:-on}" = on ]; then rehearse; fi
  touch "$built"
}

# rehearse: starts the application once, off stage, and keeps what the JVM learned; each later start takes half as long
rehearse() {
  say "Rehearsing the start, some 15 seconds; MARQUEE_AOT=off leaves this out."
  env -i PATH="$PATH" HOME="$HOME" MARQUEE_LOG=file MARQUEE_DATA=target/rehearsal \
    "$JAVA_HOME/bin/java" "${java_options[@]}" -XX:AOTCacheOutput=target/run/marquee.aot -Dspring.context.exit=onRefresh \
    -jar target/run/marquee.jar >target/rehearsal.log 2>&1 || {
    rm -f target/run/marquee.aot
    say "The rehearsal failed; Marquee starts without it."
  }
  rm -rf target/rehearsal
}

# start_fake_stripe: the tests' fake of Stripe, as a process that ends with the application; sets what the application needs for it
start_fake_stripe() {
  local fake=http://localhost:12111 libraries
  libraries="$(echo target/run/lib/*.jar | tr ' ' ':')"
  rm -rf target/fake-stripe && mkdir -p target/fake-stripe
  "$JAVA_HOME/bin/javac" -nowarn -proc:none -d target/fake-stripe -cp "$libraries" -sourcepath src/test/java \
    src/test/java/io/marquee/stripe/DemoStripe.java
  "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -cp "target/fake-stripe:src/test/resources:$libraries" io.marquee.stripe.DemoStripe \
    12111 "http://localhost:${MARQUEE_PORT:-8080}/webhooks/stripe" "${MARQUEE_DATA:-data}" &
  export MARQUEE_STRIPE_SECRET_KEY=sk_test_fake MARQUEE_STRIPE_PUBLISHABLE_KEY=pk_test_fake
  export MARQUEE_STRIPE_WEBHOOK_SECRET=whsec_fake,whsec_fakeconnect
  export MARQUEE_STRIPE_API=$fake MARQUEE_STRIPE_SCRIPT=$fake/dahlia/stripe.js MARQUEE_STRIPE_CONNECT=direct
  say "Buyers pay at a fake of Stripe; what its dashboard would do is at $fake/console"
}

# marquee ARGUMENT...: becomes the application
marquee() {
  local cache=()
  if [ -f target/run/marquee.aot ]; then cache=(-XX:AOTCache=target/run/marquee.aot -Xlog:aot=off -Xlog:cds=off); fi
  # shellcheck disable=SC2086 # several options are several words
  exec "$JAVA_HOME/bin/java" "${java_options[@]}" ${cache[@]+"${cache[@]}"} ${MARQUEE_JAVA_OPTIONS:-} \
    -jar target/run/marquee.jar "$@"
}
