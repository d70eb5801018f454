package io.warmline.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BareSpansTest {

  private final Contract contract = new Contract();

  private Optional<Contract.Operation> at(String method, String path) {
    return contract.operationAt(method, path);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/leads/0198f1a0-0003-7000-8000-000000000001,"
        + " /v1/leads/0198f1a0-0003-7000-8000-000000000001",
    "PUT, /v1/campaigns/0198f1a0-0001-7000-8000-000000000001/leads/james.butt,"
        + " /v1/campaigns/0198f1a0-0001-7000-8000-000000000001/leads/{externalId}",
    "GET, /v1/numbers/+15046218927, /v1/numbers/{e164}",
    "GET, /t/Zm9yLWV4YW1wbGUtb25seS0t, /t/{token}",
    "GET, /v1/leads/James, /v1/leads/{leadId}",
    "GET, /v1/nowhere/James, /v1/…",
    "GET, /swagger-ui/index.html, /swagger-ui/index.html"
  })
  void whatIsNoIdIsCalledByItsName(String method, String path, String bare) {
    assertThat(BareSpans.bare(path, at(method, path))).isEqualTo(bare);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/leads, phone=%2B15046218927&limit=2, phone=…&limit=…",
    "/v1/leads, James, …",
    "/v1/leads, a=b&email=x=y, …&email=…",
    "/v1/nowhere, phone=1, …"
  })
  void ofAQueryOnlyKnownNamesAreLeft(String path, String query, String bare) {
    assertThat(BareSpans.bareQuery(query, at("GET", path))).isEqualTo(bare);
  }
}
