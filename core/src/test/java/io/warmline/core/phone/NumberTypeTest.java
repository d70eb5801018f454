package io.warmline.core.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTypeTest {

  @ParameterizedTest
  @CsvSource({
    "Mobile Phone, MOBILE",
    "mobilePhone, MOBILE",
    "Company Mobile, MOBILE",
    "Cell, MOBILE",
    "Handynummer, MOBILE",
    "Téléphone portable, MOBILE",
    "Teléfono móvil, MOBILE",
    "Direct Dial, DIRECT",
    "Work Direct Phone, DIRECT",
    "Durchwahl, DIRECT",
    "Ligne directe, DIRECT",
    "Company HQ Phone, SWITCHBOARD",
    "Corporate Phone, SWITCHBOARD",
    "Switchboard, SWITCHBOARD",
    "Telefonzentrale, SWITCHBOARD",
    "Home Phone, HOME",
    "Telefon privat, HOME",
    "Teléfono de casa, HOME",
    "Téléphone domicile, HOME",
    "504-621-8927 (mobile), MOBILE",
    "504-621-8927 d, DIRECT"
  })
  void wordsSayIt(String words, NumberType type) {
    assertThat(NumberType.in(words)).contains(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Phone", "Work Phone", "Other Phone", "phone2", "504-621-8927 x12", ""})
  void otherWordsSayNothing(String words) {
    assertThat(NumberType.in(words)).isEmpty();
  }

  @Test
  void thePlanKnowsMobilesWhereTheyHaveTheirOwnCodes() {
    PhoneNumber german = new PhoneNumber("+4917612345678");

    assertThat(NumberType.byPlan(german)).isEqualTo(NumberType.MOBILE);
    assertThat(NumberType.MOBILE.beyondPlan(german)).isEmpty();
    assertThat(NumberType.HOME.beyondPlan(german)).contains(NumberType.HOME);
    assertThat(NumberType.byPlan(new PhoneNumber("+15046218927")))
        .isEqualTo(NumberType.UNDETERMINED);
    assertThat(NumberType.byPlan(new PhoneNumber("+18002211212"))).isEqualTo(NumberType.TOLL_FREE);
  }
}
