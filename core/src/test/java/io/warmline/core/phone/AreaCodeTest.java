package io.warmline.core.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AreaCodeTest {

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "US, 305",
    "US, 786",
    "US, 436",
    "US, 800",
    "CA, 416",
    "PR, 787",
    "DE, 30",
    "DE, 4921",
    "DE, 170",
    "GB, 20",
    "GB, 1387",
    "GB, 7911",
    "FR, 1",
    "FR, 6",
    "IT, 06",
    "IT, 347",
    "AR, 11",
    "BR, 11",
    "MX, 55",
    "AU, 2",
    "JP, 3",
    "IN, 11",
    "CN, 10",
    "ES, 91",
    "DK, 33",
    "AT, 1",
    "CH, 44",
    "NL, 20",
    "IE, 1",
    "ZA, 11"
  })
  void anAreaCodeInUseIsKnown(String country, String digits) {
    assertThat(new AreaCode(country, digits).isInUse()).isTrue();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "US, 30",
    "US, 3055",
    "US, 105",
    "US, 911",
    "US, 416",
    "US, 787",
    "US, 1305",
    "CA, 305",
    "DE, 030",
    "DE, 33",
    "DE, 0",
    "GB, 2",
    "GB, 020",
    "FR, 01",
    "IT, 6",
    "ES, 091",
    "ZZ, 800",
    "QQ, 1"
  })
  void whatNoNumberOfTheCountryHasIsNone(String country, String digits) {
    assertThat(new AreaCode(country, digits).isInUse()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "+305", "(305)", "305-", "12345678", "٣٠٥", "Miami"})
  void itIsDigits(String digits) {
    assertThatThrownBy(() -> new AreaCode("US", digits))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest(name = "{0} {1}: {2} {3}")
  @CsvSource({
    "US, 305, +13052345678, true",
    "US, 305, +17862345678, false",
    "US, 305, +4930512345, false",
    "DE, 30, +4930123456, true",
    "DE, 30, +4933112345, false",
    "AR, 11, +541123456789, true",
    "AR, 11, +5491123456789, true",
    "AR, 11, +543511234567, false"
  })
  void aNumberHasTheCodeWithWhichItBegins(
      String country, String digits, String number, boolean has) {
    assertThat(new AreaCode(country, digits).isOf(new PhoneNumber(number))).isEqualTo(has);
  }

  @Test
  void itIsReadAsItIsWritten() {
    AreaCode miami = new AreaCode("US", "305");

    assertThat(AreaCode.parse(miami.toString())).isEqualTo(miami);
    assertThat(miami.mayBeOf("CA")).as("a calling code is shared").isTrue();
    assertThat(miami.mayBeOf("DE")).isFalse();
  }
}
