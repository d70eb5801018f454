package io.warmline.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.warmline.core.InvalidValue;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.example.com/warmline",
        "https://hooks.example.com",
        "https://hooks.example.com:8443/a?b=c%20d",
        "https://8.8.8.8/x",
        "https://[2606:4700:4700::1111]/x",
        "https://xn--mnchen-3ya.example/x",
        "https://Hooks.Example.COM/x"
      })
  void aPublicHostWillDo(String url) {
    assertThat(Destination.parse(url, false).url().toString()).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hooks.example.com/",
        "ftp://hooks.example.com/",
        "file:///etc/passwd",
        "https:///x",
        "https:hooks.example.com",
        "hooks.example.com",
        "https://user@hooks.example.com/",
        "https://user:password@hooks.example.com/",
        "https://hooks.example.com/#here",
        "https://hooks.example.com:0/",
        "https://hooks.example.com:65536/",
        "https://hooks.example.com:x/",
        "https://hooks_example.com/",
        "https://hooks/",
        "https://hooks.example.com./",
        "https://-hooks.example.com/",
        "https://hooks.example.com/\u00e9",
        "https://hooks.example.com/ x",
        "https://localhost/",
        "https://localhost./",
        "https://LOCALHOST/",
        "https://db.localhost/",
        "https://metadata.google.internal/",
        "https://printer.local/",
        "https://router.home.arpa/",
        "https://127.0.0.1/",
        "https://127.1/",
        "https://127.0.1/",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0x7f.0.0.1/",
        "https://0177.0.0.1/",
        "https://017700000001/",
        "https://127.0.0.1./",
        "https://0/",
        "https://0.0.0.0/",
        "https://10.0.0.1/",
        "https://100.64.0.1/",
        "https://169.254.169.254/latest/meta-data/",
        "https://0xa9fea9fe/",
        "https://172.16.0.1/",
        "https://172.31.255.255/",
        "https://192.168.1.1/",
        "https://198.18.0.1/",
        "https://224.0.0.1/",
        "https://255.255.255.255/",
        "https://[::1]/",
        "https://[::]/",
        "https://[0:0:0:0:0:0:0:1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[::ffff:7f00:1]/",
        "https://[::ffff:169.254.169.254]/",
        "https://[::127.0.0.1]/",
        "https://[64:ff9b::7f00:1]/",
        "https://[2002:7f00:1::]/",
        "https://[2001:0:7f00:1::]/",
        "https://[fe80::1]/",
        "https://[fe80::1%25eth0]/",
        "https://[fc00::1]/",
        "https://[fd00:ec2::254]/",
        "https://[ff02::1]/",
        "https://[2001:db8::1]/"
      })
  void nothingIsSentAnywhereElse(String url) {
    assertThatThrownBy(() -> Destination.parse(url, false))
        .as(url)
        .isInstanceOfSatisfying(
            InvalidValue.class, e -> assertThat(e.violations().get(0).pointer()).isEqualTo("/url"));
  }

  @Test
  void thisMachineWillDoWhereTheSettingsAllowItAndNothingElseOfTheHouse() {
    for (String url :
        List.of("http://localhost:9000/x", "http://127.0.0.1/x", "http://[::1]:1/x")) {
      assertThat(Destination.parse(url, true).isSecure()).isFalse();
    }
    for (String url :
        List.of("http://hooks.example.com/", "http://10.0.0.1/", "https://192.168.0.1/")) {
      assertThatThrownBy(() -> Destination.parse(url, true))
          .as(url)
          .isInstanceOf(InvalidValue.class);
    }
  }

  @Test
  void theEdgesOfWhatIsPublic() throws UnknownHostException {
    for (String inside :
        List.of(
            "9.255.255.255",
            "11.0.0.0",
            "100.63.255.255",
            "100.128.0.0",
            "126.255.255.255",
            "128.0.0.0",
            "169.253.255.255",
            "169.255.0.0",
            "172.15.255.255",
            "172.32.0.0",
            "192.167.255.255",
            "192.169.0.0",
            "223.255.255.255",
            "2606:4700::",
            "2a00::1")) {
      assertThat(Destination.isPublic(InetAddress.getByName(inside))).as(inside).isTrue();
    }
    for (String outside :
        List.of(
            "10.0.0.0",
            "10.255.255.255",
            "100.64.0.0",
            "100.127.255.255",
            "127.0.0.0",
            "127.255.255.255",
            "169.254.0.0",
            "169.254.255.255",
            "172.16.0.0",
            "172.31.255.255",
            "192.168.0.0",
            "192.168.255.255",
            "224.0.0.0",
            "255.255.255.255",
            "0.255.255.255",
            "1fff::1",
            "4000::1",
            "2001:1ff::1",
            "2002::1",
            "3fff::1")) {
      assertThat(Destination.isPublic(InetAddress.getByName(outside))).as(outside).isFalse();
    }
  }

  /** Source: the example of the specification of Standard Webhooks. */
  @Test
  void aMessageIsSignedAsTheStandardHasIt() {
    assertThat(
            Signature.header(
                List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1614265330L,
                "{\"test\": 2432232314}"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void aWaitIsNeverShorterThanTheScheduleAndNeverLongerThanItsJitter() {
    for (int tries = 1; tries <= 9; tries++) {
      Duration wait = RetrySchedule.WAITS.get(tries - 1);
      assertThat(RetrySchedule.after(tries, 0, Optional.empty())).contains(wait);
      assertThat(RetrySchedule.after(tries, 0.999, Optional.empty()).orElseThrow())
          .isBetween(wait, wait.plusMillis(wait.toMillis() / 5));
      assertThat(RetrySchedule.after(tries, 0, Optional.of(Duration.ofHours(48))))
          .contains(Duration.ofDays(1));
    }
    assertThat(RetrySchedule.after(10, 0, Optional.empty())).isEmpty();
  }
}
