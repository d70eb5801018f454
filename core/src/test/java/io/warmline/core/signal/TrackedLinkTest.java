package io.warmline.core.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.InvalidValue;
import io.warmline.core.Race;
import io.warmline.core.WarmlineException;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.followup.FollowUp;
import io.warmline.core.followup.MarkFollowUpSent;
import io.warmline.core.id.FollowUpId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TenantId;
import io.warmline.core.id.TrackedLinkId;
import io.warmline.core.link.TargetUrl;
import io.warmline.core.signal.Scanners.Visit;
import io.warmline.core.task.Task;
import io.warmline.core.task.TaskKind;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links of our own: who follows one, and who only seems to. */
@QuarkusTest
class TrackedLinkTest extends Prospecting {

  @Inject MarkFollowUpSent markFollowUpSent;

  @Test
  void whoFollowsALinkGetsToItsTargetAndIsHot() {
    LeadId lead = given.lead(campaign);
    String token = link(lead);

    Optional<TargetUrl> target = followTrackedLink.follow(token, new Visit("GET", BROWSER));

    assertThat(target).contains(new TargetUrl("https://www.chemel.example/offer"));
    assertThat(openTasks(lead))
        .singleElement()
        .satisfies(
            task -> {
              assertThat(task.kind()).isEqualTo(TaskKind.HOT_SIGNAL);
              assertThat(task.reason())
                  .isEqualTo("The prospect clicked a link (www.chemel.example).");
            });
  }

  @Test
  void anUnknownTokenLeadsNowhere() {
    assertThat(followTrackedLink.follow("nobodys", new Visit("GET", BROWSER))).isEmpty();
  }

  @Test
  void aLinkOfOneTenantIsFollowedByWhoeverWorksForAnother() {
    LeadId lead = given.lead(campaign);
    String token = link(lead);
    TenantId owner = given.tenant();
    given.newTenant();

    follow(token);

    assertThat(given.tenant()).isEqualTo(owner);
    assertThat(openTasks(lead)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "HEAD, user-agent, Mozilla/5.0, HEAD_REQUEST",
    "GET, purpose, prefetch, PREFETCH",
    "GET, sec-purpose, prefetch;prerender, PREFETCH",
    "GET, x-moz, prefetch, PREFETCH",
    "GET, user-agent, Mozilla/5.0 (compatible; Barracuda Sentinel), SCANNER",
    "GET, user-agent, '', SCANNER",
  })
  void scannersAndPrefetchersAreOnRecordButDoNotCount(
      String method, String header, String value, SignalReason why) {
    LeadId lead = given.lead(campaign);
    String token = link(lead);
    Map<String, String> headers = new HashMap<>(BROWSER);
    headers.put(header, value);

    follow(token, new Visit(method, headers));

    assertThat(openTasks(lead)).isEmpty();
    assertThat(reasons(lead)).containsExactly(why.name());
  }

  @Test
  void aClickWithinSecondsOfTheSendingDoesNotCount() {
    LeadId lead = left(Disposition.VOICEMAIL_LEFT);
    FollowUpId owed = followUpsOf(lead).get(0).id();
    String token = link(lead);
    markFollowUpSent.sent(owed, Optional.empty(), Set.of());

    clock.advance(Duration.ofMillis(4999));
    follow(token);
    assertThat(reasons(lead)).containsExactly("TOO_SOON");
    clock.advance(Duration.ofMillis(1));
    follow(token);

    assertThat(openTasks(lead)).extracting(Task::kind).containsExactly(TaskKind.HOT_SIGNAL);
  }

  @Test
  void aLinkThatWasJustMadeCannotHaveBeenClickedByAPerson() {
    LeadId lead = given.lead(campaign);

    follow(
        createTrackedLink
            .create(lead, new TargetUrl("https://a.example"), Optional.empty())
            .token());

    assertThat(reasons(lead)).containsExactly("TOO_SOON");
  }

  @Test
  void severalLinksOfOneMessageWithinASecondAreAScannersAndWhatTheFirstDidIsTakenBack() {
    LeadId lead = given.lead(campaign);
    String one = link(lead);
    String other = link(lead);
    follow(one);
    assertThat(openTasks(lead)).hasSize(1);
    clock.advance(Duration.ofMillis(400));

    follow(other);

    assertThat(openTasks(lead)).isEmpty();
    assertThat(reasons(lead)).containsExactly("BURST", "BURST");
  }

  @Test
  void oneLinkTwiceWithinASecondIsAPersonWithANervousFinger() {
    LeadId lead = given.lead(campaign);
    String token = link(lead);
    follow(token);
    clock.advance(Duration.ofMillis(200));

    follow(token);

    assertThat(openTasks(lead)).hasSize(1);
    assertThat(reasons(lead)).isEmpty();
  }

  /** Fails without the locks of the numbers: each click would open a task or see none to join. */
  @Test
  void manyClicksAtOnceOpenOneTask() {
    LeadId lead = given.lead(campaign);
    String token = link(lead);
    TenantId owner = given.tenant();

    Race.of(
        Collections.nCopies(
            8,
            () ->
                given.as(
                    owner,
                    () -> followTrackedLink.follow(token, new Visit("GET", BROWSER)).isPresent())));

    assertThat(openTasks(lead)).hasSize(1);
    assertThat(transaction.call(() -> touches.of(lead))).hasSize(8);
  }

  @Test
  void linksBelongToTheMessageTheyWereSentIn() {
    LeadId lead = left(Disposition.VOICEMAIL_LEFT);
    LeadId other = given.lead(campaign);
    FollowUp owed = followUpsOf(lead).get(0);
    TrackedLinkId strange =
        createTrackedLink
            .create(other, new TargetUrl("https://a.example"), Optional.empty())
            .link()
            .id();

    assertThatThrownBy(() -> markFollowUpSent.sent(owed.id(), Optional.empty(), Set.of(strange)))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(
            () ->
                createTrackedLink.create(
                    other, new TargetUrl("https://a.example"), Optional.of(owed.id())))
        .isInstanceOf(InvalidValue.class);
    assertThatCode(
            () ->
                createTrackedLink.create(
                    lead, new TargetUrl("https://a.example"), Optional.of(owed.id())))
        .doesNotThrowAnyException();
  }

  @Test
  void whatWasSentIsNotOwedAndNotSentTwice() {
    LeadId lead = left(Disposition.VOICEMAIL_LEFT);
    FollowUpId owed = followUpsOf(lead).get(0).id();

    FollowUp sent = markFollowUpSent.sent(owed, Optional.empty(), Set.of());

    assertThat(sent.status()).isEqualTo(FollowUp.Status.SENT);
    assertThat(sent.sentAt()).contains(clock.instant());
    assertThatThrownBy(() -> markFollowUpSent.sent(owed, Optional.empty(), Set.of()))
        .isInstanceOf(WarmlineException.class)
        .hasMessageContaining("SENT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://a.example/",
        "javascript:alert(1)",
        "//a.example",
        "/path",
        "https://",
        "https:a.example",
        "https://user:secret@a.example/",
        "https://a.example/\r\nSet-Cookie: x=1",
        "not a url"
      })
  void aTargetIsAnAbsoluteHttpsAddress(String text) {
    assertThatThrownBy(() -> TargetUrl.parse(text, "/url")).isInstanceOf(InvalidValue.class);
  }

  @Test
  void aTargetIsWrittenInAscii() {
    assertThat(TargetUrl.parse("HTTPS://a.example/caf\u00e9?q=1", "/url").text())
        .isEqualTo("https://a.example/caf%C3%A9?q=1");
  }

  private List<String> reasons(LeadId lead) {
    return transaction.call(
        () ->
            sql.query(
                "select reason from signal where tenant_id = :tenant and lead_id = :lead and not"
                    + " counted order by id",
                q -> q.bind("lead", lead.value()).mapTo(String.class).list()));
  }
}
