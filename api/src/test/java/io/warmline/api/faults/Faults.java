package io.warmline.api.faults;

import io.warmline.api.server.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * What goes wrong, at random from a seed: the next before all servers have come back from the last.
 */
final class Faults {

  /** What can go wrong, how often of twenty times. */
  enum Kind {
    SERVER_KILLED(10),
    SERVER_FROZEN_BEYOND_ITS_LEASE(2),
    POSTGRES_STOPPED_AT_ONCE(2),
    POSTGRES_KILLED(1),
    ALL_KILLED(1),
    CLOCK_STEPPED(2),
    CONNECTIONS_TAKEN(1),
    DISK_FULL(1);

    private final int ofTwenty;

    Kind(int ofTwenty) {
      this.ofTwenty = ofTwenty;
    }

    /** Whether somebody has to be told to come again. */
    boolean isFelt() {
      return this == CLOCK_STEPPED || this == CONNECTIONS_TAKEN || this == DISK_FULL;
    }

    static Kind at(int place) {
      int left = place;
      for (Kind kind : values()) {
        left -= kind.ofTwenty;
        if (left < 0) {
          return kind;
        }
      }
      throw new IllegalArgumentException("beyond twenty: " + place);
    }
  }

  private static final Duration LONGEST_UNFELT = Duration.ofSeconds(90);
  private static final Duration LONGEST_UNNOTICED = Duration.ofSeconds(3);

  private final Cluster cluster;
  private final Duration lease;
  private final Random chance;
  private final Map<Kind, Integer> struck = new EnumMap<>(Kind.class);
  private final Set<Kind> impossible = EnumSet.noneOf(Kind.class);
  private final Map<Kind, Integer> felt = new EnumMap<>(Kind.class);
  private final IntSupplier putOff;
  private int kills;

  /**
   * @param putOff how often somebody was told to come again until now
   */
  Faults(Cluster cluster, Duration lease, long seed, IntSupplier putOff) {
    this.cluster = cluster;
    this.lease = lease;
    this.putOff = putOff;
    this.chance = new Random(seed);
  }

  /** How often what went wrong. */
  Map<Kind, Integer> struck() {
    return Map.copyOf(struck);
  }

  /** How often somebody was told to come again while something went wrong, and right afterwards. */
  Map<Kind, Integer> felt() {
    return Map.copyOf(felt);
  }

  /** What cannot go wrong here: nobody may mount a disk, or there is no way to set a clock. */
  Set<Kind> impossible() {
    return Set.copyOf(impossible);
  }

  /** Processes and databases that were killed or stopped at once. */
  int kills() {
    return kills;
  }

  /** Lets one thing go wrong after a while, and waits until most servers answer again. */
  void next() {
    strike(Kind.at(chance.nextInt(20)));
  }

  void strike(Kind kind) {
    ServerProcess.pause(Duration.ofMillis(500 + chance.nextInt(2500)));
    ServerProcess server = cluster.servers().get(chance.nextInt(cluster.servers().size()));
    if (!isPossible(kind, server)) {
      impossible.add(kind);
      return;
    }
    int before = putOff.getAsInt();
    try {
      strike(kind, server);
      awaitMost();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    struck.merge(kind, 1, Integer::sum);
    felt.merge(kind, putOff.getAsInt() - before, Integer::sum);
  }

  private boolean isPossible(Kind kind, ServerProcess server) {
    return switch (kind) {
      case CLOCK_STEPPED -> cluster.clockOf(server).isPresent();
      case DISK_FULL -> cluster.postgres().hasSmallDisk();
      default -> true;
    };
  }

  private void strike(Kind kind, ServerProcess server) throws IOException, SQLException {
    switch (kind) {
      case SERVER_KILLED -> {
        server.kill();
        kills++;
        server.relaunch();
      }
      case SERVER_FROZEN_BEYOND_ITS_LEASE -> {
        server.freeze();
        ServerProcess.pause(lease.plusMillis(1000 + chance.nextInt(4000)));
        server.thaw();
      }
      case POSTGRES_STOPPED_AT_ONCE -> {
        cluster.postgres().stopImmediately();
        kills++;
      }
      case POSTGRES_KILLED -> {
        cluster.postgres().kill();
        kills++;
      }
      case ALL_KILLED -> {
        for (ServerProcess each : cluster.servers()) {
          each.kill();
          kills++;
        }
        cluster.postgres().kill();
        kills++;
        for (ServerProcess each : cluster.servers()) {
          each.relaunch();
        }
      }
      case CLOCK_STEPPED -> stepClock(server);
      case CONNECTIONS_TAKEN -> cluster.postgres().takeAllConnections(aWhile());
      case DISK_FULL -> cluster.postgres().fillDisk(this::untilFelt);
    }
  }

  private Duration aWhile() {
    return Duration.ofMillis(4000 + chance.nextInt(6000));
  }

  /** For a while, and until somebody was told to come again: there may be little to do just now. */
  private void untilFelt() {
    int before = putOff.getAsInt();
    Instant longest = Instant.now().plus(LONGEST_UNFELT);
    ServerProcess.pause(aWhile());
    while (putOff.getAsInt() == before && Instant.now().isBefore(longest)) {
      ServerProcess.pause(Duration.ofMillis(100));
    }
  }

  /** By a few seconds or many minutes, ahead or behind; it works on, and is set right again. */
  private void stepClock(ServerProcess server) throws IOException {
    SteppedClock clock = cluster.clockOf(server).orElseThrow();
    Duration by = Duration.ofSeconds(chance.nextBoolean() ? 4 + chance.nextInt(10) : 600);
    boolean wasReady = server.isReady();
    clock.stepTo(chance.nextBoolean() ? by : by.negated());
    try {
      if (wasReady && staysReady(server)) {
        throw new IllegalStateException("its clock is " + by + " wrong, and it says it is ready");
      }
      untilFelt();
    } finally {
      clock.stepTo(Duration.ZERO);
    }
  }

  /**
   * It knows at once; a busy machine may bring the news of the time that was set a little later.
   */
  private static boolean staysReady(ServerProcess server) {
    Instant longest = Instant.now().plus(LONGEST_UNNOTICED);
    while (server.isReady()) {
      if (Instant.now().isAfter(longest)) {
        return true;
      }
      ServerProcess.pause(Duration.ofMillis(100));
    }
    return false;
  }

  /** One may still be on its way, and is killed while it starts if the next fault hits it. */
  private void awaitMost() throws IOException {
    do {
      ServerProcess.pause(Duration.ofMillis(100));
      revive();
    } while (cluster.servers().stream().filter(ServerProcess::isReady).count()
        < cluster.servers().size() - 1);
  }

  /** A server that gives up because its database was away as it started is started again. */
  private void revive() throws IOException {
    for (ServerProcess server : cluster.servers()) {
      if (!server.isAlive()) {
        server.relaunch();
      }
    }
  }

  /** Waits until all answer. */
  void awaitAll() throws IOException {
    revive();
    for (ServerProcess server : cluster.servers()) {
      server.awaitReady();
    }
  }
}
