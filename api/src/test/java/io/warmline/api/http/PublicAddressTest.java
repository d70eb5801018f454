package io.warmline.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublicAddressTest {

  /** A request that came by the name a server has inside. */
  private static final UriInfo REQUEST =
      (UriInfo)
          Proxy.newProxyInstance(
              PublicAddressTest.class.getClassLoader(),
              new Class<?>[] {UriInfo.class},
              (proxy, method, arguments) -> UriBuilder.fromUri("http://10.0.0.1:8080/"));

  private static URI link(Optional<URI> configured) {
    return new PublicAddress(configured, new RequestFacts())
        .link(REQUEST)
        .path("t")
        .path("token")
        .build();
  }

  @Test
  void linksBeginWithTheAddressThatPeopleOutsideKnow() {
    assertThat(link(Optional.of(URI.create("https://calls.example.com/warm"))))
        .hasToString("https://calls.example.com/warm/t/token");
  }

  @Test
  void withoutOneTheyBeginWithTheAddressOfTheRequest() {
    assertThat(link(Optional.empty())).hasToString("http://10.0.0.1:8080/t/token");
  }

  @Test
  void whoCameByAnotherSchemeIsGivenThat() {
    RequestFacts facts = new RequestFacts();
    facts.cameBy("https");

    assertThat(new PublicAddress(Optional.empty(), facts).link(REQUEST).path("t").build())
        .hasToString("https://10.0.0.1:8080/t");
  }
}
