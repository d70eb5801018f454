package io.warmline.core.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PhoneNumbersPropertyTest {

  private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

  @Property
  void everySpellingOfANumberOfAnyPlanIsReadAsThatNumber(
      @ForAll("examples") Phonenumber.PhoneNumber example,
      @ForAll PhoneNumberFormat format,
      @ForAll("countries") String elsewhere) {
    PhoneNumber expected = new PhoneNumber(PLANS.format(example, PhoneNumberFormat.E164));
    boolean national = format == PhoneNumberFormat.NATIONAL;
    String country = national ? PLANS.getRegionCodeForNumber(example) : elsewhere;

    PhoneNumber read = PhoneNumbers.parse(PLANS.format(example, format), country);

    assertThat(read).isEqualTo(expected);
  }

  @Property
  void readingWhatWasReadChangesNothing(
      @ForAll("numberLikeTexts") String text, @ForAll("countries") String country) {
    try {
      PhoneNumber once = PhoneNumbers.parse(text, country);

      assertThat(PhoneNumbers.parse(once.e164(), country)).isEqualTo(once);
      assertThat(PhoneNumbers.parse(once.e164(), "ZZ")).isEqualTo(once);
    } catch (WarmlineException refusal) {
      assertThat(refusal.code()).isEqualTo(ProblemCode.INVALID_PHONE_NUMBER);
    }
  }

  @Property
  void anyTextIsReadOrRefusedByCode(@ForAll String text, @ForAll String country) {
    try {
      PhoneNumbers.parse(text, country);
    } catch (WarmlineException refusal) {
      assertThat(refusal.code()).isEqualTo(ProblemCode.INVALID_PHONE_NUMBER);
    }
  }

  @Property
  void everyAreaCodeHasItsNumbersOfFiction(
      @ForAll @IntRange(min = 200, max = 999) int area, @ForAll @IntRange(max = 99) int last) {
    String e164 = "+1%d55501%02d".formatted(area, last);

    assertThat(PhoneNumbers.parse(e164, "US").e164()).isEqualTo(e164);
  }

  @Property
  void everyZoneOfAnyPlanIsKnownAndNamesAPlace(
      @ForAll("examples") Phonenumber.PhoneNumber example) {
    PhoneNumber number = new PhoneNumber(PLANS.format(example, PhoneNumberFormat.E164));

    assertThat(PhoneNumbers.zonesOf(number)).allMatch(zone -> !zone.getId().startsWith("Etc/"));
  }

  @Provide
  Arbitrary<String> countries() {
    return Arbitraries.of(PLANS.getSupportedRegions().stream().sorted().toList());
  }

  @Provide
  Arbitrary<Phonenumber.PhoneNumber> examples() {
    List<Phonenumber.PhoneNumber> examples =
        PLANS.getSupportedRegions().stream()
            .sorted()
            .flatMap(
                region ->
                    List.of(PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE).stream()
                        .map(type -> PLANS.getExampleNumberForType(region, type)))
            .filter(example -> example != null && PLANS.isValidNumber(example))
            .toList();
    return Arbitraries.of(examples);
  }

  @Provide
  Arbitrary<String> numberLikeTexts() {
    Arbitrary<String> prefix = Arbitraries.of("", "+", "00", "011", "0", "1", "+1", "+44", "+49");
    Arbitrary<String> digits =
        Arbitraries.strings().withChars("0123456789").withChars("- ()./x").ofLength(11);
    Arbitrary<String> plain = Arbitraries.strings().numeric().ofMinLength(4).ofMaxLength(16);
    return Combinators.combine(prefix, Arbitraries.oneOf(digits, plain)).as(String::concat);
  }
}
