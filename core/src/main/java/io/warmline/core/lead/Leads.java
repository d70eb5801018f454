package io.warmline.core.lead;

import io.warmline.core.Cursor;
import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.Page;
import io.warmline.core.SqlConditions;
import io.warmline.core.company.Company;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ImportId;
import io.warmline.core.id.LeadId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.tag.KnownTags;
import io.warmline.core.tenant.Question;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction.Collision;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.result.ResultBearing;
import org.jdbi.v3.core.statement.Query;

/** The leads of the tenant, each with its numbers, as one statement finds them. */
@ApplicationScoped
public class Leads {

  private static final String COLUMNS =
      """
      select l.*, p.e164, p.zone_source, p.candidate_zones, p.jurisdictions, p.uncallable_reason, p.extension, p.stated_type
      """;

  private static final String WITH_NUMBERS =
      COLUMNS
          + """
      from lead l left join lead_phone p on p.tenant_id = :tenant and p.lead_id = l.id
      where l.tenant_id = :tenant
      """;

  /*
   * One look-up for each, in the order of ids: as a set of ids that is sought, the plan of an average tenant reads all that it
   * has. See ADR 58.
   */
  private static final String BY_ID =
      COLUMNS
          + """
      from (select distinct id from unnest(cast(:leads as uuid[])) i (id) order by id) i
      cross join lateral (select l.* from lead l where l.tenant_id = :tenant and l.id = i.id %s) l
      left join lateral (select p.* from lead_phone p where p.tenant_id = :tenant and p.lead_id = l.id offset 0) p on true
      order by l.id, p.position
      """;

  private static final String THOSE = BY_ID.formatted("offset 0");

  private static final String LOCKED = BY_ID.formatted("for no key update");

  private static final String OF_COMPANY =
      """
      l.id in (select o.id
               from lead k
               join campaign kc on kc.tenant_id = :tenant and kc.id = k.campaign_id
               join lead o on o.tenant_id = :tenant and (o.id = k.id or %s)
               join campaign oc on oc.tenant_id = :tenant and oc.id = o.campaign_id and oc.client_id is not distinct from kc.client_id
               where k.tenant_id = :tenant and k.id = :companyOf)\
      """
          .formatted(Company.same("o", "k"));

  private final TenantSql sql;
  private final KnownTags tags;

  Leads(TenantSql sql, KnownTags tags) {
    this.sql = sql;
    this.tags = tags;
  }

  /**
   * Which leads a list is about; empty: no condition.
   *
   * @param tag one of the lead's, in any case
   * @param madeBy the import that made the lead
   * @param source the system that wrote the list from which the lead came, {@code OTHER} for none
   *     that is known
   * @param companyOf a lead, which is among them, and those of the same company and client
   */
  public record Filter(
      Optional<CampaignId> campaign,
      Optional<LeadStatus> status,
      Optional<PhoneNumber> phone,
      Optional<String> email,
      Optional<String> externalId,
      Optional<Instant> updatedAfter,
      Optional<String> tag,
      Optional<ImportId> madeBy,
      Optional<String> source,
      Optional<LeadId> companyOf) {}

  /**
   * @throws NotFound if the tenant has none with this id
   */
  public Lead get(LeadId id) {
    return sql.ask(those(List.of(id))).stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("lead", id));
  }

  /** Those of these leads that there are, in the order of ids. */
  public List<Lead> of(Collection<UUID> ids) {
    return read(THOSE, q -> q.bindArray("leads", UUID.class, ids.toArray()));
  }

  /**
   * Those of these leads that there are, in the order of ids. Their rows are locked until the
   * transaction ends.
   */
  static Question<List<Lead>> locked(Collection<UUID> ids) {
    return those(LOCKED, ids);
  }

  /** Those of these leads that there are, in the order of ids. */
  public static Question<List<Lead>> those(Collection<LeadId> ids) {
    return those(THOSE, ids.stream().map(LeadId::value).toList());
  }

  private static Question<List<Lead>> those(String text, Collection<UUID> ids) {
    return new Question<>(text, Map.of("leads", ids.toArray(UUID[]::new)), Leads::read);
  }

  Optional<Lead> byExternalId(CampaignId campaign, String externalId) {
    return only(
        WITH_NUMBERS
            + """
              and l.campaign_id = :campaign and l.external_id = :externalId
            order by p.position
            """,
        q -> q.bind("campaign", campaign.value()).bind("externalId", externalId));
  }

  /** The lead without an external id that has this number first. */
  Optional<Lead> byPhone(CampaignId campaign, PhoneNumber phone) {
    return only(
        WITH_NUMBERS
            + """
              and l.campaign_id = :campaign and l.phone = :phone and l.external_id is null
            order by p.position
            """,
        q -> q.bind("campaign", campaign.value()).bind("phone", phone.e164()));
  }

  /** Those of a campaign that have one of these numbers, oldest first, at most a thousand. */
  List<Lead> having(CampaignId campaign, Collection<PhoneNumber> numbers) {
    return read(
        WITH_NUMBERS
            + """
              and l.id in (select o.id
                           from lead_phone n
                           join lead o on o.tenant_id = :tenant and o.id = n.lead_id and o.campaign_id = :campaign
                           where n.tenant_id = :tenant and n.e164 = any(:numbers)
                           order by o.id
                           limit 1000)
            order by l.id, p.position
            """,
        q ->
            q.bind("campaign", campaign.value())
                .bindArray(
                    "numbers", String.class, numbers.stream().map(PhoneNumber::e164).toArray()));
  }

  /**
   * Newest first.
   *
   * @throws NotFound if the tenant has no lead whose company is asked for
   * @throws InvalidValue UNKNOWN_TAG if no lead has ever had the tag
   */
  public Page<Lead> list(Filter filter, Cursor.Paging paging) {
    return list(filter, new SqlConditions(), paging);
  }

  /**
   * As {@link #list(Filter, Cursor.Paging)}, among some leads.
   *
   * @param among what else holds for a lead {@code l}
   */
  public Page<Lead> list(Filter filter, SqlConditions among, Cursor.Paging paging) {
    filter.companyOf().ifPresent(this::get);
    SqlConditions where = conditions(filter).and(among);
    if (paging.after() != null) {
      where.and("l.id < :last", "last", paging.after().id());
    }
    List<Lead> rows =
        read(
            COLUMNS
                + """
            from (select * from lead l where l.tenant_id = :tenant and %s order by l.id desc limit :limit) l
            left join lead_phone p on p.tenant_id = :tenant and p.lead_id = l.id
            order by l.id desc, p.position
            """
                    .formatted(where.text()),
            q -> q.bindMap(where.values()).bind("limit", paging.probe()));
    if (rows.isEmpty()) {
      tags.require(Tags.sought(filter.tag().stream().toList()), List.of(), "tag");
    }
    return Page.of(rows, paging.limit(), lead -> new Cursor("", lead.id().value()));
  }

  private static SqlConditions conditions(Filter filter) {
    SqlConditions where = new SqlConditions();
    filter
        .campaign()
        .ifPresent(id -> where.and("l.campaign_id = :campaign", "campaign", id.value()));
    filter.status().ifPresent(is -> where.and("l.status = :status", "status", is.name()));
    filter.email().ifPresent(is -> where.and("lower(l.email) = lower(:email)", "email", is));
    filter.externalId().ifPresent(id -> where.and("l.external_id = :external", "external", id));
    filter.updatedAfter().ifPresent(at -> where.and("l.updated_at > :after", "after", at));
    filter
        .tag()
        .ifPresent(tag -> where.and("l.tags <> '{}' and l.tags @> :tag", "tag", sought(tag)));
    filter.madeBy().ifPresent(id -> where.and("l.import_id = :import", "import", id.value()));
    filter
        .source()
        .ifPresent(
            is ->
                where.and(
                    "l.import_id in (select j.id from import_job j where j.tenant_id = :tenant and"
                        + " coalesce(j.source, 'OTHER') = :source)",
                    "source",
                    is));
    filter.companyOf().ifPresent(id -> where.and(OF_COMPANY, "companyOf", id.value()));
    filter
        .phone()
        .ifPresent(
            phone ->
                where.and(
                    "l.id in (select n.lead_id from lead_phone n where n.tenant_id = :tenant and"
                        + " n.e164 = :e164)",
                    "e164",
                    phone.e164()));
    return where;
  }

  private static String[] sought(String tag) {
    return Tags.sought(List.of(tag)).toArray(String[]::new);
  }

  private Optional<Lead> only(String text, Consumer<Query> bind) {
    return read(text, bind).stream().findFirst();
  }

  private List<Lead> read(String text, Consumer<Query> bind) {
    return sql.query(
        text,
        q -> {
          bind.accept(q);
          return read(q);
        });
  }

  private static List<Lead> read(ResultBearing rows) {
    return rows
        .<Map<UUID, Found>>reduceResultSet(
            new LinkedHashMap<>(), (sofar, rs, ctx) -> add(sofar, rs))
        .values()
        .stream()
        .map(Found::lead)
        .toList();
  }

  /** A lead whose numbers come row by row. */
  private record Found(Lead bare, List<LeadPhone> phones) {

    Lead lead() {
      return bare.having(phones);
    }
  }

  private static Map<UUID, Found> add(Map<UUID, Found> sofar, ResultSet rs) throws SQLException {
    Found lead = sofar.get(LeadRow.id(rs));
    if (lead == null) {
      lead = new Found(LeadRow.read(rs, List.of()), new ArrayList<>());
      sofar.put(lead.bare().id().value(), lead);
    }
    if (rs.getString("e164") != null) {
      lead.phones().add(PhoneRow.read(rs));
    }
    return sofar;
  }

  /** Each of these comes to another version. */
  void move(Collection<UUID> ids, Instant now) {
    sql.update(
        """
        update lead set version = version + 1, updated_at = :now where tenant_id = :tenant and id = any(:leads)
        """,
        u -> u.bindArray("leads", UUID.class, ids.toArray()).bind("now", now));
  }

  /** What stands of a lead elsewhere. */
  LeadHistory historyOf(LeadId lead) {
    return sql.query(
        """
        select exists (select 1 from appointment a where a.tenant_id = :tenant and a.lead_id = :lead
                         and a.status in ('SET', 'CONFIRMED')) as met,
               exists (select 1 from callback cb where cb.tenant_id = :tenant and cb.lead_id = :lead
                         and cb.status in ('SCHEDULED', 'DUE', 'CLAIMED')) as promised,
               (select a.lead_status_before from appointment a where a.tenant_id = :tenant and a.lead_id = :lead
                order by a.id desc limit 1) as before_meeting
        """,
        q ->
            q.bind("lead", lead.value())
                .map(
                    (rs, ctx) ->
                        new LeadHistory(
                            rs.getBoolean("met"),
                            rs.getBoolean("promised"),
                            Optional.ofNullable(rs.getString("before_meeting"))
                                .map(LeadStatus::valueOf)))
                .one());
  }

  /** False if its campaign has a lead with that external id or, without one, that first number. */
  boolean add(Lead lead) {
    return 1
        == sql.update(
            """
            insert into lead (tenant_id, id, version, campaign_id, external_id, status, phone, title, first_name, last_name, company,
                              job_title, email, website, street, city, county, region, postal_code, country, time_zone, consent_kind,
                              consent_given_at, consent_evidence, consent_scope, consent_source, consent_expires_at,
                              consent_withdrawn_at, customer_since, customer_until, last_purchase_on, last_inquiry_at, language, score, notes, custom_fields, contract_end, tags, stated_country,
                              stated_region, stated_postal_code, qualification, attempts, hang_ups, last_attempt_at, next_attempt_at,
                              contacted_at, referred_by, status_changed_at, warmed_at, erased_at, created_at, updated_at, company_domain, company_name)
            values (:tenant, :id, :version, :campaign, :externalId, :status, :phone, :title, :firstName, :lastName, :company,
                    :jobTitle, :email, :website, :street, :city, :county, :region, :postalCode, :country, :timeZone, :consent,
                    :consentGivenAt, :consentEvidence, :consentScope, :consentSource, :consentExpiresAt, :consentWithdrawnAt,
                    :customerSince, :customerUntil, :lastPurchaseOn, :lastInquiryAt, :language, :score, :notes, cast(:customFields as jsonb), :contractEnd, :tags,
                    :statedCountry, :statedRegion, :statedPostalCode, cast(:qualification as jsonb), :attempts, :hangUps,
                    :lastAttempt, :nextAttempt, :contacted, :referrer, :statusChanged, :warmed, :erased, :created, :updated, :companyDomain,
                    :companyName)
            on conflict do nothing
            """,
            u -> LeadRow.bind(u, lead));
  }

  /**
   * Writes leads that were changed; their versions are those that were seen.
   *
   * @throws Collision if somebody else changed one meanwhile; the work is then done again
   */
  void write(List<Lead> changed) {
    int rows =
        sql.batch(
            """
            update lead
            set version = version + 1, campaign_id = :campaign, external_id = :externalId, status = :status, phone = :phone,
                title = :title, first_name = :firstName, last_name = :lastName, company = :company, job_title = :jobTitle,
                email = :email, website = :website, street = :street, city = :city, county = :county, region = :region,
                postal_code = :postalCode, country = :country, time_zone = :timeZone, consent_kind = :consent,
                consent_given_at = :consentGivenAt, consent_evidence = :consentEvidence, consent_scope = :consentScope,
                consent_source = :consentSource, consent_expires_at = :consentExpiresAt, consent_withdrawn_at = :consentWithdrawnAt,
                customer_since = :customerSince, customer_until = :customerUntil, last_purchase_on = :lastPurchaseOn,
                last_inquiry_at = :lastInquiryAt, language = :language, score = :score,
                notes = :notes, custom_fields = cast(:customFields as jsonb), contract_end = :contractEnd, tags = :tags,
                stated_country = :statedCountry, stated_region = :statedRegion, stated_postal_code = :statedPostalCode,
                qualification = cast(:qualification as jsonb), attempts = :attempts, hang_ups = :hangUps,
                last_attempt_at = :lastAttempt, next_attempt_at = :nextAttempt, contacted_at = :contacted,
                referred_by = :referrer, status_changed_at = :statusChanged, warmed_at = :warmed, erased_at = :erased,
                created_at = :created, updated_at = :updated, company_domain = :companyDomain, company_name = :companyName
            where tenant_id = :tenant and id = :id and version = :version
            """,
            changed,
            (lead, b) -> LeadRow.bind(b, lead));
    if (rows != changed.size()) {
      throw new Collision("lead");
    }
  }

  /** What is stored of these leads elsewhere, and shown with them, has changed. */
  void touch(Collection<LeadId> leads, Instant now) {
    sql.update(
        """
        update lead set version = version + 1, updated_at = :now
        where tenant_id = :tenant and id = any(:leads)
        """,
        u ->
            u.bind("now", now)
                .bindArray("leads", UUID.class, leads.stream().map(LeadId::value).toArray()));
  }

  /** Whoever this lead named to us came of itself from now on. */
  void forgetReferrer(LeadId lead, Instant now) {
    sql.update(
        """
        update lead set referred_by = null, version = version + 1, updated_at = :now
        where tenant_id = :tenant and referred_by = :lead
        """,
        u -> u.bind("lead", lead.value()).bind("now", now));
  }

  /** As {@link #forgetReferrer} for all leads of a campaign that named one of another. */
  void forgetReferrersOf(CampaignId campaign, Instant now) {
    sql.update(
        """
        update lead set referred_by = null, version = version + 1, updated_at = :now
        where tenant_id = :tenant and campaign_id <> :campaign
          and referred_by in (select r.id from lead r where r.tenant_id = :tenant and r.campaign_id = :campaign)
        """,
        u -> u.bind("campaign", campaign.value()).bind("now", now));
  }

  void delete(LeadId lead) {
    sql.update(
        "delete from lead where tenant_id = :tenant and id = :lead",
        u -> u.bind("lead", lead.value()));
  }

  /** With whatever hangs on them. */
  void deleteOf(CampaignId campaign) {
    sql.update(
        "delete from lead where tenant_id = :tenant and campaign_id = :campaign",
        u -> u.bind("campaign", campaign.value()));
  }
}
