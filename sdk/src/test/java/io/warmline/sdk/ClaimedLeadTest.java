package io.warmline.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.warmline.sdk.FakeServer.Asked;
import io.warmline.sdk.FakeServer.Reply;
import io.warmline.sdk.model.BatchClaimRequest;
import io.warmline.sdk.model.Disposition;
import io.warmline.sdk.model.NewCall;
import io.warmline.sdk.model.RankReason;
import io.warmline.sdk.model.ReleaseReason;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimedLeadTest extends SdkTest {
  private static final UUID AGENT = UUID.fromString("0198f1a0-0002-7000-8000-000000000001");
  private static final NewCall NO_ANSWER = new NewCall().disposition(Disposition.NO_ANSWER);

  @Test
  void aClaimTellsWhomToCallAndWhy() {
    server.replies(claimed(), ended("RELEASED"));

    try (ClaimedLead claim = client().claims().claimNextLead(AGENT).orElseThrow()) {
      assertThat(claim.lead().getFirstName()).isEqualTo("James");
      assertThat(claim.phone()).isEqualTo("+15046218927");
      assertThat(claim.reasons())
          .extracting(RankReason::getDetail)
          .containsExactly("Never called before.");
      assertThat(claim.callback()).isEmpty();
      assertThat(claim.toString()).doesNotContain("James", "5046");
    }
  }

  @Test
  void whenNothingIsCallableTheAnswerSaysForHowLong() {
    server.replies(Reply.empty(204).header("Retry-After", "900"));

    NextLead next = client().claims().claimNextLead(AGENT);

    assertThat(next.isEmpty()).isTrue();
    assertThat(next.claim()).isEmpty();
    assertThat(next.retryAfter()).isEqualTo(Duration.ofMinutes(15));
    assertThatThrownBy(next::orElseThrow)
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("nothing is callable now; ask again in 900 s");
  }

  @Test
  void closingGivesTheLeadBack() {
    server.replies(claimed(), ended("RELEASED"));

    client().claims().claimNextLead(AGENT).orElseThrow().close();

    assertThat(paths()).containsExactly("/v1/claims", "/v1/claims/" + ID + "/release");
    assertThat(server.lastAsked().body())
        .isEqualTo("{\"agentId\":\"" + AGENT + "\",\"reason\":\"NOT_DIALLED\"}");
  }

  @Test
  void closingAfterALoggedCallDoesNothing() {
    server.replies(claimed(), logged());

    try (ClaimedLead claim = client().claims().claimNextLead(AGENT).orElseThrow()) {
      claim.log(NO_ANSWER);
    }

    assertThat(paths()).containsExactly("/v1/claims", "/v1/calls");
    assertThat(server.lastAsked().body()).contains("\"claimId\":\"" + ID + "\"");
    assertThat(NO_ANSWER.getClaimId()).isNull();
  }

  @Test
  void closingAfterAReleaseDoesNothing() {
    server.replies(claimed(), ended("RELEASED"));

    try (ClaimedLead claim = client().claims().claimNextLead(AGENT).orElseThrow()) {
      claim.release(ReleaseReason.SKIPPED);
    }

    assertThat(server.asked()).hasSize(2);
    assertThat(server.lastAsked().body()).contains("SKIPPED");
  }

  @Test
  void closingTwiceGivesTheLeadBackOnce() {
    server.replies(claimed(), ended("RELEASED"));
    ClaimedLead claim = client().claims().claimNextLead(AGENT).orElseThrow();

    claim.close();
    claim.close();

    assertThat(server.asked()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CLAIM_EXPIRED", "CLAIM_ENDED", "CLAIM_HELD_BY_ANOTHER"})
  void closingAClaimThatHasEndedIsFine(String code) {
    server.replies(claimed(), Reply.problem(409, code));
    ClaimedLead claim = client().claims().claimNextLead(AGENT).orElseThrow();

    claim.close();

    assertThat(server.asked()).hasSize(2);
  }

  @Test
  void whatWentWrongFirstIsWhatIsThrown() {
    server.replies(claimed());
    server.otherwise(asked -> Reply.empty(503));

    IllegalStateException failure =
        catchThrowableOfType(
            IllegalStateException.class,
            () -> {
              try (ClaimedLead claim = client().claims().claimNextLead(AGENT).orElseThrow()) {
                throw new IllegalStateException("the headset broke on " + claim.id());
              }
            });

    assertThat(failure.getSuppressed()).singleElement().isInstanceOf(ServerException.class);
  }

  @Test
  void aDialledNumberIsNotGivenBackAsUndialledWhenLoggingFails() {
    server.replies(claimed(), Reply.problem(400, "INVALID_REQUEST"));

    assertThatThrownBy(
            () -> {
              try (ClaimedLead claim = client().claims().claimNextLead(AGENT).orElseThrow()) {
                claim.log(NO_ANSWER);
              }
            })
        .isInstanceOf(InvalidRequestException.class)
        .hasNoSuppressedExceptions();

    assertThat(paths()).containsExactly("/v1/claims", "/v1/calls");
  }

  @Test
  void loggingAgainAfterAFailureHasTheSameKey() {
    server.replies(claimed(), Reply.problem(400, "INVALID_REQUEST"), logged());
    ClaimedLead claim = client().claims().claimNextLead(AGENT).orElseThrow();
    assertThatThrownBy(() -> claim.log(NO_ANSWER)).isInstanceOf(InvalidRequestException.class);

    claim.log(NO_ANSWER);

    assertThat(server.asked().get(1).header("Idempotency-Key"))
        .isEqualTo(server.asked().get(2).header("Idempotency-Key"));
  }

  @Test
  void aCallOfAnotherClaimIsRefused() {
    server.replies(claimed());
    ClaimedLead claim = client().claims().claimNextLead(AGENT).orElseThrow();

    assertThatThrownBy(() -> claim.log(new NewCall().disposition(Disposition.SALE).claimId(AGENT)))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void anExtendedClaimKeepsItsLead() {
    server.replies(claimed(), claim("ACTIVE", "2026-11-18T15:30:00Z", ""));
    ClaimedLead claim = client().claims().claimNextLead(AGENT).orElseThrow();

    claim.extend(Duration.ofMinutes(10));

    assertThat(server.lastAsked().body())
        .isEqualTo("{\"agentId\":\"" + AGENT + "\",\"leaseSeconds\":600}");
    assertThat(claim.expiresAt()).isEqualTo(OffsetDateTime.parse("2026-11-18T15:30:00Z"));
    assertThat(claim.lead().getFirstName()).isEqualTo("James");
  }

  @Test
  void leadsClaimedTogetherAreGivenBackTogether() {
    String claim = claimed().body();
    server.replies(
        Reply.json(201, "{\"items\": [" + claim + "," + claim + "]}"),
        Reply.problem(401, "INVALID_API_KEY"),
        ended("RELEASED"));
    ClaimedLeads claims =
        client().claims().claimLeads(new BatchClaimRequest().agentId(AGENT).limit(2));

    assertThatThrownBy(claims::close).isInstanceOf(AuthenticationException.class);

    assertThat(claims.claims()).hasSize(2);
    assertThat(server.asked()).hasSize(3);
  }

  @Test
  void aBatchOfNothingSaysForHowLong() {
    server.replies(Reply.empty(204).header("Retry-After", "60"));

    try (ClaimedLeads claims =
        client().claims().claimLeads(new BatchClaimRequest().agentId(AGENT))) {
      assertThat(claims).isEmpty();
      assertThat(claims.retryAfter()).isEqualTo(Duration.ofMinutes(1));
    }
  }

  private List<String> paths() {
    return server.asked().stream().map(Asked::path).toList();
  }

  static Reply claimed() {
    return claim(
        "ACTIVE",
        "2026-11-18T15:20:00Z",
        """
        , "lead": {"id": "%s", "campaignId": "%s", "status": "COLD", "firstName": "James", "score": 0, "customFields": {},
          "phones": [], "attempts": 0, "createdAt": "2026-11-18T15:15:00Z", "updatedAt": "2026-11-18T15:15:00Z"}
        """
            .formatted(ID, ID));
  }

  private static Reply ended(String status) {
    return claim(status, "2026-11-18T15:20:00Z", "");
  }

  private static Reply claim(String status, String expiresAt, String more) {
    return Reply.json(
        201,
        """
        {"id": "%1$s", "status": "%3$s", "agentId": "%2$s", "campaignId": "%1$s", "leadId": "%1$s",
         "phone": "+15046218927", "fencingToken": 1, "claimedAt": "2026-11-18T15:15:00Z", "expiresAt": "%4$s",
         "tier": 8, "reasons": [{"code": "COLD", "detail": "Never called before."}]%5$s}
        """
            .formatted(ID, AGENT, status, expiresAt, more));
  }

  static Reply logged() {
    return Reply.json(
            201,
            """
            {"call": {"id": "%1$s", "leadId": "%1$s", "campaignId": "%1$s", "agentId": "%2$s", "disposition": "NO_ANSWER",
              "humanReached": false, "late": false, "startedAt": "2026-11-18T15:15:00Z",
              "createdAt": "2026-11-18T15:15:00Z"},
             "leadStatus": "ATTEMPTING", "effects": [], "next": {"action": "RETRY", "detail": "Tried again tomorrow."}}
            """
                .formatted(ID, AGENT))
        .header("ETag", "\"0\"");
  }
}
