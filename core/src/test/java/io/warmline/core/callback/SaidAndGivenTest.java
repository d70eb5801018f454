package io.warmline.core.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.InvalidValue;
import io.warmline.core.OnPostgres;
import io.warmline.core.compliance.CallingHours;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.phone.PhoneNumber;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A time that is given beside words must be one that they name, wherever a callback is wished. */
@QuarkusTest
class SaidAndGivenTest extends OnPostgres {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @Inject PromiseCallback promises;
  @Inject Callbacks callbacks;
  @Inject Prospects prospects;

  CampaignId campaign;
  LeadId lead;

  @BeforeEach
  void aLeadInNewYork() {
    clock.set(newYork("2026-11-18T10:15"));
    campaign = given.campaign(t -> Fixture.with(t, CallingHours.DEFAULT, t.policy()));
    lead = given.newLead(campaign).zone("America/New_York").create();
  }

  @Test
  void aPromiseOfAnotherDayThanTheWordsIsRefusedAndNothingIsPromised() {
    refused("/dueAt", () -> promises.promise(lead, wish("2026-11-24T10:00", "tomorrow")));
    refused("/dueOn", () -> promises.promise(lead, wishOn("2026-11-24", "tomorrow")));

    assertThat(transaction.call(() -> callbacks.openOf(lead))).isEmpty();
  }

  @Test
  void aPromiseThatFitsItsWordsIsForTheTimeThatWasGiven() {
    Callback callback = promises.promise(lead, wish("2026-11-19T16:00", "tomorrow"));

    assertThat(callback.resolution()).isEqualTo(CallbackResolution.GIVEN);
    assertThat(callback.window().dueAt()).isEqualTo(newYork("2026-11-19T16:00"));
    assertThat(callback.words()).isEqualTo("tomorrow");
  }

  @Test
  void newWordsAndANewTimeMustAgreeAndOldWordsStay() {
    Callback callback = promises.promise(lead, wish("2026-11-19T16:00", "tomorrow"));

    refused(
        "/dueAt",
        () ->
            promises.change(
                callback.id(), Optional.empty(), wish("2026-11-24T10:00", "on Wednesday")));
    Callback moved =
        promises.change(callback.id(), Optional.empty(), wish("2026-11-24T10:00", "tomorrow"));

    assertThat(moved.words()).isEqualTo("tomorrow");
    assertThat(moved.window().dueAt()).isEqualTo(newYork("2026-11-24T10:00"));
  }

  @Test
  void aReportOfACallIsRefusedAtItsCallback() {
    refused(
        "/callback/dueAt",
        () ->
            desk.log(
                lead,
                given.agent(),
                Disposition.CALLBACK_REQUESTED,
                Desk.callback(wish("2026-11-24T10:00", "tomorrow"))));
  }

  @Test
  void whereTheProspectMayBeInSeveralZonesOneIsEnough() {
    LeadId somewhere =
        given.newLead(campaign).withoutZone().numbers(new PhoneNumber("+16055550123")).create();
    Prospect prospect = transaction.call(() -> prospects.get(somewhere));

    assertThat(prospect.zones()).hasSizeGreaterThan(1);
    for (ZoneId zone : prospect.zones()) {
      Instant three = LocalDateTime.parse("2026-11-19T15:00").atZone(zone).toInstant();
      Callback callback = promises.promise(somewhere, wish(three, "tomorrow at 3"));
      promises.cancel(callback.id(), new CalledOff(CancelledBy.FIRM, "a mistake"));
    }
    refused("/dueAt", () -> promises.promise(somewhere, wish("2026-11-19T10:00", "tomorrow at 3")));
  }

  @Test
  void wordsInALanguageThatIsNotReadLeaveItToTheTime() {
    LeadId finn = given.newLead(campaign).zone("America/New_York").language("fi").create();

    Callback callback = promises.promise(finn, wish("2026-11-24T10:00", "tomorrow"));

    assertThat(callback.window().dueAt()).isEqualTo(newYork("2026-11-24T10:00"));
  }

  private static void refused(String pointer, ThrowingCallable what) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(
            InvalidValue.class,
            e -> {
              assertThat(e.violations().get(0).pointer()).isEqualTo(pointer);
              assertThat(e.violations().get(0).code()).isEqualTo("WORDS_SAY_OTHERWISE");
            });
  }

  private static Wish wish(String due, String words) {
    return wish(newYork(due), words);
  }

  private static Wish wish(Instant due, String words) {
    return new Wish(
        Optional.of(due), Optional.empty(), Optional.empty(), Optional.of(words), Optional.empty());
  }

  private static Wish wishOn(String day, String words) {
    return new Wish(
        Optional.empty(),
        Optional.empty(),
        Optional.of(LocalDate.parse(day)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(words),
        Optional.empty());
  }

  private static Instant newYork(String local) {
    return LocalDateTime.parse(local).atZone(NEW_YORK).toInstant();
  }
}
