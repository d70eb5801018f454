package io.warmline.core.agent;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.warmline.core.NotFound;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.TenantId;
import io.warmline.core.tenant.LocalSettings;
import io.warmline.core.tenant.SecretToken;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The links by which calendar programs read agents' callbacks. Such a program sends no key, so the
 * link itself is the secret: 256 random bits, of which only the SHA-256 is kept. An agent has one
 * at most; a new one ends the last.
 */
@ApplicationScoped
public class CalendarLinks {

  private static final int BYTES = 32;

  private final TenantTransaction transaction;
  private final TenantSql sql;
  private final Agents agents;
  private final Clock clock;

  CalendarLinks(TenantTransaction transaction, TenantSql sql, Agents agents, Clock clock) {
    this.transaction = transaction;
    this.sql = sql;
    this.agents = agents;
    this.clock = clock;
  }

  /** A link that was just made. The token is shown this once. */
  public record Created(AgentId agent, String token, Instant createdAt) {

    /** Hides the token. */
    @Override
    public String toString() {
      return "Created[" + agent + "]";
    }
  }

  /** Whose callbacks a link shows. */
  public record Owner(TenantId tenant, AgentId agent) {}

  /**
   * Makes a link for an agent; the one it had ends.
   *
   * @throws NotFound if there is no such agent
   */
  public Created create(AgentId agent) {
    SecretToken token = SecretToken.ofBytes(BYTES);
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          agents.get(agent);
          sql.update(
              """
              insert into calendar_link (tenant_id, agent_id, token_hash, created_at)
              values (:tenant, :agent, decode(:hash, 'hex'), :now)
              on conflict (tenant_id, agent_id) do update
              set token_hash = excluded.token_hash, created_at = excluded.created_at
              """,
              u -> u.bind("agent", agent.value()).bind("hash", token.digest()).bind("now", now));
          return new Created(agent, token.text(), now);
        });
  }

  /**
   * Ends the agent's link; without one nothing happens.
   *
   * @throws NotFound if there is no such agent
   */
  public void revoke(AgentId agent) {
    transaction.run(
        () -> {
          agents.get(agent);
          sql.update(
              "delete from calendar_link where tenant_id = :tenant and agent_id = :agent",
              u -> u.bind("agent", agent.value()));
        });
  }

  /** Whose link has this token; empty if it is unknown or revoked, or the agent has left. */
  public Optional<Owner> ownerOf(String token) {
    String hash = new SecretToken(token).digest();
    return QuarkusTransaction.requiringNew().call(() -> find(hash));
  }

  private Optional<Owner> find(String hash) {
    return sql.jdbi()
        .withHandle(
            handle -> {
              LocalSettings.of("app.presented_token", hash).make(handle);
              return handle
                  .createQuery(
                      """
                      select tenant_id, agent_id from calendar_link where token_hash = decode(:hash, 'hex')
                      """)
                  .bind("hash", hash)
                  .map(
                      (rs, ctx) ->
                          new Owner(
                              new TenantId(rs.getObject("tenant_id", UUID.class)),
                              new AgentId(rs.getObject("agent_id", UUID.class))))
                  .findOne();
            });
  }
}
