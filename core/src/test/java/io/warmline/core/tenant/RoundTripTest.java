package io.warmline.core.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.OnPostgres;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.Leads;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;

/** A round trip without a transaction around it brings its own, and keeps to the tenant. */
@QuarkusTest
class RoundTripTest extends OnPostgres {

  private List<LeadId> seen(LeadId lead) {
    RoundTrip trip = sql.roundTrip();
    Supplier<List<Lead>> found = trip.ask(Leads.those(List.of(lead)));
    transaction.make(trip);
    return found.get().stream().map(Lead::id).toList();
  }

  private static <T> Question<List<T>> question(String text, Class<T> type) {
    return new Question<>(text, Map.of(), rows -> rows.mapTo(type).list());
  }

  /** All connections are asked for the tenant that the last one to use them has left there. */
  private List<String> tenantsLeft() {
    return sql.jdbi()
        .withHandle(
            h ->
                h.createQuery("select coalesce(current_setting('app.tenant', true), '')")
                    .mapTo(String.class)
                    .list());
  }

  @Test
  void itSeesWhatIsTheTenantsAndNothingElse() {
    LeadId lead = given.lead(given.campaign());

    assertThat(seen(lead)).containsExactly(lead);
    given.newTenant();
    assertThat(seen(lead)).isEmpty();
    assertThat(tenantsLeft()).containsExactly("");
  }

  @Test
  void theWallsHoldWhereAQuestionForgetsTheTenant() {
    LeadId lead = given.lead(given.campaign());
    given.newTenant();
    RoundTrip trip = sql.roundTrip();

    Supplier<List<String>> all =
        trip.ask(
            question(
                "select cast(id as text) from lead where cast(:tenant as uuid) is not null",
                String.class));
    transaction.make(trip);

    assertThat(all.get()).doesNotContain(lead.toString());
  }

  @Test
  void inATransactionItSeesWhatThatHasDone() {
    transaction.run(
        () -> {
          LeadId lead = given.lead(given.campaign());

          assertThat(seen(lead)).containsExactly(lead);
        });
  }

  @Test
  void nothingIsWrittenByIt() {
    RoundTrip trip = sql.roundTrip();
    trip.ask(
        question(
            "delete from lead where tenant_id = :tenant returning cast(id as text)", String.class));

    assertThatThrownBy(() -> transaction.make(trip))
        .isInstanceOf(JdbiException.class)
        .hasMessageContaining("read-only");
  }

  @Test
  void whatFailedLeavesNothingBehind() {
    LeadId lead = given.lead(given.campaign());
    RoundTrip trip = sql.roundTrip();
    trip.ask(question("select 1 / (case when :tenant is null then 1 else 0 end)", Integer.class));

    for (int times = 0; times < 20; times++) {
      assertThatThrownBy(() -> transaction.make(trip)).isInstanceOf(JdbiException.class);
      assertThat(seen(lead)).containsExactly(lead);
    }
    assertThat(tenantsLeft()).containsExactly("");
  }
}
