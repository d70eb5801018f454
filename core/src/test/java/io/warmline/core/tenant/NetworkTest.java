package io.warmline.core.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.warmline.core.WarmlineException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

  @ParameterizedTest
  @CsvSource({
    "203.0.113.0/24, 203.0.113.0, true",
    "203.0.113.0/24, 203.0.113.255, true",
    "203.0.113.0/24, 203.0.114.0, false",
    "203.0.113.0/24, 203.0.112.255, false",
    "203.0.113.7, 203.0.113.7, true",
    "203.0.113.7, 203.0.113.8, false",
    "0.0.0.0/0, 8.8.8.8, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "10.32.0.0/11, 10.63.255.255, true",
    "10.32.0.0/11, 10.64.0.0, false",
    "2001:db8::/32, 2001:db8:ffff::1, true",
    "2001:db8::/32, 2001:db9::1, false",
    "::/0, 203.0.113.7, false",
    "203.0.113.0/24, ::ffff:203.0.113.9, true",
  })
  void bothEndsOfARangeAreIn(String network, String address, boolean within) {
    assertThat(Network.parse(network).contains(Network.address(address).orElseThrow()))
        .isEqualTo(within);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/24",
        "localhost",
        "203.0.113.0/33",
        "203.0.113.0/",
        "203.0.113.0/024",
        "203.0.113.0/-1",
        "203.0.113/24",
        "203.0.113.256",
        "0x7f.0.0.1",
        "017.0.0.1",
        "2130706433",
        "2001:db8::/129",
        "2001:db8:::/32",
        "fe80::1%eth0",
        "203.0.113.7/24",
        "2001:db8::1/32",
        "::ffff:10.0.0.0/104",
        "203.0.113.0/24 "
      })
  void whatIsNoNetworkIsRefused(String text) {
    assertThatThrownBy(() -> Network.parse(text)).isInstanceOf(WarmlineException.class);
  }

  @ParameterizedTest
  @CsvSource({"203.0.113.7/24, 203.0.113.0/24", "2001:db8::1/32, 2001:db8:0:0:0:0:0:0/32"})
  void whoeverNamesAnAddressWithinIsToldTheNetwork(String text, String meant) {
    assertThatThrownBy(() -> Network.parse(text)).hasMessageEndingWith("that network is " + meant);
  }
}
