package io.warmline.core.lead;

import io.warmline.core.company.Company;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ImportId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.tag.KnownTags;
import io.warmline.core.tenant.Columns;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import io.warmline.core.tenant.UniqueIndex;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Leads as lists bring them, written many at a time. Whoever writes holds the locks of their
 * numbers, and tells what follows from it: their places, their rows in the queue, their events.
 */
@ApplicationScoped
public class ManyLeads {

  /** The fields that are stated as texts, by the names of the parameters. */
  public static final List<String> FIELDS =
      List.of(
          "externalId",
          "title",
          "firstName",
          "lastName",
          "company",
          "jobTitle",
          "email",
          "website",
          "street",
          "city",
          "county",
          "region",
          "postalCode",
          "country",
          "timeZone",
          "language",
          "score",
          "notes",
          "contractEnd",
          "tags",
          "statedCountry",
          "statedRegion",
          "statedPostalCode");

  /** A lead as it is written. */
  public interface Entry {

    UUID id();

    /** The version in which it was read; of a lead that was not there nothing asks for it. */
    @Nullable Integer version();

    /** Its first number. */
    PhoneNumber phone();

    /**
     * What is stated of one of {@link #FIELDS}: dates as ISO 8601 has them, tags with commas
     * between them.
     */
    @Nullable String text(String field);

    /** A JSON object of texts. */
    String customFields();

    Optional<LeadConsent> consent();

    Relationship relationship();

    LeadStatus status();

    /** When it is called next, if that is not at once. */
    Optional<Instant> comesBackAt();
  }

  /* The leads come as a table, one array a column, which costs one round trip however many there are. */
  static final String INSERT =
      """
      insert into lead (tenant_id, id, campaign_id, phone, external_id, title, first_name, last_name, job_title, company, email,
                        website, street, city, county, region, postal_code, country, time_zone, language, score, notes,
                        contract_end, tags, custom_fields, import_id, consent_kind, consent_given_at, consent_evidence, consent_scope,
                        consent_source, consent_expires_at, consent_withdrawn_at, customer_since, customer_until, last_purchase_on,
                        last_inquiry_at, status, status_changed_at, next_attempt_at, created_at, updated_at, company_domain, company_name,
                        stated_country, stated_region, stated_postal_code)
      select t.id, s.id, :campaign, s.phone, s.external_id, s.title, s.first_name, s.last_name, s.job_title, s.company, s.email,
             s.website, s.street, s.city, s.county, s.region, s.postal_code, s.country, s.time_zone, s.language,
             coalesce(s.score, 0), s.notes, s.contract_end, coalesce(string_to_array(s.tags, ','), '{}'), cast(s.custom_fields as jsonb), :import, s.consent_kind, s.consent_given_at,
             s.consent_evidence, s.consent_scope, s.consent_source, s.consent_expires_at, s.consent_withdrawn_at,
             s.customer_since, s.customer_until, s.last_purchase_on, s.last_inquiry_at, s.status, case when s.status <> 'COLD' then cast(:now as timestamptz) end, s.next_attempt_at, :now, :now,
             s.company_domain, s.company_name, s.stated_country, s.stated_region, s.stated_postal_code
      from tenant t,
           unnest(cast(:ids as uuid[]), cast(:phones as text[]), cast(:externalId as text[]),
                  cast(:title as text[]), cast(:firstName as text[]), cast(:lastName as text[]), cast(:jobTitle as text[]),
                  cast(:company as text[]), cast(:email as text[]), cast(:website as text[]), cast(:street as text[]),
                  cast(:city as text[]), cast(:county as text[]), cast(:region as text[]), cast(:postalCode as text[]),
                  cast(:country as text[]), cast(:timeZone as text[]), cast(:language as text[]), cast(:score as integer[]),
                  cast(:notes as text[]), cast(:contractEnd as date[]), cast(:tags as text[]), cast(:customFields as text[]),
                  cast(:consentKinds as text[]), cast(:consentsGivenAt as timestamptz[]), cast(:consentEvidence as text[]),
                  cast(:consentScope as text[]), cast(:consentSource as text[]), cast(:consentExpiresAt as timestamptz[]),
                  cast(:consentWithdrawnAt as timestamptz[]), cast(:customerSince as date[]), cast(:customerUntil as date[]),
                  cast(:lastPurchaseOn as date[]), cast(:lastInquiryAt as timestamptz[]),
                  cast(:statuses as text[]), cast(:nextAttemptsAt as timestamptz[]), cast(:companyDomains as text[]),
                  cast(:companyNames as text[]), cast(:statedCountry as text[]), cast(:statedRegion as text[]),
                  cast(:statedPostalCode as text[]))
        as s (id, phone, external_id, title, first_name, last_name, job_title, company, email, website, street, city,
              county, region, postal_code, country, time_zone, language, score, notes, contract_end, tags, custom_fields, consent_kind, consent_given_at, consent_evidence,
              consent_scope, consent_source, consent_expires_at, consent_withdrawn_at, customer_since, customer_until, last_purchase_on,
              last_inquiry_at, status, next_attempt_at, company_domain, company_name, stated_country, stated_region,
              stated_postal_code)
      where t.id = :tenant
      """;

  /* One by one, in one batch: a join with the table could be planned for another size of it. */
  static final String UPDATE =
      """
      update lead
      set phone = :phone, external_id = :externalId, title = :title, first_name = :firstName, last_name = :lastName,
          job_title = :jobTitle, company = :company, email = :email, website = :website, street = :street, city = :city,
          county = :county, region = :region, postal_code = :postalCode, country = :country, time_zone = :timeZone,
          language = :language, score = coalesce(cast(:score as integer), 0), notes = :notes,
          contract_end = cast(:contractEnd as date), tags = coalesce(string_to_array(cast(:tags as text), ','), '{}'), custom_fields = cast(:customFields as jsonb),
          consent_kind = :consentKind, consent_given_at = cast(:consentGivenAt as timestamptz), consent_evidence = :consentEvidence,
          consent_scope = :consentScope, consent_source = :consentSource, consent_expires_at = cast(:consentExpiresAt as timestamptz),
          consent_withdrawn_at = cast(:consentWithdrawnAt as timestamptz),
          customer_since = cast(:customerSince as date), customer_until = cast(:customerUntil as date),
          last_purchase_on = cast(:lastPurchaseOn as date), last_inquiry_at = cast(:lastInquiryAt as timestamptz),
          company_domain = :companyDomain, company_name = :companyName, stated_country = :statedCountry,
          stated_region = :statedRegion, stated_postal_code = :statedPostalCode, version = version + 1, updated_at = :now
      where tenant_id = :tenant and id = :id and version = :version
      """;

  private final TenantSql sql;
  private final KnownTags tags;

  ManyLeads(TenantSql sql, KnownTags tags) {
    this.tags = tags;
    this.sql = sql;
  }

  /**
   * Leads that were not there.
   *
   * @throws TenantTransaction.Collision if somebody else makes a lead of the same identity
   */
  public void add(CampaignId campaign, ImportId list, List<? extends Entry> leads, Instant now) {
    if (leads.isEmpty()) {
      return;
    }
    List<Company> companies = leads.stream().map(ManyLeads::companyOf).toList();
    written(
        () ->
            sql.update(
                INSERT,
                u -> {
                  u.bind("campaign", campaign.value())
                      .bind("import", list.value())
                      .bind("now", now)
                      .bindArray("ids", UUID.class, Columns.of(leads, Entry::id))
                      .bindArray(
                          "phones", String.class, Columns.of(leads, lead -> lead.phone().e164()))
                      .bindArray(
                          "customFields",
                          String.class,
                          Columns.of(leads, lead -> lead.customFields()))
                      .bindArray(
                          "companyDomains",
                          String.class,
                          Columns.sparse(companies, company -> company.domain().orElse(null)))
                      .bindArray(
                          "companyNames", String.class, Columns.sparse(companies, Company::nameKey))
                      .bindArray(
                          "consentKinds",
                          String.class,
                          Columns.sparse(
                              leads, lead -> lead.consent().map(c -> c.kind().name()).orElse(null)))
                      .bindArray(
                          "consentsGivenAt",
                          String.class,
                          Columns.sparse(
                              leads,
                              lead -> lead.consent().map(c -> c.givenAt().toString()).orElse(null)))
                      .bindArray(
                          "consentEvidence",
                          String.class,
                          Columns.sparse(
                              leads,
                              lead -> lead.consent().map(LeadConsent::evidence).orElse(null)))
                      .bindArray("consentScope", String.class, consents(leads, LeadConsent::scope))
                      .bindArray(
                          "consentSource", String.class, consents(leads, LeadConsent::source))
                      .bindArray(
                          "consentExpiresAt", String.class, consents(leads, LeadConsent::expiresAt))
                      .bindArray(
                          "consentWithdrawnAt",
                          String.class,
                          consents(leads, LeadConsent::withdrawnAt))
                      .bindArray(
                          "customerSince",
                          String.class,
                          relations(leads, Relationship::customerSince))
                      .bindArray(
                          "customerUntil",
                          String.class,
                          relations(leads, Relationship::customerUntil))
                      .bindArray(
                          "lastPurchaseOn",
                          String.class,
                          relations(leads, Relationship::lastPurchaseOn))
                      .bindArray(
                          "lastInquiryAt",
                          String.class,
                          relations(leads, Relationship::lastInquiryAt))
                      .bindArray(
                          "statuses", String.class, Columns.of(leads, lead -> lead.status().name()))
                      .bindArray(
                          "nextAttemptsAt",
                          String.class,
                          Columns.sparse(
                              leads,
                              lead -> lead.comesBackAt().map(Instant::toString).orElse(null)));
                  for (String field : FIELDS) {
                    u.bindArray(
                        field, String.class, Columns.sparse(leads, lead -> lead.text(field)));
                  }
                }));
    remember(leads);
  }

  private void remember(List<? extends Entry> leads) {
    tags.remember(leads.stream().filter(lead -> lead.text("tags") != null).map(Entry::id).toList());
  }

  private static Company companyOf(Entry lead) {
    return Company.of(
        lead.text("company"),
        lead.text("email"),
        lead.text("website"),
        lead.text("country"),
        lead.phone());
  }

  private static Object[] consents(
      List<? extends Entry> leads, Function<LeadConsent, @Nullable Object> part) {
    return Columns.sparse(
        leads, lead -> lead.consent().map(part).map(Object::toString).orElse(null));
  }

  private static Object[] relations(
      List<? extends Entry> leads, Function<Relationship, @Nullable Object> part) {
    return Columns.sparse(
        leads,
        lead ->
            Optional.ofNullable(part.apply(lead.relationship()))
                .map(Object::toString)
                .orElse(null));
  }

  /**
   * Leads that were there, and that still stand as they were read.
   *
   * @throws TenantTransaction.Collision if one of them was changed meanwhile, or took the identity
   *     of another
   */
  public void change(List<? extends Entry> leads, Instant now) {
    if (leads.isEmpty()) {
      return;
    }
    int updated =
        written(
            () ->
                sql.batch(
                    UPDATE,
                    leads,
                    (lead, b) -> {
                      Company company = companyOf(lead);
                      b.bind("companyDomain", company.domain().orElse(null))
                          .bind("companyName", company.nameKey())
                          .bind("now", now)
                          .bind("id", lead.id())
                          .bind("version", lead.version())
                          .bind("phone", lead.phone().e164())
                          .bind("customFields", lead.customFields())
                          .bind(
                              "consentKind", lead.consent().map(c -> c.kind().name()).orElse(null))
                          .bind("consentGivenAt", lead.consent().map(c -> c.givenAt()).orElse(null))
                          .bind(
                              "consentEvidence", lead.consent().map(c -> c.evidence()).orElse(null))
                          .bind("consentScope", lead.consent().map(c -> c.scope()).orElse(null))
                          .bind("consentSource", lead.consent().map(c -> c.source()).orElse(null))
                          .bind(
                              "consentExpiresAt",
                              lead.consent().map(c -> c.expiresAt()).orElse(null))
                          .bind(
                              "consentWithdrawnAt",
                              lead.consent().map(c -> c.withdrawnAt()).orElse(null))
                          .bind("customerSince", lead.relationship().customerSince())
                          .bind("customerUntil", lead.relationship().customerUntil())
                          .bind("lastPurchaseOn", lead.relationship().lastPurchaseOn())
                          .bind("lastInquiryAt", lead.relationship().lastInquiryAt());
                      FIELDS.forEach(field -> b.bind(field, lead.text(field)));
                    }));
    if (updated != leads.size()) {
      throw new TenantTransaction.Collision(
          "%d of %d leads".formatted(leads.size() - updated, leads.size()));
    }
    remember(leads);
  }

  private static int written(IntSupplier statement) {
    try {
      return statement.getAsInt();
    } catch (JdbiException e) {
      throw isTaken(e) ? new TenantTransaction.Collision(e) : e;
    }
  }

  /** Somebody else made a lead of the same identity while this transaction ran. */
  private static boolean isTaken(JdbiException e) {
    return UniqueIndex.brokenBy(e).filter(UniqueIndex::tellsLeadsApart).isPresent();
  }
}
