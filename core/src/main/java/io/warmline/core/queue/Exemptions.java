package io.warmline.core.queue;

/**
 * What the law asks for and a lead l has at {@code :now}, and until when, as fragments of SQL. A
 * day ends by the calendar that is furthest ahead, so nothing lasts longer anywhere than it is
 * taken to.
 */
public final class Exemptions {

  /** The kind of its consent; null if there is none, or it has run out or was withdrawn. */
  public static final String CONSENT_IN_FORCE =
      """
      case when l.consent_withdrawn_at is null and (l.consent_expires_at is null or l.consent_expires_at > :now)
           then l.consent_kind end\
      """;

  /** Whether it has a running contract. */
  public static final String CONTRACT_RUNS =
      """
      (l.customer_since is not null
       and (l.customer_until is null or (l.customer_until + 1) at time zone 'Etc/GMT-14' > :now))\
      """;

  /** Until when it may be called although it is on the list of a registry g; null: it may not. */
  public static final String FROM_REGISTRY_UNTIL =
      """
      greatest(
        case when l.consent_withdrawn_at is null and l.consent_kind = any(g.exempt_consents)
             then coalesce(l.consent_expires_at, 'infinity') end,
        (l.last_purchase_on + make_interval(months => g.exempt_purchase_months)) at time zone 'Etc/GMT-14',
        (cast(l.last_inquiry_at at time zone 'UTC' as date) + make_interval(months => g.exempt_inquiry_months))
          at time zone 'Etc/GMT-14',
        case when g.exempt_customers and l.customer_since is not null
             then coalesce((l.customer_until + 1) at time zone 'Etc/GMT-14', 'infinity') end)\
      """;

  private Exemptions() {}
}
