package io.warmline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FullNameTest {

  @ParameterizedTest
  @CsvSource(
      emptyValue = "",
      textBlock =
          """
          James Butt,             '',         James,      Butt
          Anna Maria Berg,        '',         Anna Maria, Berg
          'Berg, Anna',           '',         Anna,       Berg
          'Berg, Dr. Anna',       Dr.,        Anna,       Berg
          'James Butt, Jr.',      '',         James,      Butt Jr.
          John Smith III,         '',         John,       Smith III
          Herr Dr. Jan van der Meer, Herr Dr., Jan,       van der Meer
          Herr Schmidt,           Herr,       '',         Schmidt
          Schmidt,                '',         '',         Schmidt
          Dr,                     '',         '',         Dr
          Mr & Mrs Lee,           Mr & Mrs,   '',         Lee
          Mr. and Mrs. John Lee,  Mr. and Mrs., John,     Lee
          Mr/Mrs Lee,             Mr/Mrs,     '',         Lee
          Herr und Frau von Berg, Herr und Frau, '',      von Berg
          Dr. & Mrs. A. Stone,    Dr. & Mrs., A.,         Stone
          'Lee, Mr & Mrs John',   Mr & Mrs,   John,       Lee
          Monsieur et Madame Petit, Monsieur et Madame, '', Petit
          Frau von der Leyen,     Frau,       '',         von der Leyen
          Tom and Ann Smith,      '',         Tom and Ann, Smith
          Mr And Son,             Mr,         And,        Son
          山田 太郎,               '',         太郎,       山田
          김 철수,                 '',         철수,       김
          王伟,                   '',         '',         王伟
          De Groot,               '',         De,         Groot
          ',',                    '',         '',         ''
          """)
  void aNameIsTakenApart(String whole, String title, String first, String last) {
    assertThat(FullName.of(whole)).isEqualTo(new FullName(title, first, last));
  }

  @ParameterizedTest
  @CsvSource({
    "Acme Ltd., true",
    "'Ray & Sons, Inc.', true",
    "Groß & Söhne GmbH, true",
    "ACME LLC, true",
    "Petit S.A.R.L., true",
    "Ltd, false",
    "Ann Limited Lee, false",
    "Kim Sa, false",
    "Anna Berg, false"
  })
  void aNameThatEndsWithALegalFormIsACompany(String whole, boolean company) {
    assertThat(FullName.isCompany(whole)).isEqualTo(company);
  }
}
