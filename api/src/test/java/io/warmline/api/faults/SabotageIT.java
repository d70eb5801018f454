package io.warmline.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.api.faults.Finding.Rule;
import io.warmline.api.server.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without its guards the server is found out: the auditor is no witness of good weather. */
class SabotageIT {

  private static final int CALLERS = 8;
  private static final int CLAIMS = 300;
  private static final int LATE_CALLS = 15;
  private static final Duration WHAT_IS_BROKEN_STAYS = Duration.ofSeconds(20);
  private static final Duration LONGEST = Duration.ofSeconds(120);

  @TempDir Path folder;

  private interface Damage {
    void to(RealPostgres postgres) throws Exception;
  }

  private List<Finding> audited(Path application, Damage damage) throws Exception {
    try (FaultRun run = new FaultRun(folder, application, 1, 1, CALLERS, Duration.ZERO)) {
      damage.to(run.cluster().postgres());
      run.work();
      run.awaitWork(CLAIMS, LATE_CALLS, LONGEST);
      run.settle(true, WHAT_IS_BROKEN_STAYS);
      Told told = run.told();
      Held held = run.held();
      System.out.printf("sabotaged: %s%n", FaultRun.figures(told, held));
      return Auditor.audit(told, held);
    }
  }

  private Path without(String owner, String... words) throws Exception {
    return new Sabotage(owner, List.of(words)).of(ServerProcess.application(), folder);
  }

  @Test
  void claimsThatDoNotSkipWhatIsLockedAreFoundOut() throws Exception {
    Path application =
        without("io/warmline/core/queue/ClaimStatement", "for no key update of q skip locked");

    assertThat(audited(application, postgres -> {}))
        .extracting(Finding::rule)
        .contains(Rule.ONE_LIVE_CLAIM);
  }

  /** As it is where an event is told beside the transaction: now and then it is not. */
  @Test
  void eventsThatDoNotComeWithWhatTheyReportAreFoundOut() throws Exception {
    assertThat(
            audited(
                ServerProcess.application(),
                postgres ->
                    postgres.carryOut(
                        """
                        create function lose_some() returns trigger language plpgsql as
                          $$ begin return case when random() < 0.97 then new end; end $$;
                        create trigger lose_some before insert on event
                          for each row execute function lose_some();
                        """)))
        .extracting(Finding::rule)
        .contains(Rule.EVENT_OF_EACH);
  }
}
