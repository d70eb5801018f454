package io.warmline.core.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageCodeTest {

  @ParameterizedTest
  @CsvSource({
    "en,en", "eng,en", "deu,de", "ger,de", "spa,es", "fre,fr", "fra,fr", "zho,zh", "chi,zh",
    "cmn,zh", "yue,yue", "fil,fil", "haw,haw", "iw,he", "he,he", "heb,he", "nob,nb", "wel,cy",
    "tl,tl"
  })
  void oneLanguageHasOneCode(String code, String language) {
    assertThat(LanguageCode.of(code)).contains(language);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"xx", "zz", "qqq", "abx1", "EN", "e", "english", "und", "mul", "zxx", "en-GB", ""})
  void whatNamesNoLanguageIsNone(String code) {
    assertThat(LanguageCode.of(code)).isEmpty();
  }

  @Test
  void everyLanguageOfTwoLettersIsItself() {
    for (String code : Locale.getISOLanguages()) {
      String shortest = LanguageCode.of(code).orElseThrow();

      assertThat(LanguageCode.of(shortest)).contains(shortest);
      assertThat(LanguageCode.of(new Locale.Builder().setLanguage(code).build().getISO3Language()))
          .as(code)
          .contains(shortest);
    }
  }
}
