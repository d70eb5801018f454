package io.warmline.core.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.OnPostgres;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Only an index that is meant is taken for the reason why a statement failed. */
@QuarkusTest
class UniqueIndexTest extends OnPostgres {

  @ParameterizedTest
  @EnumSource
  void theSchemaHasIt(UniqueIndex index) {
    boolean unique =
        transaction.call(
            () ->
                sql.query(
                    """
                    select i.indisunique from pg_index i join pg_class c on c.oid = i.indexrelid where c.relname = :name
                    """,
                    q -> q.bind("name", index.index()).mapTo(Boolean.class).one()));

    assertThat(unique).isTrue();
  }

  @Test
  void aKeyThatNobodyMeantIsNone() {
    UUID id = given.lead(given.campaign()).value();

    assertThat(
            refusal(
                "insert into lead (tenant_id, id, campaign_id, created_at, updated_at)"
                    + " select tenant_id, id, campaign_id, created_at, updated_at from lead"
                    + " where tenant_id = :tenant and id = :id",
                id))
        .satisfies(e -> assertThat(UniqueIndex.brokenBy(e)).isEmpty());
  }

  @Test
  void anExternalIdThatIsTakenIsNamed() {
    UUID id = given.newLead(given.campaign()).externalId("7").create().value();

    assertThat(
            refusal(
                "insert into lead (tenant_id, id, campaign_id, external_id, created_at, updated_at)"
                    + " select tenant_id, gen_random_uuid(), campaign_id, external_id, created_at, updated_at from lead"
                    + " where tenant_id = :tenant and id = :id",
                id))
        .satisfies(e -> assertThat(UniqueIndex.brokenBy(e)).contains(UniqueIndex.LEAD_EXTERNAL_ID));
  }

  @Test
  void anotherFailureIsNone() {
    assertThat(UniqueIndex.brokenBy(new SQLException("no", "40P01"))).isEmpty();
    assertThat(UniqueIndex.brokenBy(new IllegalStateException(Instant.EPOCH.toString()))).isEmpty();
  }

  private JdbiException refusal(String statement, UUID id) {
    try {
      transaction.run(() -> sql.update(statement, u -> u.bind("id", id)));
    } catch (JdbiException e) {
      return e;
    }
    throw new AssertionError("nothing was refused");
  }
}
