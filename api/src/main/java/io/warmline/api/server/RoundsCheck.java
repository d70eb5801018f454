package io.warmline.api.server;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Whether the rounds are made: leases that ran out, promises that fall due. It is down when one
 * that is due every second has not ended well for five minutes. Requests are answered all the same,
 * so that no balancer looks here: it is in {@code /q/health/well}.
 */
@Wellness
@ApplicationScoped
class RoundsCheck implements HealthCheck {

  static final Duration LONGEST = Duration.ofMinutes(5);

  /** Due every second or two, and over in less; a lead list takes as long as it takes. */
  private static final Set<String> QUICK = Set.of("everySecond", "compareClocks");

  private final WatchRounds rounds;

  RoundsCheck(WatchRounds rounds) {
    this.rounds = rounds;
  }

  @Override
  public HealthCheckResponse call() {
    Map<String, Duration> ages = rounds.ages();
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("Rounds");
    ages.forEach((name, age) -> answer.withData(name + "SecondsAgo", age.toSeconds()));
    boolean stuck =
        ages.entrySet().stream()
            .anyMatch(
                round -> QUICK.contains(round.getKey()) && round.getValue().compareTo(LONGEST) > 0);
    return answer.status(!stuck).build();
  }
}
