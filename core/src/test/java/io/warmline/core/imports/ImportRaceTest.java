package io.warmline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Blocked;
import io.warmline.core.Fixture;
import io.warmline.core.OnPostgres;
import io.warmline.core.Race;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ImportId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TenantId;
import io.warmline.core.lead.DuplicatePolicy;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.Claim;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The same people in four files at once, while they are called. All four have looked for whom the
 * campaign knows, or wait to look, before the first of them writes: without the lock of the numbers
 * each makes everybody anew, and the test fails.
 */
@QuarkusTest
class ImportRaceTest extends OnPostgres {

  private static final int FILES = 4;
  private static final int PEOPLE = 60;
  private static final int CALLS = 12;

  @Inject ReceiveImport receiveImport;
  @Inject RunImports runImports;
  @Inject Imports imports;

  /** Two and two have one number. */
  private final List<PhoneNumber> numbers =
      IntStream.range(0, PEOPLE / 2).mapToObj(n -> Fixture.number()).toList();

  private final CountDownLatch locked = new CountDownLatch(1);
  private final CountDownLatch imported = new CountDownLatch(FILES);

  private TenantId tenant;
  private CampaignId campaign;
  private List<ImportId> files;

  @BeforeEach
  void fourFilesOfTheSamePeople() throws IOException {
    tenant = given.tenant();
    campaign = given.campaign();
    files = new ArrayList<>();
    for (int file = 0; file < FILES; file++) {
      ReceiveImport.Received received =
          receiveImport.receive(
              campaign,
              new ImportOrder(
                  LeadFile.Format.CSV,
                  new FileOptions(ColumnMapping.automatic()),
                  false,
                  DuplicatePolicy.MERGE),
              Leads.stream(file(file)));
      files.add(receiveImport.enqueue(received.id()).id());
    }
  }

  /** Each in an order, and with external ids, of its own; the last has none. */
  private String file(int file) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, PEOPLE).boxed().toList());
    Collections.shuffle(order, new Random(file));
    StringBuilder csv = new StringBuilder("External ID,First Name,Last Name,Phone,Seen in\n");
    for (int person : order) {
      String id = file == FILES - 1 ? "" : file + "-" + person;
      csv.append(
          "%s,%s,%s,%s,%d\n"
              .formatted(
                  id, "First" + letters(person), "Last" + letters(person), phone(person), file));
    }
    return csv.toString();
  }

  private static String letters(int person) {
    return "" + (char) ('a' + person / 26) + (char) ('a' + person % 26);
  }

  private String phone(int person) {
    return numbers.get(person / 2).e164();
  }

  private LeadId known(int person) {
    return given
        .newLead(campaign)
        .named("First" + letters(person), "Last" + letters(person))
        .numbers(numbers.get(person / 2))
        .create();
  }

  private int importNext() {
    boolean ran = runImports.runNext();
    imported.countDown();
    return ran ? 0 : -1;
  }

  /**
   * Claims and logs until it has made its calls, or all files are in and nobody is left; every
   * third asks to be called back.
   */
  private int call(AgentId agent, int seed) {
    int promised = 0;
    int made = 0;
    boolean over = false;
    while (made < CALLS && !over) {
      over = imported.getCount() == 0;
      List<Claim> claimed = desk.claim(agent, 1);
      if (!claimed.isEmpty()) {
        boolean asks = (made + seed) % 3 == 0;
        desk.log(claimed.get(0), asks ? Disposition.CALLBACK_REQUESTED : Disposition.NO_ANSWER);
        promised += asks ? 1 : 0;
        made++;
        over = false;
      }
    }
    return promised;
  }

  /** Nobody writes a lead until all files are as far as they get without. */
  private int letAllLookFirst() {
    transaction.run(
        () ->
            sql.jdbi()
                .useHandle(
                    handle -> {
                      handle.execute("lock table lead in share mode");
                      locked.countDown();
                      Blocked.untilAt("lead", FILES, sql.jdbi());
                    }));
    return 0;
  }

  private int importOnceLocked() {
    try {
      locked.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return importNext();
  }

  @Test
  void nobodyIsThereTwiceNobodyIsLostAndNoPromiseIs() {
    AgentId earlier = given.agent();
    for (int person = 0; person < 20; person += 2) {
      desk.log(known(person), earlier, Disposition.CALLBACK_REQUESTED);
    }
    List<Callable<Integer>> runners = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      AgentId agent = given.agent();
      int seed = i;
      runners.add(() -> given.as(tenant, this::importOnceLocked));
      runners.add(() -> given.as(tenant, () -> call(agent, seed)));
    }

    runners.add(() -> given.as(tenant, this::letAllLookFirst));

    List<Integer> results = Race.of(runners);

    assertThat(results).as("each runner had a file").doesNotContain(-1);
    for (ImportId file : files) {
      Import done = imports.get(file);
      assertThat(done.status()).as(done.failure().orElse("")).isEqualTo(ImportStatus.COMPLETED);
      assertThat(done.progress().created() + done.progress().merged()).isEqualTo(PEOPLE);
      assertThat(done.progress().rejected()).isZero();
    }
    assertThat(people()).hasSize(PEOPLE).doesNotHaveDuplicates();
    assertThat(
            count(
                "select count(*) from callback where tenant_id = :tenant and status = 'SCHEDULED'"))
        .isEqualTo(10 + results.stream().mapToInt(Integer::intValue).sum());
    assertThat(
            count(
                "select count(*) from queue_entry where tenant_id = :tenant and state = 'LEASED'"))
        .isZero();
    assertThat(
            count(
                """
                select count(*) from lead l
                where l.tenant_id = :tenant
                  and (l.attempts < (select count(*) from call k
                                     where k.tenant_id = :tenant and k.lead_id = l.id and k.disposition = 'NO_ANSWER')
                       or l.status <> 'CALLBACK_PENDING'
                          and exists (select 1 from callback cb where cb.tenant_id = :tenant and cb.lead_id = l.id))
                """))
        .as("what a call came to stands")
        .isZero();
    assertThat(
            count(
                """
                select count(*) from (
                  select phone from call where tenant_id = :tenant and rang
                  group by phone having count(*) > 1) twice
                """))
        .as("nobody was called twice")
        .isZero();
  }

  private List<String> people() {
    return transaction.call(
        () ->
            sql.query(
                """
                select l.first_name || ' ' || l.last_name || ' ' || string_agg(p.e164, ' ' order by p.position)
                from lead l join lead_phone p on p.tenant_id = :tenant and p.lead_id = l.id
                where l.tenant_id = :tenant
                group by l.id, l.first_name, l.last_name
                order by 1
                """,
                q -> q.mapTo(String.class).list()));
  }

  private long count(String query) {
    return transaction.call(() -> sql.query(query, q -> q.mapTo(Long.class).one()));
  }
}
