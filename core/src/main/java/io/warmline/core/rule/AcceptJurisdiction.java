package io.warmline.core.rule;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.compliance.CallingHours;
import io.warmline.core.compliance.CallingRules;
import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.event.Events;
import io.warmline.core.id.Ids;
import io.warmline.core.place.CountryCodes;
import io.warmline.core.queue.CappedLeads;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets a tenant call a country of which no rule is known, on its own account, and stop doing so.
 * Leads that are there already follow in the same transaction.
 */
@ApplicationScoped
public class AcceptJurisdiction {

  private final TenantTransaction transaction;
  private final AcceptedJurisdictions accepted;
  private final CappedLeads leads;
  private final Events events;
  private final Clock clock;

  AcceptJurisdiction(
      TenantTransaction transaction,
      AcceptedJurisdictions accepted,
      CappedLeads leads,
      Events events,
      Clock clock) {
    this.transaction = transaction;
    this.accepted = accepted;
    this.leads = leads;
    this.events = events;
    this.clock = clock;
  }

  /**
   * What is said.
   *
   * @param by who answers for it
   * @param hours empty: the safe hours of {@link CallingHours#DEFAULT}
   * @param key the API key by which it is said
   */
  public record Statement(
      String by, String reason, Optional<CallingHours> hours, Optional<UUID> key) {}

  /**
   * Accepts a country, or changes what was said before.
   *
   * @throws InvalidValue if it is no country
   * @throws WarmlineException RULE_KNOWN if a rule is known of it: there is nothing to accept
   */
  public AcceptedJurisdiction accept(Jurisdiction country, Statement statement) {
    requireUnknown(country);
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          AcceptedJurisdiction saved =
              new AcceptedJurisdiction(
                  country,
                  statement.hours().orElse(CallingHours.DEFAULT),
                  statement.by(),
                  statement.reason(),
                  now,
                  statement.key());
          accepted.save(saved);
          leads.followHouse(now);
          events.record(
              new JurisdictionAccepted(
                  Ids.next(),
                  saved.country().code(),
                  saved.by(),
                  saved.reason(),
                  statement.key().orElse(null)),
              now);
          return saved;
        });
  }

  /**
   * Takes it back: from then on nobody is called there.
   *
   * @throws NotFound if it was not accepted
   */
  public void withdraw(Jurisdiction country, Optional<UUID> key) {
    transaction.run(
        () -> {
          Instant now = clock.instant();
          AcceptedJurisdiction was =
              accepted.all().stream()
                  .filter(one -> one.country().equals(country))
                  .findFirst()
                  .orElseThrow(() -> new NotFound("accepted jurisdiction", country));
          accepted.delete(country);
          leads.followHouse(now);
          events.record(
              new JurisdictionWithdrawn(
                  Ids.next(), was.country().code(), was.by(), was.reason(), key.orElse(null)),
              now);
        });
  }

  private static void requireUnknown(Jurisdiction country) {
    if (!country.equals(Jurisdiction.NOWHERE) && !CountryCodes.isKnown(country.code())) {
      throw new InvalidValue(
          "/jurisdiction",
          "INVALID_COUNTRY",
          "must be a country (ISO 3166-1 alpha-2), or ZZ for numbers that belong to none");
    }
    if (CallingRules.presets().cover(country)) {
      throw new WarmlineException(
          ProblemCode.RULE_KNOWN,
          "Calling rules are known of " + country + ", and they hold: there is nothing to accept.");
    }
  }
}
