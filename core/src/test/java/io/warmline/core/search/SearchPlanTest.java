package io.warmline.core.search;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.OnPostgres;
import io.warmline.core.SqlConditions;
import io.warmline.core.id.CampaignId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Leads are looked for in the index of words, and in it under their tenant: also where the tenant
 * is one of thousands, has most of the leads, and seems to have five.
 */
@QuarkusTest
class SearchPlanTest extends OnPostgres {

  @BeforeEach
  void manyLeads() {
    CampaignId campaign = given.campaign();
    asOwner(
        """
        set session_replication_role = replica;
        insert into lead (tenant_id, id, campaign_id, external_id, first_name, last_name, created_at, updated_at)
          select '%1$s', gen_random_uuid(), '%2$s', 'copy-' || n, 'Ann', 'Miller' || n, now(), now() from generate_series(1, 20000) n;
        set session_replication_role = origin;
        select tidy_lead_search();
        analyze lead;
        update pg_statistic s set stadistinct = 4000
        from pg_attribute a
        where a.attrelid = 'lead'::regclass and s.starelid = a.attrelid and a.attnum = s.staattnum and a.attname = 'tenant_id'
        """
            .formatted(given.tenant(), campaign));
  }

  /** They are no real leads: the queue is made sound again. */
  @AfterEach
  void onlyRealLeadsAreLeft() {
    asOwner(
        """
        set session_replication_role = replica;
        delete from lead where tenant_id = '%1$s' and external_id like 'copy-%%';
        set session_replication_role = origin;
        analyze lead
        """
            .formatted(given.tenant()));
  }

  @Test
  void wordsAreLookedUpUnderTheTenant() {
    assertThat(plan("miller ann")).contains("Bitmap Index Scan on lead_search", "(tenant_id = ");
    assertThat(plan("mil")).contains("Bitmap Index Scan on lead_search", "(tenant_id = ");
  }

  /** A dump does not have what an extension's functions were said to be. */
  @Test
  void aDatabaseThatWasRestoredLearnsAtTheNextStartThatTheIndexMayBeUsed() throws IOException {
    asOwner("alter function word_similarity_commutator_op(text, text) not leakproof cost 1");
    try {
      assertThat(lettingTheIndexBeUsed()).isFalse();
    } finally {
      start();
    }

    assertThat(lettingTheIndexBeUsed()).isTrue();
    assertThat(plan("miller ann")).contains("Bitmap Index Scan on lead_search");
  }

  private boolean lettingTheIndexBeUsed() {
    return sql.jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select proleakproof from pg_proc where proname = 'word_similarity_commutator_op'")
                    .mapTo(Boolean.class)
                    .one());
  }

  private void start() throws IOException {
    try (InputStream file =
        getClass().getResourceAsStream("/db/migration/afterMigrate__search.sql")) {
      String script = new String(requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      sql.jdbi()
          .useHandle(
              handle -> {
                handle.execute("reset role");
                try (Statement statement = handle.getConnection().createStatement()) {
                  statement.execute(script);
                } finally {
                  handle.execute("set role warmline_app");
                }
              });
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** By the settings and with the values with which it is asked. */
  private String plan(String words) {
    SoughtWords sought = new SoughtWords(List.of(words.split(" ")));
    String text =
        FoundLeads.candidates(sought, new SearchScope(Optional.empty(), new SqlConditions(), 20))
            .replace(":tenant", "$1")
            .replace(":campaign", "$2")
            .replace(":most", "$3");
    for (int i = 0; i < sought.all().size(); i++) {
      text = text.replace(":indexed" + i, "$" + (4 + i));
    }
    String prepared = text;
    String types = "uuid, uuid, integer" + ", text".repeat(sought.all().size());
    String values =
        "'%s', null, 500, '%s'".formatted(given.tenant(), String.join("', '", sought.all()));
    return transaction.call(
        () -> {
          sql.set(SearchIndex.sharing(SoughtWords.WHOLE));
          return sql.jdbi()
              .withHandle(
                  handle -> {
                    handle.execute("prepare sought (" + types + ") as " + prepared);
                    List<String> plan =
                        handle
                            .createQuery("explain execute sought (" + values + ")")
                            .mapTo(String.class)
                            .list();
                    handle.execute("deallocate sought");
                    return String.join("\n", plan);
                  });
        });
  }
}
