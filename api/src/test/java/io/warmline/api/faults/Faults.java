package io.warmline.api.faults;

import io.warmline.api.server.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/**
 * What goes wrong, at random from a seed: the next before all servers have come back from the last.
 */
final class Faults {

  /** What can go wrong, how often of twenty times. */
  enum Kind {
    SERVER_KILLED(13),
    SERVER_FROZEN_BEYOND_ITS_LEASE(3),
    POSTGRES_STOPPED_AT_ONCE(2),
    POSTGRES_KILLED(1),
    ALL_KILLED(1);

    private final int ofTwenty;

    Kind(int ofTwenty) {
      this.ofTwenty = ofTwenty;
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

  private final Cluster cluster;
  private final Duration lease;
  private final Random chance;
  private final Map<Kind, Integer> struck = new EnumMap<>(Kind.class);
  private int kills;

  Faults(Cluster cluster, Duration lease, long seed) {
    this.cluster = cluster;
    this.lease = lease;
    this.chance = new Random(seed);
  }

  /** How often what went wrong. */
  Map<Kind, Integer> struck() {
    return Map.copyOf(struck);
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
    try {
      strike(kind, server);
      awaitMost();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    struck.merge(kind, 1, Integer::sum);
  }

  private void strike(Kind kind, ServerProcess server) throws IOException {
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
    }
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
