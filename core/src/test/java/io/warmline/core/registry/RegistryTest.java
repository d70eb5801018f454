package io.warmline.core.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Cursor;
import io.warmline.core.Desk;
import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.Race;
import io.warmline.core.WarmlineException;
import io.warmline.core.callback.CallbackStatus;
import io.warmline.core.callback.Callbacks;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.event.EventType;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.RegistryId;
import io.warmline.core.id.TenantId;
import io.warmline.core.imports.ImportStatus;
import io.warmline.core.lead.Callability;
import io.warmline.core.lead.Callability.Blocker;
import io.warmline.core.lead.JudgeCallability;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.BlockCode;
import io.warmline.core.queue.Claim;
import io.warmline.core.queue.ClaimStatus;
import io.warmline.core.queue.Claims;
import io.warmline.core.queue.LookAtQueue;
import io.warmline.core.suppression.SuppressNumber;
import io.warmline.core.suppression.Suppression;
import io.warmline.core.suppression.Suppressions;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A number that is on a registry is not called, and an old registry is not gone by. */
@QuarkusTest
class RegistryTest extends OnPostgres {

  private static final AtomicInteger NUMBERS = new AtomicInteger(2_000_000);

  private static final int ROUNDS = 15;

  /** Two days before the clock of the tests. */
  private static final LocalDate AS_OF = LocalDate.parse("2026-11-16");

  @Inject ReceiveRegistry receiveRegistry;
  @Inject RegistryImports imports;
  @Inject KeepRegistries keepRegistries;
  @Inject ForgetRegistryUploads forgetUploads;
  @Inject Registries registries;
  @Inject GiveUpRegistry giveUpRegistry;
  @Inject SuppressNumber suppress;
  @Inject Suppressions suppressions;
  @Inject PromiseCallback promises;
  @Inject Callbacks callbacks;
  @Inject Claims claims;
  @Inject JudgeCallability judge;
  @Inject LookAtQueue lookAtQueue;

  CampaignId campaign;
  AgentId agent;
  PhoneNumber number;
  LeadId lead;

  @BeforeEach
  void aLead() {
    campaign = given.campaign();
    agent = given.agent();
    number = american();
    lead = given.newLead(campaign).numbers(number).create();
  }

  private static InputStream file(PhoneNumber... numbers) {
    return text(Arrays.stream(numbers).map(PhoneNumber::e164).collect(Collectors.joining("\n")));
  }

  private static InputStream text(String content) {
    return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
  }

  private static RegistryImport.Request request(LocalDate asOf) {
    return request("US_NATIONAL", "US", asOf);
  }

  private static RegistryImport.Request request(String name, String where, LocalDate asOf) {
    return new RegistryImport.Request(name, Territory.of(where), asOf, Optional.empty());
  }

  private RegistryImport receive(LocalDate asOf, PhoneNumber... numbers) {
    return receiveRegistry.enqueue(receiveRegistry.receive(request(asOf), file(numbers)));
  }

  /** The import when the list is in force and the queue has followed. */
  private RegistryImport list(LocalDate asOf, PhoneNumber... numbers) {
    RegistryImport job = receive(asOf, numbers);
    keepRegistries.tick();
    return imports.get(job.id());
  }

  private Registry registry() {
    return registries.list(new Cursor.Paging(10, null)).items().get(0);
  }

  private long numbersKept() {
    return transaction.call(
        () ->
            sql.query(
                "select count(*) from registry_number where tenant_id = :tenant",
                q -> q.mapTo(Long.class).one()));
  }

  @Test
  void aNumberOnTheListIsNotCalled() {
    RegistryImport done = list(AS_OF, number);

    assertThat(done.status()).isEqualTo(ImportStatus.COMPLETED);
    assertThat(done.leads()).isEqualTo(1);
    assertThat(outlook(lead).blockedBy()).contains(BlockCode.ON_REGISTRY);
    assertThat(read(lead).status()).isEqualTo(LeadStatus.COLD);
    assertThat(desk.claim(agent, 1)).isEmpty();
    assertThat(registries.holding(number)).containsExactly("US_NATIONAL");
    assertThat(events(EventType.REGISTRY_IMPORTED)).hasSize(1);
  }

  @Test
  void nothingIsInForceBeforeTheQueueIsToFollow() {
    receive(AS_OF, number);

    assertThat(desk.claim(agent).lead()).isEqualTo(lead);
  }

  @Test
  void aLeadWithAnotherNumberIsCalledThere() {
    PhoneNumber other = american();
    LeadId two = given.newLead(given.campaign()).numbers(number, other).create();

    list(AS_OF, number);

    Claim claim = desk.claim(agent);
    assertThat(claim.lead()).isEqualTo(two);
    assertThat(claim.phone()).contains(other);
  }

  @Test
  void aLeadThatComesLaterIsNotCalledEither() {
    list(AS_OF, number);

    LeadId later = given.newLead(given.campaign()).numbers(number).create();

    assertThat(outlook(later).blockedBy()).contains(BlockCode.ON_REGISTRY);
  }

  @Test
  void aRegistryThatIsGivenUpLetsItsLeadsReturn() {
    list(AS_OF, number);
    UUID key = UUID.randomUUID();
    RegistryId id = registry().id();

    giveUpRegistry.giveUp(id, Optional.of(key));
    keepRegistries.tick();

    assertThat(desk.claim(agent).lead()).isEqualTo(lead);
    assertThat(registries.list(new Cursor.Paging(10, null)).items()).isEmpty();
    assertThat(numbersKept()).isZero();
    assertThat(events(EventType.REGISTRY_GIVEN_UP))
        .singleElement()
        .satisfies(
            event ->
                assertThat(event.data())
                    .containsEntry("registry", "US_NATIONAL")
                    .containsEntry("keyId", key.toString()));
    assertThatThrownBy(() -> giveUpRegistry.giveUp(id, Optional.empty()))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void aRegistryThatWasTooOldStopsNobodyOnceItIsGivenUp() {
    list(AS_OF, american());
    clock.advance(Duration.ofDays(40));
    keepRegistries.tick();
    assertThat(outlook(lead).blockedBy()).contains(BlockCode.REGISTRY_OUTDATED);

    giveUpRegistry.giveUp(registry().id(), Optional.empty());
    keepRegistries.tick();

    assertThat(desk.claim(agent).lead()).isEqualTo(lead);
  }

  @Test
  void aNumberThatAnotherRegistryHasIsNotCalledAllTheSame() {
    list(AS_OF, number);
    receiveRegistry.enqueue(
        receiveRegistry.receive(request("FLORIDA", "US-FL", AS_OF), file(number)));
    keepRegistries.tick();

    giveUpRegistry.giveUp(registry().id(), Optional.empty());
    keepRegistries.tick();

    assertThat(outlook(lead).blockedBy()).contains(BlockCode.ON_REGISTRY);
    assertThat(registry().name()).isEqualTo("US_NATIONAL");
  }

  @Test
  void aNewerListTakesThePlaceOfTheOlder() {
    PhoneNumber second = american();
    LeadId another = given.newLead(campaign).numbers(second).create();
    list(AS_OF, number);

    RegistryImport done = list(AS_OF.plusDays(1), second);

    assertThat(done.leads()).isEqualTo(2);
    assertThat(outlook(another).blockedBy()).contains(BlockCode.ON_REGISTRY);
    assertThat(desk.claim(agent).lead()).isEqualTo(lead);
    assertThat(numbersKept()).isEqualTo(1);
    assertThat(registry().asOf()).isEqualTo(AS_OF.plusDays(1));
  }

  @Test
  void aNumberOnBothListsIsNotTouched() {
    list(AS_OF, number);

    assertThat(list(AS_OF, number).leads()).isZero();
    assertThat(outlook(lead).blockedBy()).contains(BlockCode.ON_REGISTRY);
    assertThat(numbersKept()).isEqualTo(1);
  }

  @Test
  void anOlderListIsRefused() {
    list(AS_OF, number);

    assertThatThrownBy(() -> receive(AS_OF.minusDays(1)))
        .isInstanceOfSatisfying(
            WarmlineException.class,
            e -> assertThat(e.code()).isEqualTo(ProblemCode.REGISTRY_NEWER));
    assertThat(outlook(lead).blockedBy()).contains(BlockCode.ON_REGISTRY);
  }

  @Test
  void aListThatWasOvertakenByANewerOneFails() {
    RegistryImport older = receive(AS_OF, number);
    clock.advance(Duration.ofSeconds(1));
    RegistryImport newer = receive(AS_OF.plusDays(1), american());
    transaction.run(
        () ->
            sql.update(
                "update suppression_import set created_at = created_at + interval '1 hour' where"
                    + " tenant_id = :tenant and id = :id",
                u -> u.bind("id", older.id().value())));

    keepRegistries.tick();

    assertThat(imports.get(newer.id()).status()).isEqualTo(ImportStatus.COMPLETED);
    assertThat(imports.get(older.id()).status()).isEqualTo(ImportStatus.FAILED);
    assertThat(events(EventType.REGISTRY_IMPORT_FAILED)).hasSize(1);
    assertThat(desk.claim(agent).lead()).isEqualTo(lead);
  }

  @Test
  void aRegistryStaysInItsJurisdictionAndItsDayIsNotInTheFuture() {
    list(AS_OF, number);

    assertThatThrownBy(
            () -> receiveRegistry.receive(request("US_NATIONAL", "GB", AS_OF), file(number)))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> receive(LocalDate.parse("2026-11-20"), number))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void linesAreCountedAndThoseWithoutANumberAreListed() {
    RegistryImport job =
        receiveRegistry.enqueue(
            receiveRegistry.receive(
                request(AS_OF), text("phone\n" + number.e164() + "\n12\n" + number.e164() + "\n")));

    RegistryImport.Counts counts = job.counts();
    assertThat(counts.lines()).isEqualTo(3);
    assertThat(counts.numbers()).isEqualTo(1);
    assertThat(counts.repeated()).isEqualTo(1);
    assertThat(counts.rejected()).isEqualTo(1);
    assertThat(job.rejections())
        .singleElement()
        .satisfies(rejected -> assertThat(rejected.line()).isEqualTo(3));
  }

  @Test
  void aFileWithoutAnyNumberEmptiesNoList() {
    list(AS_OF, number);

    assertThatThrownBy(
            () -> receiveRegistry.receive(request(AS_OF.plusDays(1)), text("phone\n1\n2\n")))
        .isInstanceOf(WarmlineException.class);
    assertThat(numbersKept()).isEqualTo(1);
  }

  @Test
  void anUploadThatBreaksOffLeavesTheListBeforeInForce() {
    list(AS_OF, number);
    InputStream broken =
        new SequenceInputStream(
            file(american()),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("broken off");
              }
            });

    assertThatThrownBy(() -> receiveRegistry.receive(request(AS_OF.plusDays(1)), broken))
        .isInstanceOf(RuntimeException.class);
    keepRegistries.tick();

    assertThat(outlook(lead).blockedBy()).contains(BlockCode.ON_REGISTRY);
    assertThat(numbersKept()).isEqualTo(1);
  }

  @Test
  void anUploadThatIsGivenUpIsForgottenAfterAnHour() {
    ReceiveRegistry.Received received = receiveRegistry.receive(request(AS_OF), file(number));

    clock.advance(Duration.ofHours(2));
    forgetUploads.tickHourly();

    assertThat(numbersKept()).isZero();
    assertThatThrownBy(() -> receiveRegistry.enqueue(received)).isInstanceOf(NotFound.class);
  }

  /** The server is lost after the list came into force, before the queue had followed. */
  @Test
  void whatALostServerLeftOffIsGoneOnWith() {
    list(AS_OF, american());
    RegistryImport job = receive(AS_OF, number);
    transaction.run(
        () -> {
          RegistryImport taken = imports.takeNext(clock.instant()).orElseThrow();
          Optional<Registry> present = registries.lock(taken.registry());
          imports.inForce(taken.id(), present.map(Registry::list), false, clock.instant());
          registries.put(taken, present, clock.instant());
        });
    keepRegistries.tick();
    assertThat(imports.get(job.id()).status()).isEqualTo(ImportStatus.RUNNING);

    clock.advance(RegistryImports.LEASE);
    keepRegistries.tick();

    assertThat(imports.get(job.id()).status()).isEqualTo(ImportStatus.COMPLETED);
    assertThat(outlook(lead).blockedBy()).contains(BlockCode.ON_REGISTRY);
    assertThat(numbersKept()).isEqualTo(1);
  }

  @Test
  void aClaimOnANumberThatIsNewOnTheListIsRevoked() {
    Claim claim = desk.claim(agent);

    list(AS_OF, number);

    assertThat(transaction.call(() -> claims.get(claim.id())).status())
        .isEqualTo(ClaimStatus.REVOKED);
  }

  @Test
  void aCallbackOfANumberOnTheListStaysAPromise() {
    CallbackId promised =
        promises.promise(lead, Desk.at(clock.instant().plus(Duration.ofDays(1)))).id();

    list(AS_OF, number);

    assertThat(outlook(lead).blockedBy()).contains(BlockCode.ON_REGISTRY);
    assertThat(transaction.call(() -> callbacks.get(promised)).status())
        .isEqualTo(CallbackStatus.SCHEDULED);
  }

  @Test
  void claimsLeadsAndTheListAtTheSameTimeLeaveNoNumberToBeCalled() {
    TenantId tenant = given.tenant();
    List<PhoneNumber> listed = new ArrayList<>(List.of(number));
    for (int round = 0; round < ROUNDS; round++) {
      PhoneNumber next = american();
      given.newLead(campaign).numbers(next).create();
      PhoneNumber coming = american();
      listed.addAll(List.of(next, coming));
      PhoneNumber[] all = listed.toArray(PhoneNumber[]::new);

      Race.<Object>of(
          List.of(
              () -> given.as(tenant, () -> list(AS_OF, all)),
              () -> given.as(tenant, () -> desk.claim(agent, 1)),
              () -> given.as(tenant, () -> given.newLead(campaign).numbers(coming).create())));

      invariants.hold();
      assertThat(desk.claim(agent, 1)).isEmpty();
    }
  }

  @Test
  void ourOwnEntriesAreNotTouchedByAnyList() {
    suppress.add(
        new Suppression.Request(number, Optional.empty(), Optional.empty(), Optional.empty()));
    list(AS_OF, number);

    list(AS_OF.plusDays(1), american());

    assertThat(outlook(lead).blockedBy()).contains(BlockCode.DO_NOT_CALL);
    assertThat(transaction.call(() -> suppressions.against(number, Optional.empty()))).hasSize(1);
  }

  @Test
  void whoeverHasNoRegistryIsNotStopped() {
    clock.advance(Duration.ofDays(60));
    keepRegistries.tick();

    assertThat(desk.claim(agent).lead()).isEqualTo(lead);
  }

  /** The registry is that of the United States. */
  private static PhoneNumber american() {
    return new PhoneNumber("+1212%07d".formatted(NUMBERS.getAndIncrement()));
  }

  @Test
  void aListThatGrowsOldIsWarnedOfOnceAndThenStopsItsCountry() {
    LeadId british = given.newLead(campaign).numbers(new PhoneNumber("+442079460958")).create();
    list(AS_OF, american());
    clock.advance(Duration.ofDays(23));
    twice();
    assertThat(registry().status(clock.instant())).isEqualTo(RegistryStatus.WARNING);
    assertThat(events(EventType.REGISTRY_WARNING)).hasSize(1);
    assertThat(outlook(lead).closed()).isFalse();

    clock.advance(Duration.ofDays(6));
    twice();

    assertThat(registry().status(clock.instant())).isEqualTo(RegistryStatus.EXPIRED);
    assertThat(events(EventType.REGISTRY_EXPIRED)).hasSize(1);
    assertThat(outlook(lead).blockedBy()).contains(BlockCode.REGISTRY_OUTDATED);
    assertThat(outlook(british).closed()).isFalse();
    assertThat(lookAtQueue.look(campaign, 1).blocked())
        .containsEntry(BlockCode.REGISTRY_OUTDATED, 1L);
    assertExplained();
  }

  private void twice() {
    keepRegistries.tick();
    keepRegistries.tick();
  }

  private void assertExplained() {
    Callability verdict = judge.judge(lead, Optional.empty());
    assertThat(verdict.callableAt()).isEmpty();
    assertThat(verdict.blockers())
        .extracting(Blocker::detail)
        .anyMatch(detail -> detail.contains("Import a newer list"));
  }

  @Test
  void aNewerListLetsTheCountryBeDialledAgain() {
    list(AS_OF, american());
    clock.advance(Duration.ofDays(40));
    keepRegistries.tick();
    LeadId whileStopped = given.newLead(campaign).numbers(american()).create();
    assertThat(desk.claim(agent, 2)).isEmpty();

    list(AS_OF.plusDays(40), american());

    assertThat(outlook(whileStopped).closed()).isFalse();
    assertThat(desk.claim(agent, 2)).hasSize(2);
  }

  @Test
  void aCallbackIsKeptAlthoughTheListIsTooOld() {
    list(AS_OF, american());
    promises.promise(lead, Desk.at(clock.instant().plus(Duration.ofDays(40))));
    clock.advance(Duration.ofDays(40));
    keepRegistries.tick();

    assertThat(desk.claim(agent).lead()).isEqualTo(lead);
  }

  @Test
  void aListLargerThanOneBatchIsCompleteAndAgainMakesNoDuplicates() {
    String many =
        IntStream.range(0, 12_000)
            .mapToObj(n -> "+1503%07d".formatted(2_000_000 + n))
            .collect(Collectors.joining("\n"));
    for (int time = 0; time < 2; time++) {
      receiveRegistry.enqueue(receiveRegistry.receive(request(AS_OF), text(many)));
      keepRegistries.tick();
    }

    assertThat(registry().numbers()).isEqualTo(12_000);
    assertThat(numbersKept()).isEqualTo(12_000);
  }

  @Test
  void twoServersPutAListInForceOnce() {
    receive(AS_OF, number);
    TenantId tenant = given.tenant();
    Callable<Boolean> round = () -> given.as(tenant, this::ticked);

    Race.of(List.of(round, round, round));

    assertThat(events(EventType.REGISTRY_IMPORTED)).hasSize(1);
    assertThat(outlook(lead).blockedBy()).contains(BlockCode.ON_REGISTRY);
  }

  private boolean ticked() {
    keepRegistries.tick();
    return true;
  }
}
