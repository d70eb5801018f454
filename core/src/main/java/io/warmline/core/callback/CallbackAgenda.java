package io.warmline.core.callback;

import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** The open callbacks of an agent, as a calendar shows them. */
@ApplicationScoped
public class CallbackAgenda {

  /** A calendar program reads the whole feed each time. */
  public static final int MOST = 1000;

  private final TenantTransaction transaction;
  private final TenantSql sql;

  CallbackAgenda(TenantTransaction transaction, TenantSql sql) {
    this.transaction = transaction;
    this.sql = sql;
  }

  /**
   * A callback with no more about the prospect than the agent needs in order to call.
   *
   * @param who name and company, as far as they are known
   * @param phone the number that would be dialled
   * @param certain whether the time needs no confirmation
   */
  public record Entry(
      CallbackId id,
      int version,
      CallWindow window,
      String who,
      Optional<PhoneNumber> phone,
      boolean certain,
      Instant createdAt,
      Instant updatedAt) {

    /** Hides name and number. */
    @Override
    public String toString() {
      return "Entry[" + id + "]";
    }
  }

  /** Earliest due first, at most {@link #MOST}. */
  public List<Entry> of(AgentId agent) {
    return transaction.call(
        () ->
            sql.query(
                """
                select cb.id, cb.version, cb.due_at, cb.latest_at, cb.needs_confirmation, cb.created_at, cb.updated_at,
                       l.first_name, l.last_name, l.company, coalesce(q.phone, l.phone) as phone
                from callback cb
                join lead l on l.tenant_id = :tenant and l.id = cb.lead_id
                left join queue_entry q on q.tenant_id = :tenant and q.lead_id = cb.lead_id
                where cb.tenant_id = :tenant and cb.agent_id = :agent and cb.status in ('SCHEDULED', 'DUE', 'CLAIMED')
                order by cb.due_at, cb.id
                limit :most
                """,
                q ->
                    q.bind("agent", agent.value())
                        .bind("most", MOST)
                        .map(CallbackAgenda::entry)
                        .list()));
  }

  private static Entry entry(RowView row) {
    return new Entry(
        row.getColumn("id", CallbackId.class),
        row.getColumn("version", Integer.class),
        new CallWindow(
            row.getColumn("due_at", Instant.class), row.getColumn("latest_at", Instant.class)),
        who(
            row.getColumn("first_name", String.class),
            row.getColumn("last_name", String.class),
            row.getColumn("company", String.class)),
        Optional.ofNullable(row.getColumn("phone", PhoneNumber.class)),
        !row.getColumn("needs_confirmation", Boolean.class),
        row.getColumn("created_at", Instant.class),
        row.getColumn("updated_at", Instant.class));
  }

  private static String who(
      @Nullable String firstName, @Nullable String lastName, @Nullable String company) {
    String name =
        Stream.ofNullable(firstName)
            .collect(Collectors.joining())
            .concat(lastName == null ? "" : " " + lastName)
            .strip();
    return Stream.of(name, company == null ? "" : company)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
