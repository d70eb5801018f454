package io.warmline.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.warmline.sdk.model.CallLoggedData;
import io.warmline.sdk.model.WebhookMessage;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class WebhookVerifierTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String OTHER = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
  private static final Instant SENT = Instant.ofEpochSecond(1614265330);
  private static final String BODY =
      """
      {"sequence":17,"type":"call.logged","occurredAt":"2026-11-18T15:15:00Z",
       "subjectId":"0198f1a0-0006-7000-8000-000000000001",
       "data":{"leadId":"0198f1a0-0003-7000-8000-000000000001","disposition":"NO_ANSWER","late":false,"news":1}}
      """;

  private static Map<String, String> signed(String body, String... secrets) {
    Map<String, String> headers = new HashMap<>();
    headers.put("webhook-id", "msg_1");
    headers.put("webhook-timestamp", String.valueOf(SENT.getEpochSecond()));
    StringBuilder signatures = new StringBuilder("v2,x");
    for (String secret : secrets) {
      signatures.append(" v1,").append(sign(secret, "msg_1." + SENT.getEpochSecond() + "." + body));
    }
    headers.put("webhook-signature", signatures.toString());
    return headers;
  }

  private static String sign(String secret, String content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(6)), "HmacSHA256"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static WebhookMessage verify(
      Map<String, String> headers, String body, Instant now, String... secrets) {
    return WebhookVerifier.of(Clock.fixed(now, ZoneOffset.UTC), secrets)
        .verify(headers::get, body.getBytes(StandardCharsets.UTF_8));
  }

  private static void refused(Map<String, String> headers, String body, Instant now) {
    assertThatThrownBy(() -> verify(headers, body, now, SECRET))
        .isInstanceOf(WebhookVerifier.NotVerified.class);
  }

  @Test
  void aMessageOfWarmlineIsReadByTheModelOfItsType() {
    WebhookMessage message = verify(signed(BODY, SECRET), BODY, SENT, SECRET);

    assertThat(message.getSequence()).isEqualTo(17);
    assertThat(EventData.of(message, CallLoggedData.class).getLeadId())
        .hasToString("0198f1a0-0003-7000-8000-000000000001");
  }

  /** Source: the example of the specification of Standard Webhooks. */
  @Test
  void theExampleOfTheStandardIsSigned() {
    Map<String, String> headers =
        Map.of(
            "webhook-id",
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            "webhook-timestamp",
            "1614265330",
            "webhook-signature",
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

    assertThat(verify(headers, "{\"test\": 2432232314}", SENT, SECRET)).isNotNull();
  }

  @Test
  void whileOneSecretTakesThePlaceOfAnotherEitherWillDo() {
    assertThat(verify(signed(BODY, OTHER, SECRET), BODY, SENT, SECRET)).isNotNull();
    assertThat(verify(signed(BODY, SECRET), BODY, SENT, OTHER, SECRET)).isNotNull();
  }

  @Test
  void whatWasChangedOrIsOfSomebodyElseIsRefused() {
    refused(signed(BODY, OTHER), BODY, SENT);
    refused(signed(BODY), BODY, SENT);
    refused(signed(BODY, SECRET), BODY + " ", SENT);
    for (String name : new String[] {"webhook-id", "webhook-timestamp", "webhook-signature"}) {
      Map<String, String> changed = signed(BODY, SECRET);
      changed.put(name, "1");
      refused(changed, BODY, SENT);
      changed.remove(name);
      refused(changed, BODY, SENT);
    }
  }

  @Test
  void whatIsOldOrFromTheFutureIsRefused() {
    Map<String, String> headers = signed(BODY, SECRET);

    assertThat(verify(headers, BODY, SENT.plusSeconds(300), SECRET)).isNotNull();
    refused(headers, BODY, SENT.plusSeconds(301));
    refused(headers, BODY, SENT.minusSeconds(301));
    headers.put("webhook-timestamp", "yesterday");
    refused(headers, BODY, SENT);
  }

  @Test
  void aSecretIsOne() {
    assertThatIllegalArgumentException().isThrownBy(() -> WebhookVerifier.of());
    assertThatIllegalArgumentException().isThrownBy(() -> WebhookVerifier.of("secret"));
    assertThatIllegalArgumentException().isThrownBy(() -> WebhookVerifier.of("whsec_%"));
  }
}
