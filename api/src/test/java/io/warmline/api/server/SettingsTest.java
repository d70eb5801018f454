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
    return new Settings(environment);
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
  void theOperatorsKeyIsNoTenants() {
    String key = "the-same-key-that-opens-everything";

    assertThatThrownBy(
            () -> of(Map.of("WARMLINE_OPERATOR_KEY", key, "WARMLINE_API_KEY", key)).check())
        .hasMessageContaining("WARMLINE_OPERATOR_KEY is the same as WARMLINE_API_KEY");
  }

  @Test
  void aClusterIsNamedAndReportsAreReadFromIt() {
    assertThatThrownBy(() -> of(Map.of("WARMLINE_DATABASE_PROFILE", "citus")).check())
        .hasMessageContaining("WARMLINE_DATABASE_PROFILE is citus, but " + URL);
    assertThatThrownBy(
            () ->
                of(Map.of(
                        URL,
                        "postgresql://u:p@db/x",
                        "WARMLINE_DATABASE_PROFILE",
                        "citus",
                        "WARMLINE_REPORTS_DATABASE_URL",
                        "postgresql://r/x"))
                    .check())
        .hasMessageContaining("WARMLINE_REPORTS_DATABASE_URL cannot be set");
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
    "WARMLINE_REPORTS_DATABASE_URL, replica:5432",
    "WARMLINE_DATABASE_PROFILE, Citus",
    "WARMLINE_DATABASE_PROFILE, oracle",
    "WARMLINE_REPORTS_AT_ONCE, 0",
    "WARMLINE_REQUESTS_AT_ONCE, 3",
    "WARMLINE_REQUESTS_AT_ONCE, many",
    "WARMLINE_API_KEY, short",
    "WARMLINE_OPERATOR_KEY, no-more-than-31-characters-long",
    "WARMLINE_OPERATOR_KEY, has spaces in it and is very long indeed",
    "WARMLINE_API_KEY, has spaces in it and is long",
    "WARMLINE_PUBLIC_URL, calls.example.com",
    "WARMLINE_PUBLIC_URL, ftp://calls.example.com",
    "WARMLINE_PUBLIC_URL, https://calls.example.com/?a=b",
    "WARMLINE_DATABASE_URL, db.example.com:5432",
    "WARMLINE_OPENID_ISSUER, id.example.com",
    "WARMLINE_OPENID_ISSUER, https://id.example.com/?realm=calls",
    "WARMLINE_OPENID_ROLES, admin",
    "WARMLINE_OPENID_ROLES, admin=",
    "WARMLINE_OPENID_ROLES, =leads:read",
    "WARMLINE_OPENID_ROLES, admin=*; admin=leads:read",
    "WARMLINE_OPENID_ROLES, ;",
    "WARMLINE_OPENID_ROLES_CLAIM, two words",
    "WARMLINE_OPENID_ALLOW_HTTP, yes"
  })
  void whatCannotBeMeantIsNamed(String name, String value) {
    assertThatThrownBy(() -> of(Map.of(name, value)).check()).hasMessageContaining(name);
  }

  private static Map<String, String> openId(String issuer, String roles) {
    return Map.of(
        "WARMLINE_OPENID_ISSUER",
        issuer,
        "WARMLINE_OPENID_AUDIENCE",
        "warmline-api",
        "WARMLINE_OPENID_ROLES",
        roles);
  }

  @Test
  void aProviderIsSetWholeOrNotAtAll() {
    assertThatThrownBy(() -> of(Map.of("WARMLINE_OPENID_AUDIENCE", "warmline-api")).check())
        .hasMessageContaining("WARMLINE_OPENID_AUDIENCE is set, but WARMLINE_OPENID_ISSUER is not");
    assertThatThrownBy(() -> of(Map.of("WARMLINE_OPENID_ISSUER", "https://id.example.com")).check())
        .hasMessageContaining("WARMLINE_OPENID_AUDIENCE is not set")
        .hasMessageContaining("WARMLINE_OPENID_ROLES is not set");
    assertThatThrownBy(() -> of(openId("https://id.example.com", "admin=lead:read")).check())
        .hasMessageContaining("WARMLINE_OPENID_ROLES names lead:read")
        .hasMessageContaining("leads:read");
    assertThatThrownBy(() -> of(openId("https://id.example.com", "admin=*:reed")).check())
        .hasMessageContaining("WARMLINE_OPENID_ROLES names *:reed");
  }

  @ParameterizedTest
  @CsvSource({
    "http://id.example.com, false",
    "http://localhost.evil.example, false",
    "http://127.0.0.1.evil.example, false",
    "https://u:p@id.example.com, false",
    "https://id.example.com/realms/calls, true",
    "http://localhost:8180/realms/calls, true",
    "http://127.0.0.1:8180, true",
    "http://[::1]:8180, true"
  })
  void aProviderIsAskedOverHttpOnThisMachineAlone(String issuer, boolean right) {
    Settings settings = of(openId(issuer, "admin=*; supervisor=*:read, calls:write"));

    if (right) {
      assertThatCode(settings::check).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(settings::check).hasMessageContaining("WARMLINE_OPENID_ISSUER");
    }
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

  @ParameterizedTest
  @CsvSource({
    "postgresql://db:5432/x, u, p, jdbc:postgresql://db:5432/x, u, p",
    "postgres://db/x, u, p, jdbc:postgresql://db/x, u, p",
    "jdbc:postgresql://db/x?ssl=true, u, p, jdbc:postgresql://db/x?ssl=true, u, p",
    "postgres://a:b%40c+d@db:5432/x, '', '', jdbc:postgresql://db:5432/x, a, b@c+d",
    "postgresql://a:b@db/x, u, p, jdbc:postgresql://db/x, u, p"
  })
  void anAddressIsReadInEverySpelling(
      String url, String user, String password, String jdbc, String asUser, String asPassword) {
    DatabaseSettings read = DatabaseSettings.of(url, user, password);

    assertThat(read).isEqualTo(new DatabaseSettings(jdbc, asUser, asPassword));
    assertThat(read.toString()).isEqualTo("DatabaseSettings[" + jdbc + "]");
  }

  @Test
  void aReplicaWithoutItsDatabaseIsNamed() {
    assertThatThrownBy(
            () -> of(Map.of("WARMLINE_REPORTS_DATABASE_URL", "postgresql://r/x")).check())
        .hasMessageContaining("WARMLINE_REPORTS_DATABASE_URL is set, but " + URL);
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql://replica/x, jdbc:postgresql://replica/x, u, p",
    "postgresql://r:q@replica/x, jdbc:postgresql://replica/x, r, q",
    "postgresql://r@replica/x, jdbc:postgresql://replica/x, r, p"
  })
  void aReplicaIsReadAsWhoeverWorksOnTheDatabaseUnlessItSaysSo(
      String url, String jdbc, String user, String password) {
    DatabaseSettings database = DatabaseSettings.of("postgresql://db/x", "u", "p");

    assertThat(DatabaseSettings.of(url, "", "").elseAs(database))
        .isEqualTo(new DatabaseSettings(jdbc, user, password));
  }

  @Test
  void whoNamesAUserInTheAddressAndNoPasswordIsTold() {
    assertThatThrownBy(() -> of(Map.of(URL, "postgresql://u@db/x")).check())
        .hasMessageContaining(PASSWORD + " is not set");
  }

  @Test
  void aDatabaseThatIsNotNamedIsOneOfItsOwn() {
    assertThat(of(Map.of()).database()).isEmpty();
    assertThat(of(Map.of("WARMLINE_DATA_DIR", "/srv/warmline")).dataFolder())
        .hasToString("/srv/warmline");
  }
}
