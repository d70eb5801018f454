package io.warmline.core.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalSettingsTest {

  @Test
  void oneRoundTripMakesThemAll() {
    assertThat(LocalSettings.of("app.tenant", "7f").and("role", "warmline_client"))
        .hasToString("set local app.tenant = '7f'; set local role = 'warmline_client'");
  }

  @Test
  void aValueCannotEndIt() {
    assertThat(LocalSettings.of("app.tenant", "'; drop table lead; --"))
        .hasToString("set local app.tenant = '''; drop table lead; --'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "app.tenant = ''; --", "App.tenant", "a.b.c", "app tenant"})
  void aNameIsOne(String name) {
    assertThatThrownBy(() -> LocalSettings.of(name, "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
