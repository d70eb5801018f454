package io.warmline.core.company;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.phone.PhoneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** By what a prospect is known to be of a company. */
class CompanyTest {

  private static final PhoneNumber IN_BERLIN = new PhoneNumber("+493012345678");

  private static Company company(String name, String email, String website) {
    return Company.of(name, email, website, "US", null);
  }

  @ParameterizedTest
  @CsvSource({
    "jane@acme.com, acme.com",
    "Jane.Doe@ACME.COM, acme.com",
    "jane@sales.acme.com, acme.com",
    "jane@acme.co.uk, acme.co.uk",
    "jane@mail.acme.co.uk, acme.co.uk",
    "jane@acme.com.au, acme.com.au",
    "jane@müller.de, xn--mller-kva.de",
    "jane@acme.com., acme.com"
  })
  void anAddressOfACompanyTellsItsDomain(String email, String domain) {
    assertThat(company(null, email, null).domain()).contains(domain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jane@gmail.com",
        "jane@GoogleMail.com",
        "jane@yahoo.co.uk",
        "jane@gmx.de",
        "jane@outlook.com",
        "jane@hotmail.fr",
        "jane@t-online.de",
        "jane@comcast.net",
        "jane@btinternet.com",
        "jane@nyc.rr.com",
        "jane@example.com",
        "jane@localhost",
        "jane@co.uk",
        "jane@",
        "jane",
        "jane@192.168.0.1",
        "jane@acme..com"
      })
  void anAddressThatEverybodyMayHaveTellsNone(String email) {
    assertThat(company(null, email, null).domain()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://www.acme.com, acme.com",
    "https://shop.acme.co.uk/a?b=c#d, acme.co.uk",
    "acme.com/contact, acme.com",
    "ACME.com:8080, acme.com",
    "https://user:word@acme.com/x, acme.com"
  })
  void soDoesItsPage(String website, String domain) {
    assertThat(company(null, "jane@gmail.com", website).domain()).contains(domain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.facebook.com/acme",
        "acme.wixsite.com/home",
        "https://sites.google.com/view/acme",
        "linkedin.com/company/acme",
        "n/a",
        ""
      })
  void aPageAmongOthersTellsNone(String website) {
    assertThat(company(null, null, website).domain()).isEmpty();
  }

  @Test
  void theAddressIsTrustedMoreThanThePage() {
    assertThat(company(null, "jane@acme.com", "https://acme-shop.com").domain())
        .contains("acme.com");
  }

  @ParameterizedTest
  @CsvSource({
    "'Acme, Inc.', acme",
    "ACME Incorporated, acme",
    "Acme Corp, acme",
    "The Acme Company, acme",
    "Acme LLC, acme",
    "Acme L.L.C., acme",
    "'Acme Co., Ltd.', acme",
    "Müller & Söhne GmbH & Co. KG, muller and sohne",
    "Muller und Sohne, muller und sohne",
    "Straßenbau e.K., strassenbau",
    "Acme S.A. de C.V., acme",
    "Acme sp. z o.o., acme",
    "Ørsted A/S, orsted",
    "Société Générale S.A., societe generale",
    "'Joe''s Pizza', joes pizza",
    "3M, 3m",
    "Limited Brands, limited brands",
    "Co, co"
  })
  void aNameIsKnownWithoutWhatIsWrittenNowSoNowSo(String written, String name) {
    assertThat(company(written, null, null).name()).contains(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"n/a", "-", "none", "Private", "self-employed", "X", " ", "Unknown"})
  void whatStandsWhereThereIsNoneIsNone(String written) {
    assertThat(company(written, null, null)).isEqualTo(Company.UNKNOWN);
  }

  @Test
  void aNameHoldsInTheCountryOfTheAddressElseOfTheNumber() {
    assertThat(Company.of("Acme", null, null, "AT", IN_BERLIN).nameKey()).isEqualTo("AT acme");
    assertThat(Company.of("Acme", null, null, null, IN_BERLIN).nameKey()).isEqualTo("DE acme");
    assertThat(Company.of("Acme", null, null, null, null)).isEqualTo(Company.UNKNOWN);
  }
}
