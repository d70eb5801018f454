package io.warmline.core.lead;

import io.warmline.core.id.CampaignId;
import io.warmline.core.lead.SamePerson.Answerer;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who was erased, so that no list brings them back by chance. Nothing of the person is kept but
 * keyed digests.
 */
@ApplicationScoped
public class ErasedPersons {

  private static final int SECRET_BYTES = 32;

  private final TenantSql sql;
  private final SecureRandom random = new SecureRandom();

  ErasedPersons(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * By what somebody is known.
   *
   * @param campaign in which the external id is one
   */
  public record Person(
      CampaignId campaign,
      Optional<String> externalId,
      List<PhoneNumber> numbers,
      Answerer answerer) {

    static Person of(CampaignId campaign, LeadFacts facts) {
      LeadProfile profile = facts.profile();
      return new Person(
          campaign,
          facts.externalId(),
          facts.numbers(),
          new Answerer(profile.firstName(), profile.lastName(), profile.email(), null));
    }

    @Override
    public String toString() {
      return "Person[…]";
    }
  }

  /** Enters that a person is erased. The numbers are locked. */
  void remember(Person person, Instant now) {
    sql.update(
        """
        insert into erasure_key (tenant_id, secret) values (:tenant, :secret) on conflict do nothing
        """,
        u -> u.bind("secret", newSecret()));
    Set<String> digests = new PersonDigests(secret().orElseThrow()).kept(person);
    sql.update(
        """
        insert into erased_person (tenant_id, digest, erased_at)
        select t.id, d.digest, :now
        from tenant t, unnest(cast(:digests as text[])) as d (digest)
        where t.id = :tenant
        order by d.digest
        on conflict (tenant_id, digest) do update set erased_at = excluded.erased_at
        """,
        u ->
            u.bind("now", now)
                .bindArray("digests", String.class, digests.stream().sorted().toArray()));
  }

  /**
   * When each of these people was erased, by their places among them; nothing of those who were
   * not. Asked under the locks of their numbers, it is so until these are given up.
   */
  public Map<Integer, Instant> among(List<Person> people) {
    Optional<byte[]> secret = people.isEmpty() ? Optional.empty() : secret();
    if (secret.isEmpty()) {
      return Map.of();
    }
    PersonDigests digests = new PersonDigests(secret.get());
    List<Set<String>> sought = people.stream().map(digests::sought).toList();
    Set<String> all = new HashSet<>();
    sought.forEach(all::addAll);
    Map<String, Instant> erased = erased(all);
    Map<Integer, Instant> found = new TreeMap<>();
    for (int i = 0; i < sought.size(); i++) {
      int place = i;
      sought.get(i).stream()
          .map(erased::get)
          .filter(Objects::nonNull)
          .max(Instant::compareTo)
          .ifPresent(at -> found.put(place, at));
    }
    return found;
  }

  /** When this person was erased; empty: never. */
  Optional<Instant> erasureOf(Person person) {
    return Optional.ofNullable(among(List.of(person)).get(0));
  }

  private Map<String, Instant> erased(Set<String> digests) {
    if (digests.isEmpty()) {
      return Map.of();
    }
    return sql
        .query(
            "select digest, erased_at from erased_person where tenant_id = :tenant and digest = any(:digests)",
            q ->
                q.bindArray("digests", String.class, new ArrayList<>(digests).toArray())
                    .map(
                        row ->
                            Map.entry(
                                row.getColumn("digest", String.class),
                                row.getColumn("erased_at", Instant.class)))
                    .list())
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Optional<byte[]> secret() {
    return sql.query(
        "select secret from erasure_key where tenant_id = :tenant",
        q -> q.mapTo(byte[].class).findOne());
  }

  private byte[] newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return secret;
  }
}
