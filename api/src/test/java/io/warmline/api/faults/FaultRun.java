package io.warmline.api.faults;

import io.warmline.api.server.Caller;
import io.warmline.api.server.Ledger;
import io.warmline.api.server.Ledger.Acknowledged;
import io.warmline.api.server.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Servers on one PostgreSQL, callers, readers of events and receivers of messages; what goes wrong
 * meanwhile is up to whoever runs it. Afterwards all books can be had.
 */
final class FaultRun implements AutoCloseable {

  /** As the API would never let it be: so that leases run out, and pauses outlast them. */
  static final Duration LEASE = Duration.ofSeconds(8);

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int REPEATED = 300;
  private static final String ALL_DAY =
      Stream.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
          .map(day -> "\"" + day + "\": [{\"from\": \"00:00\", \"to\": \"24:00\"}]")
          .reduce((a, b) -> a + ", " + b)
          .map(days -> "{" + days + "}")
          .orElseThrow();

  private final long seed;
  private final Cluster cluster;
  private final Ledger ledger;
  private final List<Caller> callers;
  private final List<Endpoint> endpoints = new ArrayList<>();
  private final List<EventReader> readers;
  private final List<Thread> threads = new ArrayList<>();
  private final List<Thread> reading = new ArrayList<>();
  private volatile boolean repeating = true;

  /** What is in the books: callbacks fall due for as long as servers run. */
  private long lastOrdinal = Long.MAX_VALUE;

  private long lastSequence = Long.MAX_VALUE;

  /** When what was heard is in the books: not what a restore has taken back. */
  private Predicate<Instant> counts = any -> true;

  private final Set<String> restoredMessages = new HashSet<>();

  /**
   * Starts everything.
   *
   * @param servers how many
   * @param callers how many agents call
   * @param pace their pause between two calls
   */
  FaultRun(Path folder, Path application, long seed, int servers, int callers, Duration pace)
      throws IOException, SQLException {
    this.seed = seed;
    cluster = new Cluster(folder, application, servers);
    ledger = new Ledger(cluster, PATIENCE, ClientBooks::kept);
    String campaign =
        ledger.create(
            "/v1/campaigns",
            """
            {"name": "Faults", "defaultCountry": "US", "timeZone": "America/New_York", "callingHours": %s,
             "policy": {"leaseSeconds": 30, "maxClaimsPerAgent": 10000}}\
            """
                .formatted(ALL_DAY));
    cluster.postgres().carryOut("update campaign set lease_seconds = " + LEASE.toSeconds());
    this.callers =
        IntStream.range(0, callers)
            .mapToObj(
                i ->
                    new Caller(
                        ledger,
                        campaign,
                        ledger.create("/v1/agents", "{\"name\": \"Agent %d\"}".formatted(i)),
                        i,
                        new Caller.Habits(pace, true, true, 20)))
            .toList();
    this.readers = List.of(new EventReader(cluster, false), new EventReader(cluster, true));
    endpoint(Endpoint.Manner.CLUMSY);
    endpoint(Endpoint.Manner.LYING, "call", "claim");
    endpoint(Endpoint.Manner.STALLING, "callback");
    endpoint(Endpoint.Manner.GONE, "lead");
  }

  private void endpoint(Endpoint.Manner manner, String... types) throws IOException {
    endpoints.add(new Endpoint(manner, Set.of(types), ledger, seed + manner.ordinal()));
  }

  Cluster cluster() {
    return cluster;
  }

  /** Everybody begins to work. */
  void work() {
    callers.forEach(caller -> threads.add(new Thread(caller, "caller")));
    threads.add(new Thread(this::repeat, "repeats"));
    readers.forEach(reader -> reading.add(new Thread(reader, "reader")));
    threads.forEach(Thread::start);
    reading.forEach(Thread::start);
  }

  /** Until so many claims were given and late calls taken, or for so long. */
  void awaitWork(int claims, int lateCalls, Duration longest) {
    Instant until = Instant.now().plus(longest);
    while ((ledger.acknowledged("/v1/claims").size() < claims || lateCalls() < lateCalls)
        && Instant.now().isBefore(until)) {
      ServerProcess.pause(Duration.ofMillis(500));
    }
  }

  private long lateCalls() {
    return ledger.acknowledged("/v1/calls").stream()
        .filter(call -> call.write().key().startsWith("late-"))
        .count();
  }

  /**
   * All is lost, and goes on from a backup; whoever works, works on. Servers that are gone are not
   * started yet.
   *
   * @param begun when the backup was begun: what was heard before is in it
   * @return the number of the last event that is in it
   */
  long restore(Path backup, Instant begun) throws IOException, SQLException {
    cluster.servers().forEach(ServerProcess::kill);
    cluster.postgres().restore(backup);
    Instant back = Instant.now();
    counts = heard -> heard.isBefore(begun) || heard.isAfter(back);
    long last = count("select max(last) from event_counter");
    readers.forEach(reader -> reader.goBackTo(last));
    try (var connection = cluster.postgres().connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select 'msg_' || id from webhook_delivery")) {
      while (rows.next()) {
        restoredMessages.add(rows.getString(1));
      }
    }
    return last;
  }

  /** The greatest number of an event that a reader was told. */
  long lastTold() {
    return readers.stream().mapToLong(EventReader::last).max().orElseThrow();
  }

  /** As clients do that got no answer: again, under the key, wherever the request goes now. */
  private void repeat() {
    while (repeating) {
      ServerProcess.pause(Duration.ofSeconds(1));
      ledger.repeatOnce();
    }
  }

  /**
   * Work ends; what was left open is brought to its end.
   *
   * @param hurried whether what servers took along when they were killed is free at once, and not
   *     after its minute
   * @param patience how long to wait for each thing that ought to end
   */
  void settle(boolean hurried, Duration patience)
      throws IOException, SQLException, InterruptedException {
    callers.forEach(Caller::stop);
    repeating = false;
    for (Thread thread : threads) {
      thread.join();
    }
    ledger.repeatUnanswered();
    if (hurried) {
      cluster.postgres().carryOut("update webhook_delivery set leased_until = null");
    }
    endpoints.forEach(Endpoint::behave);
    endpoints.stream().filter(e -> e.asTold().recovers()).forEach(this::sendAgain);
    await("leases and callbacks that ought to have ended", patience, this::nothingIsOpen);
    await("messages that ought to have arrived", patience, this::everythingHasArrived);
    long last = Math.min(lastSequence, count("select max(sequence) from event"));
    await("readers", patience, () -> readers.stream().allMatch(reader -> reader.last() >= last));
    readers.forEach(EventReader::stop);
    for (Thread thread : reading) {
      thread.join();
    }
  }

  /** Switched off and on again, a webhook does not wait any longer. */
  private void sendAgain(Endpoint endpoint) {
    for (String enabled : List.of("false", "true")) {
      URI where = cluster.at("/v1/webhooks/" + endpoint.id());
      try {
        HttpResponse<String> before =
            HttpClient.newHttpClient()
                .send(request(where).GET().build(), HttpResponse.BodyHandlers.ofString());
        HttpResponse<String> changed =
            HttpClient.newHttpClient()
                .send(
                    request(where)
                        .header("If-Match", before.headers().firstValue("ETag").orElseThrow())
                        .method(
                            "PATCH",
                            HttpRequest.BodyPublishers.ofString("{\"enabled\": " + enabled + "}"))
                        .build(),
                    HttpResponse.BodyHandlers.ofString());
        if (changed.statusCode() != 200) {
          throw new IllegalStateException(changed.body());
        }
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static HttpRequest.Builder request(URI where) {
    return HttpRequest.newBuilder(where)
        .header("Authorization", "Bearer " + ServerProcess.API_KEY)
        .header("Content-Type", "application/merge-patch+json");
  }

  private interface Condition {
    boolean holds() throws SQLException;
  }

  /** What does not come to its end is for the auditor to find. */
  private static void await(String what, Duration patience, Condition condition)
      throws SQLException {
    Instant until = Instant.now().plus(patience);
    while (!condition.holds()) {
      if (Instant.now().isAfter(until)) {
        System.out.println("waited in vain for " + what);
        return;
      }
      ServerProcess.pause(Duration.ofMillis(500));
    }
  }

  private boolean nothingIsOpen() throws SQLException {
    return count("select count(*) from claim where status = 'ACTIVE'") == 0
        && count("select count(*) from callback where status = 'SCHEDULED' and due_at < now()")
            == 0;
  }

  /** What happens after this is in no book. */
  private boolean everythingHasArrived() throws SQLException {
    long ordinal = count("select max(ordinal) from event");
    if (!nothingIsOnItsWay()) {
      return false;
    }
    lastOrdinal = ordinal;
    lastSequence = count("select max(sequence) from event where ordinal <= " + ordinal);
    return true;
  }

  private boolean nothingIsOnItsWay() throws SQLException {
    return count("select count(*) from event where sequence is null") == 0
        && count(
                """
                select count(*) from webhook w where disabled_reason is null
                  and (position < (select last from event_counter)
                    or exists (select from webhook_delivery d where d.webhook_id = w.id and d.status = 'PENDING'))
                """)
            == 0;
  }

  private long count(String sql) throws SQLException {
    try (var connection = cluster.postgres().connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** What everybody was told. */
  Told told() throws IOException {
    ClientBooks books = new ClientBooks(ledger, counts);
    return new Told(
        books.leads(),
        books.claims(),
        books.calls(),
        books.promises(),
        readers.stream()
            .flatMap(reader -> reader.told().stream())
            .filter(event -> event.sequence() <= lastSequence)
            .toList(),
        endpoints.stream().map(Endpoint::asTold).toList(),
        endpoints.stream()
            .flatMap(endpoint -> endpoint.received().stream())
            .filter(this::counts)
            .toList(),
        repetitions(books));
  }

  /** A message that is in the backup goes by the same id afterwards, whenever it was sent. */
  private boolean counts(Told.Message message) {
    return message.sequence() <= lastSequence
        && (restoredMessages.contains(message.id()) || counts.test(message.answered()));
  }

  private List<Told.Repetition> repetitions(ClientBooks books) throws IOException {
    List<Acknowledged> all =
        Stream.of("/v1/leads", "/v1/claims", "/v1/calls")
            .flatMap(path -> books.acknowledged(path).stream())
            .toList();
    List<Told.Repetition> made = new ArrayList<>();
    Random chance = new Random(seed);
    for (int i = 0; i < REPEATED && !all.isEmpty(); i++) {
      Acknowledged one = all.get(chance.nextInt(all.size()));
      made.add(new Told.Repetition(one.write().key(), ledger.isAnsweredAlike(one)));
    }
    return made;
  }

  Held held() throws SQLException {
    return ReadHeld.from(cluster.postgres(), lastOrdinal, lastSequence);
  }

  /** Refused, though nothing was wrong with it. */
  List<String> refused() {
    return ledger.refused();
  }

  /** Failures that are not told as one that passes. */
  List<String> failed() {
    return ledger.failed();
  }

  /** How often who wrote something was told to come again. */
  int putOff() {
    return ledger.putOff();
  }

  List<?> unanswered() {
    return ledger.unanswered();
  }

  /** One line of figures. */
  static String figures(Told told, Held held) {
    return String.format(
        Locale.ROOT,
        "%d leads, %d claims, %d calls (%d late), %d promises acknowledged; %d events, told %d times;"
            + " %d messages received, %d of them taken",
        told.leads().size(),
        told.claims().size(),
        told.calls().size(),
        told.calls().stream().filter(Told.Call::late).count(),
        told.promises().size(),
        held.events().size(),
        told.events().size(),
        told.messages().size(),
        told.messages().stream().filter(Told.Message::taken).count());
  }

  @Override
  public void close() throws IOException {
    callers.forEach(Caller::stop);
    repeating = false;
    readers.forEach(EventReader::stop);
    endpoints.forEach(Endpoint::close);
    cluster.close();
  }
}
