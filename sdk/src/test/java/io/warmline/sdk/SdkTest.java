package io.warmline.sdk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;

/** A fake server, a clock that only waiting moves, and chance that is always one half. */
abstract class SdkTest {
  static final UUID ID = UUID.fromString("0198f1a0-0003-7000-8000-000000000001");

  final FakeServer server = new FakeServer();
  final List<Duration> waits = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-18T15:15:00Z");

  @AfterEach
  void stopServer() {
    server.close();
  }

  WarmlineClient client() {
    return client(WarmlineClient.builder());
  }

  WarmlineClient client(WarmlineClient.Builder builder) {
    return builder.baseUrl(server.url()).apiKey("wl_test_secret").build(surroundings());
  }

  /** As a person, whose tokens come from there. */
  WarmlineClient client(WarmlineClient.Builder builder, Supplier<String> tokens) {
    return builder.baseUrl(server.url()).accessToken(tokens).build(surroundings());
  }

  private Surroundings surroundings() {
    Clock clock =
        new Clock() {
          @Override
          public Instant instant() {
            return now;
          }

          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }
        };
    Sleeper sleeper =
        pause -> {
          waits.add(pause);
          now = now.plus(pause);
        };
    return new Surroundings(clock, sleeper, () -> 0.5);
  }
}
