package io.warmline.api.faults;

import io.warmline.api.server.Door;
import io.warmline.api.server.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Servers on one PostgreSQL. Requests go to any of them that has not failed just now. */
final class Cluster implements Door, AutoCloseable {

  private static final Duration SHUNNED = Duration.ofSeconds(2);

  private final RealPostgres postgres;
  private final List<ServerProcess> servers = new ArrayList<>();
  private final Map<ServerProcess, SteppedClock> clocks = new HashMap<>();
  private final Map<Integer, Instant> failed = new ConcurrentHashMap<>();

  /** Starts them one after another: the first makes the schema. */
  Cluster(Path folder, Path application, int size) throws IOException {
    postgres = new RealPostgres(folder);
    Map<String, String> environment = new HashMap<>(postgres.environment());
    environment.put("WARMLINE_WEBHOOKS_ALLOW_LOOPBACK", "true");
    environment.put("WARMLINE_DATABASE_CONNECTIONS", "12");
    // They live for seconds: starting is most of what they do.
    environment.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    for (int i = 0; i < size; i++) {
      Path own = Files.createDirectories(folder.resolve("server-" + i));
      Optional<SteppedClock> clock = SteppedClock.in(own);
      clock.ifPresent(its -> environment.putAll(its.environment()));
      ServerProcess server = ServerProcess.launchOn(own, application, Map.copyOf(environment));
      clock.ifPresent(its -> clocks.put(server, its));
      servers.add(server);
      if (i == 0) {
        server.awaitReady();
      }
    }
    for (ServerProcess server : servers) {
      server.awaitReady();
    }
  }

  RealPostgres postgres() {
    return postgres;
  }

  List<ServerProcess> servers() {
    return servers;
  }

  /** The server's own clock; empty where clocks cannot be set for one process. */
  Optional<SteppedClock> clockOf(ServerProcess server) {
    return Optional.ofNullable(clocks.get(server));
  }

  @Override
  public URI at(String path) {
    List<ServerProcess> good =
        servers.stream().filter(server -> !isShunned(server.at("/"))).toList();
    List<ServerProcess> among = good.isEmpty() ? servers : good;
    return among.get(ThreadLocalRandom.current().nextInt(among.size())).at(path);
  }

  private boolean isShunned(URI server) {
    return Instant.now().isBefore(failed.getOrDefault(server.getPort(), Instant.MIN));
  }

  @Override
  public void failed(URI where) {
    failed.put(where.getPort(), Instant.now().plus(SHUNNED));
  }

  @Override
  public void close() throws IOException {
    for (ServerProcess server : servers) {
      server.thaw();
      server.kill();
    }
    postgres.close();
  }
}
