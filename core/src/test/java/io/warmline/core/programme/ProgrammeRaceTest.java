package io.warmline.core.programme;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Race;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TenantId;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.queue.Numbers;
import io.warmline.core.task.TaskBook;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.RepeatedTest;

/**
 * Several servers run the programmes at once. What keeps them from making two tasks for one period
 * is the unique key of {@code programme_task}.
 */
@QuarkusTest
class ProgrammeRaceTest extends AtWork {

  private static final int SERVERS = 8;
  private static final int LEADS = 40;

  @Inject QuietLeads quietLeads;
  @Inject MakeWarmTasks makeWarmTasks;
  @Inject Numbers numbers;
  @Inject TaskBook book;

  /** Each server has found the leads before; what the first makes is done when the next comes. */
  @RepeatedTest(3)
  void aPeriodNeverGetsTwoTasksThoughAllHaveFoundTheLeads() {
    List<LeadId> leads = customers();
    Programme programme = programme(ProgrammeKind.CUSTOMER_CHECK_IN);
    List<QuietLead> found =
        transaction.call(() -> quietLeads.find(programme, LEADS, clock.instant()));

    race(() -> transaction.call(() -> makeAndDo(programme, found)));

    assertThat(leads).allSatisfy(lead -> assertThat(allTasks(lead)).hasSize(1));
  }

  private int makeAndDo(Programme programme, List<QuietLead> found) {
    List<UUID> ids = found.stream().map(quiet -> quiet.lead().value()).toList();
    numbers.lockOf(ids);
    int made = makeWarmTasks.make(programme, found, clock.instant());
    ids.forEach(id -> book.cancelAll(new LeadId(id), "TEST", clock.instant()));
    ids.forEach(id -> inHand.putBack(new LeadId(id), clock.instant()));
    return made;
  }

  @RepeatedTest(3)
  void severalServersMakeOneTaskALead() {
    List<LeadId> leads = customers();
    Programme programme = programme(ProgrammeKind.CUSTOMER_CHECK_IN);

    race(
        () -> {
          run.tick();
          return 0;
        });

    assertThat(leads).allSatisfy(lead -> assertThat(allTasks(lead)).hasSize(1));
    assertThat(read(programme).figures().tasks()).isEqualTo(LEADS);
  }

  private List<LeadId> customers() {
    List<LeadId> leads = given.leads(campaign, LEADS);
    leads.forEach(lead -> become(lead, LeadStatus.CUSTOMER));
    clock.advance(Duration.ofDays(90));
    return leads;
  }

  private void race(Callable<Integer> work) {
    TenantId tenant = given.tenant();
    Race.of(
        Collections.nCopies(
            SERVERS,
            () ->
                given.as(
                    tenant,
                    () -> {
                      try {
                        return work.call();
                      } catch (Exception e) {
                        throw new IllegalStateException(e);
                      }
                    })));
  }
}
