package io.warmline.core.tenant;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Whether this server's clock agrees with the database's, which all servers have in common. One
 * that is ahead would take a lease for expired that another agent still calls under, and one that
 * is behind would call before the hour; such a server hands out no leads and makes no rounds. What
 * the clock has been set by since the last comparison is known at once: the time that has passed is
 * counted apart from it ({@link SteadyClock}). What was under way goes by the time that was right.
 */
@ApplicationScoped
public class ServerClock {

  /** By how much the clocks may differ. */
  public static final Duration MOST = Duration.ofSeconds(2);

  /** A measurement that took longer says too little. */
  private static final Duration LONGEST = Duration.ofSeconds(1);

  private static final Logger LOG = Logger.getLogger(ServerClock.class);

  private final Jdbi jdbi;
  private final SteadyClock time;
  private volatile Comparison last = Comparison.of(InstantSource.system(), Duration.ZERO);

  ServerClock(Jdbi jdbi, SteadyClock time) {
    this.jdbi = jdbi;
    this.time = time;
  }

  /**
   * What was found.
   *
   * @param ahead by how much this clock was ahead of the database's
   * @param at what it said when the comparison began: a clock that is set meanwhile is found out
   * @param nanos what the counter said then that nobody sets
   */
  private record Comparison(InstantSource own, Duration ahead, Instant at, long nanos) {

    static Comparison of(InstantSource own, Duration ahead) {
      return new Comparison(own, ahead, own.instant(), System.nanoTime());
    }

    Duration aheadNow() {
      Duration passed = Duration.ofNanos(System.nanoTime() - nanos);
      return ahead.plus(Duration.between(at, own.instant())).minus(passed);
    }
  }

  /** Compares the clocks; keeps what was found before where the database takes long to answer. */
  public void compare() {
    compare(InstantSource.system());
  }

  void compare(InstantSource own) {
    Instant asked = own.instant();
    long begun = System.nanoTime();
    Instant ofDatabase =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select clock_timestamp()")
                    .mapTo(OffsetDateTime.class)
                    .one()
                    .toInstant());
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    if (took.compareTo(LONGEST) <= 0) {
      found(
          new Comparison(
              own, Duration.between(ofDatabase, asked.plus(took.dividedBy(2))), asked, begun));
    }
  }

  private void found(Comparison comparison) {
    boolean agreed = last.ahead().abs().compareTo(MOST) <= 0;
    if (comparison.ahead().abs().compareTo(MOST) <= 0) {
      time.goOnFrom(comparison.at(), comparison.nanos());
    }
    last = comparison;
    if (agreed && !agrees()) {
      LOG.errorf(
          "The clock of this server is %s s %s the database's. It hands out no leads until they agree"
              + " to %s s.",
          seconds(), side(), MOST.toSeconds());
    } else if (!agreed && agrees()) {
      LOG.info("The clock of this server agrees with the database's again.");
    }
  }

  /** How much it is ahead of the database's clock; negative: behind. */
  public Duration ahead() {
    return last.aheadNow();
  }

  /**
   * Whether the clocks differ by no more than {@link #MOST}, by the last comparison and by what
   * this one was set by since.
   */
  public boolean agrees() {
    return ahead().abs().compareTo(MOST) <= 0;
  }

  /**
   * Goes on only while the clocks agree.
   *
   * @throws WarmlineException CLOCK_DIFFERS if they do not
   */
  public void requireAgreement() {
    if (!agrees()) {
      throw new WarmlineException(
          ProblemCode.CLOCK_DIFFERS,
          "The clock of this server is %s s %s the database's, so it hands out no leads: another agent's lease could seem to have run out. Set the server's clock."
              .formatted(seconds(), side()));
    }
  }

  private String seconds() {
    return "%.1f".formatted(ahead().abs().toMillis() / 1000.0);
  }

  private String side() {
    return ahead().isNegative() ? "behind" : "ahead of";
  }
}
