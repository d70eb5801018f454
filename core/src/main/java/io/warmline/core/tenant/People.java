package io.warmline.core.tenant;

import io.warmline.core.id.AgentId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.KeyId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * People who sign in with tokens of a provider. Each is on record as a key that nobody can present,
 * so that whoever acts is a key: in the audit log, in events, and where limits are counted.
 */
@ApplicationScoped
public class People {

  private final TenantSql sql;

  People(TenantSql sql) {
    this.sql = sql;
  }

  /** A person on record. */
  public record Known(KeyId id, boolean revoked) {}

  /** The person, if a token was shown before. */
  public Optional<Known> find(OpenIdSubject person) {
    return sql.query(
        """
        select id, revoked_at from api_key
        where tenant_id = :tenant and key_hash = decode(:hash, 'hex') and subject is not null
        """,
        q ->
            q.bind("hash", person.digest())
                .map(
                    (rs, ctx) ->
                        new Known(
                            new KeyId(rs.getObject("id", UUID.class)),
                            rs.getObject("revoked_at", OffsetDateTime.class) != null))
                .findOne());
  }

  /**
   * Puts somebody on record. Of those who do so at once, for one person, one does.
   *
   * @return whether it was this one
   */
  public boolean add(KeyId id, PersonToken token, Instant now) {
    return sql.update(
            """
            insert into api_key (tenant_id, id, name, key_hash, scopes, client_id, agent_id, issuer, subject, told_at, created_at, last_used_at)
            values (:tenant, :id, :name, decode(:hash, 'hex'), :scopes, :client, :agent, :issuer, :subject, :told, :now, :now)
            on conflict (tenant_id, key_hash) do nothing
            """,
            u ->
                said(u, token)
                    .bind("id", id.value())
                    .bind("hash", token.person().digest())
                    .bind("issuer", token.person().issuer())
                    .bind("subject", token.person().subject())
                    .bind("now", now))
        > 0;
  }

  /**
   * Notes that the person was here, to the minute, and what a newer token says. An older one
   * changes nothing, so that two that differ do not take turns.
   *
   * @param notedBefore when the last use was noted for the last time that will do
   */
  public void seen(KeyId id, PersonToken token, Instant now, Instant notedBefore) {
    sql.update(
        """
        update api_key set name = :name, scopes = :scopes, client_id = :client, agent_id = :agent, told_at = :told, last_used_at = :now
        where tenant_id = :tenant and id = :id and told_at < :told
        """,
        u -> said(u, token).bind("id", id.value()).bind("now", now));
    sql.update(
        """
        update api_key k set last_used_at = :now
        where k.tenant_id = :tenant and k.id = (
          select o.id from api_key o
          where o.tenant_id = :tenant and o.id = :id and (o.last_used_at is null or o.last_used_at <= :before)
          for update skip locked)
        """,
        u -> u.bind("id", id.value()).bind("now", now).bind("before", notedBefore));
  }

  private static <S extends SqlStatement<S>> S said(S statement, PersonToken token) {
    return statement
        .bind("name", token.name())
        .bindArray("scopes", String.class, token.scopes().stream().sorted().toArray())
        .bindByType("client", client(token), UUID.class)
        .bindByType("agent", agent(token), UUID.class)
        .bind("told", token.issuedAt());
  }

  private static @Nullable UUID client(PersonToken token) {
    return token.reach().toClient().map(ClientId::value).orElse(null);
  }

  private static @Nullable UUID agent(PersonToken token) {
    return token.reach().toAgent().map(AgentId::value).orElse(null);
  }
}
