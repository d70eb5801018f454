package io.warmline.core.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.OnPostgres;
import io.warmline.core.compliance.ConsentKind;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadProfile.Address;
import io.warmline.core.lead.LeadProfile.StatedPlace;
import jakarta.inject.Inject;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Whoever adds a field of a lead, or a column of its table, forgets no statement. The leads of this
 * test are gone before anybody sees them.
 */
@QuarkusTest
class LeadColumnsTest extends OnPostgres {

  private static final Instant T = Instant.parse("2026-11-18T09:30:00.000001Z");

  @Inject LeadBook book;

  @Test
  void theLeadOfThisTestLacksNothing() {
    assertThat(missing("lead", fullLead(given.campaign(), given.lead(given.campaign()), 1)))
        .isEmpty();
  }

  @Test
  void everyFieldIsKeptWhenALeadIsEntered() {
    CampaignId campaign = given.campaign();
    Lead lead = fullLead(campaign, given.lead(campaign), 1);

    transaction.run(
        () -> {
          book.enter(lead, T);

          assertThat(book.get(lead.id())).isEqualTo(lead);
          assertThat(nullColumns(lead.id())).isEmpty();
          book.delete(lead, T);
        });
  }

  @Test
  void everyFieldIsKeptWhenALeadIsChanged() {
    CampaignId campaign = given.campaign();
    LeadId one = given.lead(campaign);
    LeadId two = given.lead(campaign);
    Lead lead = fullLead(campaign, one, 1);
    Lead other = fullLead(given.campaign(), two, 2);
    Lead after = as(lead, other);

    transaction.run(
        () -> {
          book.enter(lead, T);
          Lead written = book.write(lead, after, T);

          assertThat(book.get(lead.id())).isEqualTo(written);
          assertThat(written).isEqualTo(after.written(lead.version() + 1, T));
          book.delete(written, T);
        });
  }

  private Lead as(Lead lead, Lead other) {
    return new Lead(
        lead.id(),
        lead.version(),
        other.campaign(),
        other.externalId(),
        other.profile(),
        other.phones(),
        other.status(),
        other.dialling(),
        other.qualification(),
        other.referrer(),
        other.dates());
  }

  private static Lead fullLead(CampaignId campaign, LeadId referrer, int n) {
    return new Lead(
            LeadId.next(),
            n,
            campaign,
            Optional.of("id " + n),
            profile(n),
            List.of(),
            n == 1 ? LeadStatus.WARM : LeadStatus.NURTURE,
            new Dialling(
                n,
                n + 1,
                Optional.of(later(n)),
                Optional.of(later(n + 1)),
                Optional.of(later(n + 2))),
            Optional.of(Desk.QUALIFIED),
            Optional.of(referrer),
            new LeadDates(
                T,
                T,
                Optional.of(later(n + 3)),
                Optional.of(later(n + 4)),
                Optional.of(later(n + 5))))
        .having(List.of(phone(n)));
  }

  private static LeadPhone phone(int n) {
    var number = Fixture.number();
    return new LeadPhone(
        number,
        profile(n).placeOf(number, ZoneId.of("Europe/Zurich")),
        Optional.of("WRONG_NUMBER"));
  }

  private static LeadProfile profile(int n) {
    return new LeadProfile(
        "title " + n,
        "first " + n,
        "last " + n,
        "company " + n,
        "job " + n,
        "e" + n + "@abc.example",
        "https://abc.example/" + n,
        new Address("street " + n, "city " + n, "county " + n, "VA", "2220" + n, "US"),
        ZoneId.of(n == 1 ? "America/New_York" : "America/Chicago"),
        new LeadConsent(
            ConsentKind.WRITTEN,
            later(n + 6),
            "form " + n,
            "scope " + n,
            "source " + n,
            later(n + 7),
            later(n + 8)),
        n == 1 ? "en" : "es",
        n,
        "notes " + n,
        Map.of("ship", "Hopper " + n),
        LocalDate.of(2027, 3, n),
        new StatedPlace("US", n == 1 ? "CA" : "TX", "9000" + n),
        new Relationship(
            LocalDate.of(2026, 1, n),
            LocalDate.of(2027, 1, n),
            LocalDate.of(2026, 2, n),
            later(n + 9)),
        new Tags(List.of("tag " + n)));
  }

  private static Instant later(int n) {
    return T.plusSeconds(60L * n);
  }

  /** Names of what is null or empty in a record, and in the records in it. */
  private static List<String> missing(String name, Object value) {
    List<String> missing = new ArrayList<>();
    for (RecordComponent part : value.getClass().getRecordComponents()) {
      Object held = valueOf(part, value);
      if (held == null
          || held.equals(Optional.empty())
          || held.equals(List.of())
          || held.equals(Map.of())) {
        missing.add(name + "." + part.getName());
      } else if (held instanceof LeadProfile
          || held instanceof Address
          || held instanceof LeadConsent
          || held instanceof Relationship
          || held instanceof Dialling
          || held instanceof LeadDates) {
        missing.addAll(missing(name + "." + part.getName(), held));
      }
    }
    return missing;
  }

  private static Object valueOf(RecordComponent part, Object of) {
    try {
      return part.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** The import that made a lead is noted by the import alone. */
  private List<String> nullColumns(LeadId lead) {
    return sql.query(
        """
        select c.key from lead l cross join lateral jsonb_each(to_jsonb(l)) c
        where l.tenant_id = :tenant and l.id = :lead and c.value = 'null' and c.key not in ('import_id', 'consent_taken_over_at')
        """,
        q -> q.bind("lead", lead.value()).mapTo(String.class).list());
  }
}
