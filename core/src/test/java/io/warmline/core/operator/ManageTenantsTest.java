package io.warmline.core.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Cursor;
import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.archive.TenantArchive;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.TenantId;
import io.warmline.core.idempotency.StoredAnswer;
import io.warmline.core.tenant.ApiKeys;
import io.warmline.core.tenant.OperatorTransaction;
import io.warmline.core.tenant.Tenant;
import io.warmline.core.tenant.TenantBook;
import io.warmline.core.tenant.Tenants;
import io.warmline.core.tenant.Work;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the operator does with tenants. */
@QuarkusTest
class ManageTenantsTest extends OnPostgres {

  private static final Set<String> SCOPES = Set.of("keys:admin", "leads:read");

  @TempDir Path folder;

  @Inject ManageTenants manage;
  @Inject OperatorTransaction operator;
  @Inject OperatorAnswers answers;
  @Inject TenantBook book;
  @Inject Tenants tenants;
  @Inject ApiKeys keys;
  @Inject TenantArchive archive;
  @Inject Jdbi jdbi;

  /** A firm in which most tables have rows. */
  private TenantId aFirmThatHasWorkedADay() {
    TenantId tenant = given.newTenant();
    CampaignId campaign = given.campaign();
    AgentId agent = given.agent();
    given.leads(campaign, 12);
    for (Disposition outcome :
        List.of(
            Disposition.NO_ANSWER,
            Disposition.CALLBACK_REQUESTED,
            Disposition.APPOINTMENT_SET,
            Disposition.VOICEMAIL_LEFT,
            Disposition.DO_NOT_CALL,
            Disposition.REFERRED_TO_OTHER)) {
      desk.log(desk.claim(agent), outcome);
    }
    desk.claim(agent);
    return tenant;
  }

  private Tenant read(TenantId tenant) {
    return operator.call(() -> book.get(tenant));
  }

  @Test
  void aTenantIsMadeWithAKeyThatLetsIn() {
    ManageTenants.NewTenant made = manage.create("Gulf Coast Sales", SCOPES);

    ApiKeys.Identity found = keys.authenticate(made.secret()).orElseThrow();
    assertThat(found.tenant()).isEqualTo(made.tenant().id());
    assertThat(found.scopes()).isEqualTo(SCOPES);
    assertThat(found.suspended()).isFalse();
    assertThat(read(made.tenant().id()))
        .isEqualTo(
            new Tenant(made.tenant().id(), "Gulf Coast Sales", clock.instant(), Optional.empty()));
    assertThat(made.toString()).doesNotContain(made.secret());
    given.newTenant();
  }

  @Test
  void tenantsAreListedNewestFirst() {
    TenantId older = manage.create("Older", SCOPES).tenant().id();
    TenantId newer = manage.create("Newer", SCOPES).tenant().id();

    List<Tenant> first = operator.call(() -> book.list(new Cursor.Paging(1, null))).items();
    List<Tenant> second =
        operator.call(() -> book.list(new Cursor.Paging(1, new Cursor("", newer.value())))).items();

    assertThat(first).extracting(Tenant::id).containsExactly(newer);
    assertThat(second).extracting(Tenant::id).containsExactly(older);
    given.newTenant();
  }

  @Test
  void noKeyOfASuspendedTenantIsGoodAndItsWorkRests() {
    ManageTenants.NewTenant made = manage.create("Rests", SCOPES);
    TenantId tenant = made.tenant().id();
    Work always = () -> List.of("select id from tenant where created_at <= :now");
    assertThat(tenants.having(always, clock.instant())).contains(tenant);

    manage.suspend(tenant);

    assertThat(keys.authenticate(made.secret()))
        .hasValueSatisfying(identity -> assertThat(identity.suspended()).isTrue());
    assertThat(tenants.having(always, clock.instant())).isNotEmpty().doesNotContain(tenant);
    assertThat(tenants.all()).isNotEmpty().doesNotContain(tenant);
    given.run(
        tenant,
        () ->
            assertThatThrownBy(tenants::requireAtWork)
                .isInstanceOfSatisfying(
                    WarmlineException.class,
                    e -> assertThat(e.code()).isEqualTo(ProblemCode.TENANT_SUSPENDED)));

    manage.resume(tenant);

    assertThat(tenants.having(always, clock.instant())).contains(tenant);
    assertThat(tenants.all()).contains(tenant);
    given.newTenant();
  }

  @Test
  void suspendingAgainChangesNothing() {
    TenantId tenant = manage.create("Rests", SCOPES).tenant().id();

    Tenant first = manage.suspend(tenant);
    clock.advance(java.time.Duration.ofHours(1));
    Tenant again = manage.suspend(tenant);

    assertThat(again).isEqualTo(first);
    assertThat(manage.resume(tenant).suspendedAt()).isEmpty();
    assertThat(manage.resume(tenant).suspendedAt()).isEmpty();
    given.newTenant();
  }

  @Test
  void nobodyIsDeletedByAnotherNameOrAtWork() {
    TenantId tenant = given.tenant();
    given.leads(given.campaign(), 3);

    assertThatThrownBy(() -> manage.delete(tenant, "A firm"))
        .isInstanceOfSatisfying(
            WarmlineException.class,
            e -> assertThat(e.code()).isEqualTo(ProblemCode.TENANT_AT_WORK));
    manage.suspend(tenant);
    for (String wrong : List.of("a firm", "A firm ", "A", "", "%")) {
      assertThatThrownBy(() -> manage.delete(tenant, wrong)).isInstanceOf(InvalidValue.class);
    }

    assertThat(read(tenant).name()).isEqualTo("A firm");
    manage.resume(tenant);
  }

  @Test
  void nothingIsLeftOfATenantThatIsDeletedAndNothingOfOthersIsGone() {
    TenantId gone = aFirmThatHasWorkedADay();
    operator.call(() -> keepAnAnswerAbout(gone));
    TenantId stays = aFirmThatHasWorkedADay();
    Map<String, Long> ofOthers = EveryTable.having(jdbi, stays.toString());
    Map<String, Long> before = EveryTable.having(jdbi, gone.toString());
    long archived = archive.export(Optional.of(gone), folder.resolve("gone.zip")).rows();
    manage.suspend(gone);

    ManageTenants.Deleted deleted = manage.delete(gone, "A firm");

    assertThat(EveryTable.having(jdbi, gone.toString())).isEmpty();
    assertThat(EveryTable.having(jdbi, stays.toString())).isEqualTo(ofOthers);
    assertThat(before).hasSizeGreaterThan(15).containsEntry("operator_answer", 1L);
    assertThat(deleted.total()).isEqualTo(archived);
    assertThat(deleted.rows()).containsEntry("tenant", 1L).containsEntry("call", 6L);
    assertThatThrownBy(() -> manage.delete(gone, "A firm")).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> operator.call(() -> answers.begin("made", "f")))
        .isInstanceOfSatisfying(
            WarmlineException.class,
            e -> assertThat(e.code()).isEqualTo(ProblemCode.ANSWER_ERASED));
    given.run(stays, () -> assertThat(tenants.isSuspended()).isFalse());
  }

  private boolean keepAnAnswerAbout(TenantId tenant) {
    answers.keep(
        "made",
        "f",
        new StoredAnswer(201, Map.of(), "{\"id\":\"" + tenant + "\"}"),
        tenant,
        clock.instant());
    return true;
  }

  @Test
  void whatIsNowhereIsNotFound() {
    TenantId nobody = TenantId.next();

    assertThatThrownBy(() -> manage.suspend(nobody)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> manage.resume(nobody)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> manage.delete(nobody, "x")).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> read(nobody)).isInstanceOf(NotFound.class);
  }

  /** The operator's own role; that of the application sees the tenant that was entered. */
  @Test
  void theOperatorSeesNothingThatIsATenants() {
    given.leads(given.campaign(), 1);

    assertThatThrownBy(
            () -> operator.call(() -> jdbi.withHandle(h -> h.execute("select phone from lead"))))
        .hasMessageContaining("permission denied");
  }
}
