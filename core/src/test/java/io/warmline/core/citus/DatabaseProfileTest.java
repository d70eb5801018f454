package io.warmline.core.citus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class DatabaseProfileTest {

  /** What the platform is told where nobody names a profile. */
  @Test
  void theUsualOneIsThatOfTheDefaults() throws IOException {
    Properties defaults = new Properties();
    try (InputStream in =
        DatabaseProfile.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
      defaults.load(in);
    }

    assertThat(defaults.getProperty("quarkus.datasource.jdbc.new-connection-sql"))
        .isEqualTo(DatabaseProfile.POSTGRESQL.sessionSql());
  }

  /** The three settings that a distributed database asks for. */
  @Test
  void whatATransactionSetsReachesTheWorkersOfACluster() {
    assertThat(DatabaseProfile.labelled("citus").sessionSql())
        .startsWith("set role warmline_app;")
        .contains("set citus.propagate_set_commands = 'local';", "set plan_cache_mode = auto;");
  }

  @Test
  void anotherIsRefusedByName() {
    assertThatThrownBy(() -> DatabaseProfile.labelled("oracle"))
        .hasMessage("oracle is none of postgresql, citus");
  }
}
