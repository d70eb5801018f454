package io.warmline.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.InvalidValue;
import io.warmline.core.OnPostgres;
import io.warmline.core.appointment.MeetingArrangements;
import io.warmline.core.appointment.MeetingWish;
import io.warmline.core.appointment.SetAppointment;
import io.warmline.core.callback.Wish;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.RemoveLead;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.search.LeadHit.Found;
import io.warmline.core.tenant.LocalSettings;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Leads are found by what somebody remembers of them, or by the number that calls. */
@QuarkusTest
class SearchLeadsTest extends OnPostgres {

  @Inject SearchLeads search;
  @Inject SearchIndex index;
  @Inject RemoveLead removeLead;
  @Inject SetAppointment setAppointment;

  private CampaignId campaign;
  private final Map<String, LeadId> leads = new HashMap<>();

  @BeforeEach
  void aList() {
    campaign = given.campaign();
    add("james", "James", "Butt", "Benton, John B Jr", "jbutt@gmail.com", "+15046218927");
    add(
        "josephine",
        "Josephine",
        "Darakjy",
        "Chanay, Jeffrey A Esq",
        "jd@darakjy.org",
        "+18102929388");
    add("art", "Art", "Venere", "Chemel, James L Cpa", "art@venere.org", "+18566368749");
    add("lenna", "Lenna", "Paprocki", "Feltz Printing Service", "lpap@hotmail.com", "+19073854412");
    add("jose", "José", "Müller", "Gräf & Söhne", "jose@graef.example", "+493012345678");
    add("smith", "Anne", "Smith", "Blue Gum Ltd", "anne@bluegum.example", "+442079460018");
  }

  private void add(
      String name, String first, String last, String company, String email, String phone) {
    leads.put(
        name,
        given
            .newLead(campaign)
            .named(first, last)
            .company(company)
            .email(email)
            .externalId("crm-" + name)
            .custom(Map.of("seats", name + "seats"))
            .numbers(new PhoneNumber(phone))
            .create());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    // names and companies, whole and begun
    "James Butt, james",
    "butt james, james",
    "BUTT, james",
    "Josep, josephine",
    "Dara, josephine",
    "Chanay, josephine",
    "printing, lenna",
    "felt print, lenna",
    "blue gum, smith",
    "Smith & Blue, smith",
    "- Butt -, james",
    // with a slip
    "Josefine, josephine",
    "Darakji, josephine",
    "Paproki, lenna",
    "Pparocki, lenna",
    "Chemell, art",
    "Bentn, james",
    "Smtih, smith",
    "Anne Smiht, smith",
    // without accents, and with them
    "jose muller, jose",
    "JOSÉ MÜLLER, jose",
    "graf sohne, jose",
    // e-mail, external id, custom fields
    "jbutt@gmail.com, james",
    "lpap@hot, lenna",
    "crm-art, art",
    "lennaseats, lenna"
  })
  void theBestHitIsWhoWasMeant(String query, String who) {
    List<LeadHit> hits = find(query);

    assertThat(hits).isNotEmpty();
    assertThat(hits.get(0).lead().id()).isEqualTo(leads.get(who));
    assertThat(hits.get(0).by()).isEqualTo(Found.WORDS);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "+1 504 621 8927, james, NUMBER",
    "(504) 621-8927, james, NUMBER",
    "504.621.8927, james, NUMBER",
    "0015046218927, james, NUMBER",
    "15046218927, james, NUMBER",
    "621-8927, james, LAST_DIGITS",
    "8927, james, LAST_DIGITS",
    "030/1234 5678, jose, LAST_DIGITS",
    "+49 30 12345678, jose, NUMBER",
    "+44 (0)20 7946 0018, smith, NUMBER"
  })
  void aNumberIsFoundInAnyWriting(String written, String who, Found by) {
    assertThat(find(written))
        .singleElement()
        .satisfies(
            hit -> {
              assertThat(hit.lead().id()).isEqualTo(leads.get(who));
              assertThat(hit.by()).isEqualTo(by);
            });
  }

  @Test
  void aNationalNumberIsReadAsTheCountriesOfTheCampaignsWriteIt() {
    CampaignId british = given.campaign();
    transaction.run(
        () ->
            sql.update(
                "update campaign set default_country = 'GB' where tenant_id = :tenant and id = :id",
                u -> u.bind("id", british.value())));

    assertThat(find("020 7946 0018"))
        .extracting(hit -> hit.lead().id())
        .containsExactly(leads.get("smith"));
  }

  /** Among many that begin so, whoever is called so comes first. */
  @Test
  void wholeWordsComeBeforeBeginnings() {
    for (int i = 0; i < 30; i++) {
      add(
          "more" + i,
          "Ann",
          "Buttons" + i,
          "Firm " + i,
          "ann" + i + "@firm.example",
          "+1212555" + (1000 + i));
    }

    assertThat(find("butt").get(0).lead().id()).isEqualTo(leads.get("james"));
    assertThat(find("ann buttons17").get(0).lead().id()).isEqualTo(leads.get("more17"));
    assertThat(find("ann butons17").get(0).lead().id()).isEqualTo(leads.get("more17"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Zebulon", "Butt Zebulon", "+1 212 555 0100", "99999"})
  void whatNobodyIsCalledFindsNobody(String query) {
    assertThat(find(query)).isEmpty();
  }

  @Test
  void whereSomethingFitsExactlyWhatIsOnlySimilarIsLeftOut() {
    assertThat(find("Smith")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", " ", "%_", "\\", "'"})
  void tooLittleIsRefused(String query) {
    assertThatThrownBy(() -> find(query)).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"100%", "a_b", "o'b; drop table lead", "((ab[", "jo*", "\\\\xy"})
  void signsAreJustSigns(String query) {
    assertThat(find(query)).hasSizeLessThanOrEqualTo(6);
  }

  @Test
  void onlyTheCampaignThatIsNamedIsSearched() {
    assertThat(search.search("Butt", Optional.of(given.campaign()), 20)).isEmpty();
    assertThat(search.search("Butt", Optional.of(campaign), 20)).hasSize(1);
  }

  @Test
  void anotherTenantsLeadsAreNotFound() {
    given.newTenant();

    assertThat(find("James Butt")).isEmpty();
    assertThat(find("+15046218927")).isEmpty();
  }

  @Test
  void whoWasErasedIsNotFound() {
    removeLead.erase(leads.get("james"), "Asked");

    assertThat(find("jbutt@gmail.com")).isEmpty();
    assertThat(find("+15046218927")).isEmpty();
  }

  @Test
  void whoCallsIsToldWhatWasPromised() {
    Instant due = clock.instant().plus(Duration.ofDays(1));
    Wish wish =
        new Wish(
            Optional.of(due),
            Optional.empty(),
            Optional.empty(),
            Optional.of("call me tomorrow"),
            Optional.of("Has the offer"));
    desk.log(
        leads.get("james"), given.agent(), Disposition.CALLBACK_REQUESTED, Desk.callback(wish));
    setAppointment.set(
        leads.get("art"),
        new MeetingWish(Optional.of(due), Optional.empty(), MeetingArrangements.NONE, false),
        Optional.empty(),
        Optional.empty());

    LeadHit.Promise promise = find("+15046218927").get(0).promise();
    LeadHit.Meeting meeting = find("venere").get(0).meeting();

    assertThat(promise).isNotNull();
    assertThat(promise.due()).isEqualTo(due);
    assertThat(promise.words()).isEqualTo("call me tomorrow");
    assertThat(promise.note()).isEqualTo("Has the offer");
    assertThat(meeting).isNotNull();
    assertThat(meeting.startsAt()).isEqualTo(due);
    assertThat(find("lenna").get(0).promise()).isNull();
  }

  private List<LeadHit> find(String query) {
    return search.search(query, Optional.empty(), 20);
  }

  /** The planner reads a table this small without its index; here it must not. */
  @Test
  void whoIsNotSortedIntoTheIndexYetIsFoundAsWell() {
    index.tidy();
    add("new", "Ottilie", "Quackenbush", "Wobbly Ltd", "oq@wobbly.example", "+442079460019");

    assertThat(byIndex("quackenbusch")).containsExactly(leads.get("new"));
    assertThat(index.tidy()).isPositive();
    assertThat(byIndex("quackenbusch")).containsExactly(leads.get("new"));
    assertThat(index.tidy()).isZero();
  }

  private List<LeadId> byIndex(String query) {
    return transaction.call(
        () -> {
          sql.set(LocalSettings.of("enable_seqscan", "off"));
          return search.search(query, Optional.empty(), 10).stream()
              .map(hit -> hit.lead().id())
              .toList();
        });
  }
}
