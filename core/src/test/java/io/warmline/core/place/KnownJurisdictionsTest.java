package io.warmline.core.place;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.warmline.core.compliance.CallingRule;
import io.warmline.core.compliance.CallingRules;
import io.warmline.core.compliance.Jurisdiction;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownJurisdictionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "US", "GB", "ZZ", "XK", "PR", "US-FL", "US-DC", "CA-QC", "AU-NSW", "BR-SP", "MX-JAL", "HK"
      })
  void leadsCanBeThere(String code) {
    assertThat(KnownJurisdictions.faultOf(new Jurisdiction(code))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "UK, the United Kingdom is GB",
    "ZY, names no country",
    "EU, names no country",
    "UK-ENG, the United Kingdom is GB",
    "US-ZZ, no state or province of US",
    "US-FX, no state or province of US",
    "CA-XX, no state or province of CA",
    "GB-ENG, are not told apart: write GB",
    "DE-BY, are not told apart: write DE",
    "IN-MH, are not told apart: write IN"
  })
  void nobodyCanBeThere(String code, String why) {
    assertThat(KnownJurisdictions.faultOf(new Jurisdiction(code)))
        .hasValueSatisfying(fault -> assertThat(fault).contains(why));
  }

  @Test
  void everyCountryThatHasNumbersIsKnown() {
    for (String code : PhoneNumberUtil.getInstance().getSupportedRegions()) {
      assertThat(KnownJurisdictions.faultOf(new Jurisdiction(code))).as(code).isEmpty();
    }
  }

  @Test
  void whatIsShippedHoldsForSomebody() {
    assertThat(
            CallingRules.presets().all().rules().stream()
                .map(CallingRule::jurisdiction)
                .flatMap(Optional::stream))
        .isNotEmpty()
        .allSatisfy(place -> assertThat(KnownJurisdictions.faultOf(place)).isEmpty());
  }
}
