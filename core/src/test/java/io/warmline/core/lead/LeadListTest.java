package io.warmline.core.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Cursor;
import io.warmline.core.Fixture;
import io.warmline.core.InvalidValue;
import io.warmline.core.OnPostgres;
import io.warmline.core.Page;
import io.warmline.core.TestClock;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.phone.PhoneNumber;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list of leads holds those that meet every condition, once each, newest first. */
@QuarkusTest
class LeadListTest extends OnPostgres {

  private static final Filter ALL = new Filter();

  @Inject Leads leads;
  @Inject SaveLead saveLead;

  CampaignId campaign;

  @BeforeEach
  void aCampaign() {
    campaign = given.campaign();
  }

  /** The conditions of a list, of which a test states one or two. */
  private record Filter(
      CampaignId campaign,
      LeadStatus status,
      PhoneNumber phone,
      String email,
      String externalId,
      Instant updatedAfter) {

    Filter() {
      this(null, null, null, null, null, null);
    }

    Leads.Filter stated() {
      return new Leads.Filter(
          Optional.ofNullable(campaign),
          Optional.ofNullable(status),
          Optional.ofNullable(phone),
          Optional.ofNullable(email),
          Optional.ofNullable(externalId),
          Optional.ofNullable(updatedAfter),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  private Page<Lead> page(Filter filter, int limit, Cursor after) {
    return transaction.call(() -> leads.list(filter.stated(), new Cursor.Paging(limit, after)));
  }

  @Test
  void aTagFindsItsLeadsInAnyCase() {
    LeadId lead = given.newLead(campaign).tags("Fair 2026", "Solar").create();
    given.newLead(campaign).tags("fair").create();

    assertThat(tagged("FAIR 2026")).containsExactly(lead);
    assertThat(tagged("solar")).containsExactly(lead);
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> tagged("fai"))
        .extracting(e -> e.violations().get(0).code())
        .isEqualTo("UNKNOWN_TAG");
  }

  private List<LeadId> tagged(String tag) {
    Leads.Filter filter =
        new Leads.Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(tag),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return transaction.call(() -> leads.list(filter, new Cursor.Paging(50, null))).items().stream()
        .map(Lead::id)
        .toList();
  }

  private List<LeadId> list(Filter filter) {
    return page(filter, 50, null).items().stream().map(Lead::id).toList();
  }

  @Test
  void withoutConditionsAllLeadsAreListedNewestFirst() {
    LeadId first = given.lead(campaign);
    LeadId second = given.lead(given.campaign());

    assertThat(list(ALL)).containsExactly(second, first);
  }

  @Test
  void aListOfACampaignHoldsItsLeadsOnly() {
    LeadId own = given.lead(campaign);
    given.lead(given.campaign());

    assertThat(list(new Filter(campaign, null, null, null, null, null))).containsExactly(own);
  }

  @Test
  void aListOfAStatusFollowsWhatCallsHaveDecided() {
    LeadId sold = given.lead(campaign);
    LeadId cold = given.lead(campaign);
    desk.log(sold, given.agent(), Disposition.SALE);

    assertThat(list(new Filter(null, LeadStatus.CUSTOMER, null, null, null, null)))
        .containsExactly(sold);
    assertThat(list(new Filter(null, LeadStatus.COLD, null, null, null, null)))
        .containsExactly(cold);
  }

  @Test
  void aLeadIsFoundByAnyOfItsNumbersAndOnlyOnce() {
    PhoneNumber first = Fixture.number();
    PhoneNumber second = Fixture.number();
    LeadId lead = given.newLead(campaign).numbers(first, second).create();
    given.lead(campaign);

    assertThat(list(new Filter(null, null, first, null, null, null))).containsExactly(lead);
    assertThat(list(new Filter(null, null, second, null, null, null))).containsExactly(lead);
    assertThat(list(new Filter(null, null, Fixture.number(), null, null, null))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"grace@abc.example", "GRACE@abc.example", "Grace@ABC.example"})
  void anEmailAddressIsFoundInWhateverCase(String asked) {
    LeadId lead = withEmail("Grace@abc.example");
    withEmail("other@abc.example");

    assertThat(list(new Filter(null, null, null, asked, null, null))).containsExactly(lead);
  }

  private LeadId withEmail(String email) {
    LeadProfile profile = LeadProfile.UNKNOWN.toBuilder().email(email).build();
    LeadFacts facts = new LeadFacts(Optional.empty(), profile, List.of(Fixture.number()));
    return saveLead.create(campaign, facts).id();
  }

  @Test
  void anExternalIdIsFoundInEveryCampaignThatHasIt() {
    CampaignId other = given.campaign();
    LeadId here = given.newLead(campaign).externalId("A-1").create();
    LeadId there = given.newLead(other).externalId("A-1").create();
    given.newLead(campaign).externalId("A-2").create();

    assertThat(list(new Filter(null, null, null, null, "A-1", null))).containsExactly(there, here);
    assertThat(list(new Filter(other, null, null, null, "A-1", null))).containsExactly(there);
    assertThat(list(new Filter(null, null, null, null, "a-1", null))).isEmpty();
  }

  @Test
  void updatedAfterExcludesTheInstantItself() {
    given.lead(campaign);
    clock.advance(Duration.ofSeconds(1));
    LeadId later = given.lead(campaign);

    assertThat(list(new Filter(null, null, null, null, null, TestClock.START)))
        .containsExactly(later);
    assertThat(list(new Filter(null, null, null, null, null, TestClock.START.minusNanos(1000))))
        .hasSize(2);
  }

  @Test
  void nothingOfAnotherTenantIsListed() {
    PhoneNumber number = Fixture.number();
    given.newLead(campaign).numbers(number).create();

    given.newTenant();

    assertThat(list(ALL)).isEmpty();
    assertThat(list(new Filter(null, null, number, null, null, null))).isEmpty();
  }

  @ParameterizedTest(name = "{0} to a page")
  @ValueSource(ints = {1, 2, 5, 6})
  void everyLeadIsOnOnePage(int limit) {
    List<LeadId> newestFirst = new ArrayList<>(given.leads(campaign, 5));
    Collections.reverse(newestFirst);

    List<LeadId> read = new ArrayList<>();
    Cursor after = null;
    do {
      Page<Lead> page = page(ALL, limit, after);
      assertThat(page.items()).isNotEmpty().hasSizeLessThanOrEqualTo(limit);
      page.items().forEach(lead -> read.add(lead.id()));
      after = page.next().orElse(null);
    } while (after != null);

    assertThat(read).isEqualTo(newestFirst);
  }

  @Test
  void aLeadCreatedMeanwhileDoesNotShiftTheNextPage() {
    LeadId oldest = given.lead(campaign);
    given.leads(campaign, 2);
    Cursor after = page(ALL, 2, null).next().orElseThrow();

    given.lead(campaign);

    assertThat(page(ALL, 2, after).items()).extracting(Lead::id).containsExactly(oldest);
  }

  @Test
  void theConditionsHoldOnEveryPage() {
    CampaignId other = given.campaign();
    LeadId first = given.lead(campaign);
    given.lead(other);
    LeadId second = given.lead(campaign);
    Filter own = new Filter(campaign, LeadStatus.COLD, null, null, null, null);

    Page<Lead> page = page(own, 1, null);
    Page<Lead> next = page(own, 1, page.next().orElseThrow());

    assertThat(page.items()).extracting(Lead::id).containsExactly(second);
    assertThat(next.items()).extracting(Lead::id).containsExactly(first);
    assertThat(next.next()).isEmpty();
  }
}
