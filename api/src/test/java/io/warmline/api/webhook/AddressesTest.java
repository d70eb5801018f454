package io.warmline.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.warmline.core.webhook.Destination;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a name stands for is looked at when it is sent to, whatever it stood for before. */
class AddressesTest {

  private static Destination to(String url) {
    return new Destination(URI.create(url));
  }

  @Test
  void aNameThatStandsForThisMachineIsRefused() {
    Addresses addresses = new Addresses(false);

    for (String host : new String[] {"localhost", "127.0.0.1", "[::1]", "2130706433"}) {
      assertThatThrownBy(() -> addresses.of(to("https://" + host + "/")))
          .as(host)
          .isInstanceOf(Addresses.NotPublic.class);
    }
    for (String spelling : new String[] {"127.1", "127.0.1"}) {
      assertThatThrownBy(() -> addresses.of(to("https://" + spelling + "/")))
          .as(spelling)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(new Addresses(true).of(to("http://127.0.0.1/")).getHostAddress())
        .isEqualTo("127.0.0.1");
  }

  @Test
  void aNameThatStandsForNothingIsNotKnown() {
    assertThatThrownBy(() -> new Addresses(true).of(to("https://nobody.invalid/")))
        .isInstanceOf(Addresses.Unknown.class);
  }

  @Test
  void aWishIsSecondsOrADate() {
    Instant now = Instant.parse("2026-11-18T15:15:00Z");

    assertThat(RetryAfter.of("120", now)).contains(Duration.ofMinutes(2));
    assertThat(RetryAfter.of("Wed, 18 Nov 2026 15:20:00 GMT", now)).contains(Duration.ofMinutes(5));
    assertThat(RetryAfter.of("Wed, 18 Nov 2026 15:10:00 GMT", now)).isEmpty();
    assertThat(RetryAfter.of("soon", now)).isEmpty();
    assertThat(RetryAfter.of("-5", now)).isEmpty();
    assertThat(RetryAfter.of(null, now)).isEmpty();
  }
}
