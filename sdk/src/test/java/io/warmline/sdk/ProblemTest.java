package io.warmline.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.warmline.sdk.FakeServer.Reply;
import io.warmline.sdk.model.FieldError;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest extends SdkTest {
  @ParameterizedTest
  @CsvSource({
    "400, InvalidRequestException",
    "401, AuthenticationException",
    "403, PermissionException",
    "404, NotFoundException",
    "405, InvalidRequestException",
    "406, InvalidRequestException",
    "409, ConflictException",
    "412, PreconditionFailedException",
    "413, InvalidRequestException",
    "415, InvalidRequestException",
    "422, InvalidRequestException",
    "428, PreconditionFailedException",
    "429, RateLimitException",
    "500, ServerException",
    "503, ServerException",
    "302, WarmlineException",
    "418, WarmlineException"
  })
  void everyKindOfRefusalHasItsException(int status, String exception) {
    server.otherwise(asked -> Reply.problem(status, "NEVER_HEARD_OF"));

    WarmlineException failure = failure();

    assertThat(failure.getClass().getSimpleName()).isEqualTo(exception);
    assertThat(failure.status()).isEqualTo(status);
    assertThat(failure.code()).isEqualTo("NEVER_HEARD_OF");
  }

  @Test
  void anExceptionTellsAllThatTheProblemTells() {
    server.replies(
        Reply.json(
                400,
                """
                {"type": "urn:warmline:problem:INVALID_REQUEST", "title": "The request is not valid", "status": 400,
                 "detail": "James Butt's number: ä", "instance": "/v1/leads", "code": "INVALID_REQUEST",
                 "requestId": "req_9", "new": {"field": 1},
                 "errors": [{"pointer": "/phones/0", "code": "INVALID_PHONE_NUMBER", "message": "555 is no number"}]}
                """)
            .header("Retry-After", "5"));

    WarmlineException failure = failure();

    assertThat(failure.title()).isEqualTo("The request is not valid");
    assertThat(failure.detail()).contains("James Butt's number: ä");
    assertThat(failure.requestId()).contains("req_9");
    assertThat(failure.retryAfter()).contains(Duration.ofSeconds(5));
    assertThat(failure.errors())
        .extracting(FieldError::getPointer, FieldError::getMessage)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("/phones/0", "555 is no number"));
  }

  @Test
  void theMessageNamesTheFaultButNotTheValues() {
    server.replies(
        Reply.json(
            400,
            """
            {"title": "The request is not valid", "code": "INVALID_REQUEST", "detail": "James Butt", "requestId": "req_9",
             "errors": [{"pointer": "/phones/0", "code": "INVALID_PHONE_NUMBER", "message": "555 is no number"}]}
            """));

    assertThat(failure())
        .hasMessage(
            "400 INVALID_REQUEST: The request is not valid (/phones/0 INVALID_PHONE_NUMBER)"
                + " [request req_9]");
  }

  @Test
  void aProxysPageIsAnExceptionToo() {
    String page = "<html>" + "x".repeat(10_000) + "</html>";
    server.otherwise(asked -> new Reply(502, Map.of("Content-Type", "text/html"), page));

    WarmlineException failure = failure();

    assertThat(failure)
        .isInstanceOf(ServerException.class)
        .hasMessage("502 HTTP_502: The answer is no problem document (content type text/html)");
    assertThat(failure.detail().orElseThrow()).startsWith("<html>x").hasSize(500);
  }

  @Test
  void anEmptyRefusalIsAnExceptionToo() {
    server.replies(Reply.empty(401));

    assertThat(failure())
        .isInstanceOf(AuthenticationException.class)
        .hasMessage("401 HTTP_401: The answer is no problem document (content type none)");
  }

  @Test
  void jsonThatIsNoProblemIsAnExceptionToo() {
    server.replies(Reply.json(403, "[1]"), Reply.json(403, "null"), Reply.json(403, "{}"));

    assertThat(failure().code()).isEqualTo("HTTP_403");
    assertThat(failure().code()).isEqualTo("HTTP_403");
    assertThat(failure().code()).isEqualTo("HTTP_403");
  }

  @Test
  void aSuccessThatCannotBeReadIsAnException() {
    server.replies(
        new Reply(200, Map.of("Content-Type", "text/html"), "<html>Welcome to our Wi-Fi</html>"));

    assertThat(failure())
        .hasMessage("200 UNREADABLE_ANSWER: The answer is no Lead (content type text/html)");
  }

  @Test
  void aFailedExportIsAProblemLikeAnyOther() {
    server.replies(Reply.problem(404, "NOT_FOUND"));

    assertThatThrownBy(() -> client().imports().exportLeads(ID))
        .isInstanceOf(NotFoundException.class);
  }

  private WarmlineException failure() {
    return catchThrowableOfType(
        WarmlineException.class,
        () -> client(WarmlineClient.builder().maxRetries(0)).leads().getLead(ID));
  }
}
