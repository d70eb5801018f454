package io.warmline.api.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  private static final String URL = "WARMLINE_DATABASE_URL";
  private static final String USER = "WARMLINE_DATABASE_USER";
  private static final String PASSWORD = "WARMLINE_DATABASE_PASSWORD";

  private static Settings of(Map<String, String> environment) {
    return new Settings(environment::get);
  }

  @Test
  void aUserWithoutAPasswordIsNamed() {
    assertThatThrownBy(
            () -> of(Map.of(URL, "postgresql://db:5432/warmline", USER, "warmline")).check())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(PASSWORD + " is not set")
        .hasMessageNotContaining("Flyway");
  }

  @Test
  void aPasswordWithoutAUserIsNamed() {
    assertThatThrownBy(() -> of(Map.of(URL, "postgresql://db/warmline", PASSWORD, "x")).check())
        .hasMessageContaining(USER + " is not set");
  }

  @Test
  void whoNamesAUserButNoDatabaseIsNotServedByAnotherOne() {
    assertThatThrownBy(() -> of(Map.of(USER, "warmline", PASSWORD, "x")).check())
        .hasMessageContaining(URL);
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    assertThatThrownBy(
            () -> of(Map.of(URL, "mysql://db", "WARMLINE_PORT", "80a", USER, "u")).check())
        .hasMessageContaining(URL)
        .hasMessageContaining("WARMLINE_PORT")
        .hasMessageContaining(PASSWORD);
  }

  @ParameterizedTest
  @CsvSource({
    "WARMLINE_PORT, 70000",
    "WARMLINE_API_KEY, short",
    "WARMLINE_API_KEY, has spaces in it and is long",
    "WARMLINE_PUBLIC_URL, calls.example.com",
    "WARMLINE_PUBLIC_URL, ftp://calls.example.com",
    "WARMLINE_PUBLIC_URL, https://calls.example.com/?a=b",
    "WARMLINE_DATABASE_URL, db.example.com:5432"
  })
  void whatCannotBeMeantIsNamed(String name, String value) {
    assertThatThrownBy(() -> of(Map.of(name, value)).check()).hasMessageContaining(name);
  }

  @Test
  void settingsThatAreRightPass() {
    assertThatCode(() -> of(Map.of()).check()).doesNotThrowAnyException();
    assertThatCode(
            () ->
                of(Map.of(
                        URL,
                        "jdbc:postgresql://db/warmline",
                        USER,
                        "u",
                        PASSWORD,
                        "p",
                        "WARMLINE_PORT",
                        "0",
                        "WARMLINE_PUBLIC_URL",
                        "https://calls.example.com/warm"))
                    .check())
        .doesNotThrowAnyException();
    assertThatCode(() -> of(Map.of(URL, "postgres://u:p@db:5432/x")).check())
        .doesNotThrowAnyException();
  }

  @Test
  void aDatabaseThatIsNotNamedIsOneOfItsOwn() {
    assertThat(of(Map.of()).databaseUrl()).isEmpty();
    assertThat(of(Map.of(URL, " postgresql://db/x ")).databaseUrl()).contains("postgresql://db/x");
    assertThat(of(Map.of("WARMLINE_DATA_DIR", "/srv/warmline")).dataFolder())
        .hasToString("/srv/warmline");
  }
}
