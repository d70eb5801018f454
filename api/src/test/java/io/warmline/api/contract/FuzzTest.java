package io.warmline.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.warmline.api.http.RawHttp;
import io.warmline.core.housekeeping.Housekeeping;
import io.warmline.core.housekeeping.WorkOnFiles;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Sends what nobody has thought of: no answer is a failure of the server or outside the contract,
 * and every refusal says what it is about. Longer on demand:
 *
 * <pre>./mvnw -pl core,sdk,api test -Dtest=FuzzTest -Dsurefire.failIfNoSpecifiedTests=false \
 *   -Dfuzz.requests=100000 -Dfuzz.seed=7</pre>
 *
 * {@code -Dfuzz.minutes} ends it after that time, however many were sent.
 */
@QuarkusTest
@TestProfile(ContractProfile.class)
class FuzzTest extends Walk {

  private static final int REQUESTS = Integer.getInteger("fuzz.requests", 2000);
  private static final long SEED = Long.getLong("fuzz.seed", 4711);
  private static final Duration LONGEST = Duration.ofMinutes(Long.getLong("fuzz.minutes", 6000));

  /** After so many, another tenant has its turn: much of the one before is deleted by then. */
  private static final int ONE_WORLD = 700;

  private static final int BETWEEN_ROUNDS = 100;
  private static final int BETWEEN_RAW = 12;
  private static final int BETWEEN_WORDS = 5000;
  private static final int MOST_FAULTS = 25;

  /** A line of visible ASCII, and headers without control characters. */
  private static final Pattern IS_HTTP =
      Pattern.compile(
          "[!#$%&'*+.^_`|~0-9A-Za-z-]+ [!-~]+ HTTP/1\\.1\\r"
              + "\\n"
              + "([^\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]|\\r"
              + "\\n"
              + ")*");

  @Inject Housekeeping housekeeping;
  @Inject WorkOnFiles files;

  private final Fuzzer fuzzer = new Fuzzer(SEED);
  private final Map<String, String> faults = new TreeMap<>();
  private final Map<String, Integer> statuses = new TreeMap<>();
  private final Set<String> tried = new TreeSet<>();
  private final Set<String> succeeded = new TreeSet<>();

  /** The exchange before this one: it had the connection, and may have spoilt it. */
  private String before = "";

  @Test
  void noRequestMakesTheServerFailOrAnswerOutsideTheContract() {
    long begun = System.nanoTime();
    try (ServerErrors errors = new ServerErrors()) {
      for (int i = 0; i < REQUESTS && faults.size() < MOST_FAULTS; i++) {
        if (System.nanoTime() - begun > LONGEST.toNanos()) {
          break;
        }
        if (i % ONE_WORLD == 0) {
          enterAnotherWorld();
        }
        Fuzzer.Attempt attempt = fuzzer.next();
        if (i % BETWEEN_RAW == 0) {
          raw(i, attempt);
        } else {
          send(i, attempt);
        }
        if (i % BETWEEN_ROUNDS == 0) {
          timePasses();
        }
        if (i % BETWEEN_WORDS == 0) {
          System.out.printf("fuzzing: seed %d, request %d, %s%n", SEED, i, faults.keySet());
        }
        String failure = errors.take();
        if (!failure.isEmpty()) {
          fault(i, attempt, "failed within", failure);
        }
      }
    }

    System.out.printf(
        Locale.ROOT,
        "fuzzed: seed %d, %d requests in %d s, by status %s; operations tried %d, with success %d;"
            + " without: %s%n",
        SEED,
        fuzzer.made(),
        (System.nanoTime() - begun) / 1_000_000_000,
        statuses,
        tried.size(),
        succeeded.size(),
        tried.stream().filter(o -> !succeeded.contains(o)).collect(Collectors.joining(" ")));
    assertThat(faults.values()).isEmpty();
    assertThat(tried)
        .containsAll(fuzzer.made() < 2 * Rows.ALL.size() ? List.of() : Rows.ALL.keySet());
  }

  private void enterAnotherWorld() {
    StandingClock.reset();
    fuzzer.enter(world().everything().key());
  }

  private void timePasses() {
    StandingClock.advance(Duration.ofMinutes(37));
    housekeeping.now();
    files.imports();
    files.registries();
  }

  private void send(int number, Fuzzer.Attempt attempt) {
    tried.add(attempt.operation().id());
    Answer answer;
    try {
      answer = wire.sendUnchecked(attempt.message());
    } catch (IllegalStateException e) {
      fault(number, attempt, "no answer", e.getCause() + ", after " + before);
      return;
    }
    before = attempt.message().method() + " " + attempt.message().target() + " -> " + answer;
    statuses.merge(answer.status() / 100 + "xx", 1, Integer::sum);
    wire.complaints(attempt.message(), answer)
        .ifPresent(why -> fault(number, attempt, answer.status() + " outside the contract", why));
    judge(number, attempt, answer.status(), answer.text());
    if (answer.status() < 300) {
      succeeded.add(attempt.operation().id());
      fuzzer.learn(attempt, answer);
    }
  }

  private void raw(int number, Fuzzer.Attempt attempt) {
    String request = fuzzer.raw(attempt);
    RawHttp.Reply reply = RawHttp.to(server).send(request);
    if (reply.head().isEmpty()) {
      fault(number, attempt, "no answer", "");
      return;
    }
    statuses.merge(reply.status() / 100 + "xx", 1, Integer::sum);
    boolean document = reply.header("Content-Type").startsWith("application/problem+json");
    if (reply.status() == 400 && reply.body().isEmpty() && !IS_HTTP.matcher(request).matches()) {
      return; // what is not HTTP at all is refused before it becomes a request
    }
    if (reply.status() >= 400 && !document && !attempt.message().method().equals("HEAD")) {
      fault(
          number, attempt, reply.status() + " without a problem document", request + reply.head());
    } else {
      judge(number, attempt, reply.status(), reply.body());
    }
  }

  private void judge(int number, Fuzzer.Attempt attempt, int status, String body) {
    if (status >= 500) {
      fault(number, attempt, "status " + status, body);
    }
    if (status >= 400 && !pointsAtTheFault(body)) {
      fault(number, attempt, status + " says not what is wrong", body);
    }
  }

  private static boolean pointsAtTheFault(String body) {
    JsonNode problem = Breaches.read(body.substring(Math.max(0, body.indexOf('{'))));
    String code = problem.path("code").asText();
    boolean ofValues = code.equals("UNKNOWN_PARAMETER");
    return !code.isEmpty()
        && !problem.path("requestId").asText().isEmpty()
        && !problem.path("detail").asText().isBlank()
        && (!ofValues || !problem.path("errors").isEmpty());
  }

  private void fault(int number, Fuzzer.Attempt attempt, String kind, String answer) {
    Message message = attempt.message();
    faults.putIfAbsent(
        attempt.operation().id() + " " + kind,
        "%s (seed %d, request %d): %s %s %s %s -> %s"
            .formatted(
                attempt.operation().id() + " " + kind,
                SEED,
                number,
                message.method(),
                message.target(),
                message.without("Authorization").headers(),
                shortened(message.text()),
                shortened(answer)));
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(text.length(), 1500));
  }
}
