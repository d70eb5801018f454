package io.warmline.api.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.warmline.api.openid.FakeProvider.Manner;
import io.warmline.core.Race;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The provider's keys: asked for seldom, and no lie, no silence and no flood is believed. */
class ProviderKeysTest {

  private static final PublicJsonWebKey OLD = FakeProvider.rsa("old");
  private static final PublicJsonWebKey NEW = FakeProvider.ec("new");

  private final FakeProvider provider = new FakeProvider(List.of(OLD));
  private final AtomicLong now = new AtomicLong();
  private final ProviderKeys keys =
      new ProviderKeys(provider.issuer(), false, new SmallAnswers(Duration.ofSeconds(1)), now::get);

  @AfterEach
  void stop() {
    provider.close();
  }

  private void passes(Duration time) {
    now.addAndGet(time.plusMillis(1).toNanos());
  }

  private static List<String> ids(List<JsonWebKey> keys) {
    return keys.stream().map(JsonWebKey::getKeyId).toList();
  }

  @Test
  void theyAreAskedForOnce() {
    for (int i = 0; i < 100; i++) {
      assertThat(ids(keys.current())).containsExactly("old");
    }

    assertThat(provider.asked()).isEqualTo(1);
  }

  @Test
  void aNewKeyIsFoundAndStrangersCannotMakeUsAskMoreOften() {
    keys.current();
    provider.publishes(NEW);

    passes(ProviderKeys.APART);
    assertThat(ids(keys.latest())).containsExactly("new");
    for (int i = 0; i < 100; i++) {
      keys.latest();
    }

    assertThat(provider.asked()).isEqualTo(2);
  }

  @Test
  void ofManyWhoNeedThemAtOnceOneAsks() {
    Race.of(
        IntStream.range(0, 16)
            .<Callable<Boolean>>mapToObj(
                i ->
                    () -> {
                      try {
                        return !keys.current().isEmpty();
                      } catch (ProviderAway e) {
                        return false;
                      }
                    })
            .toList());

    assertThat(provider.asked()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(value = Manner.class, names = "TELLS", mode = EnumSource.Mode.EXCLUDE)
  void whateverElseItDoesNobodyIsLetInAndItIsOverSoon(Manner manner) {
    provider.manner = manner;
    long began = System.nanoTime();

    assertThatThrownBy(keys::current)
        .isInstanceOfSatisfying(
            ProviderAway.class,
            e ->
                assertThat(e.untilNext()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(16)));
    assertThatThrownBy(keys::current).isInstanceOf(ProviderAway.class);

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    assertThat(provider.asked()).isEqualTo(1);

    provider.manner = Manner.TELLS;
    passes(ProviderKeys.APART);
    assertThat(ids(keys.current())).containsExactly("old");
  }

  @Test
  void whatIsKnownIsBelievedForAnHourWhileTheProviderIsAway() {
    keys.current();
    provider.manner = Manner.FAILS;

    passes(ProviderKeys.BELIEVED.minusMinutes(1));
    assertThat(ids(keys.current())).containsExactly("old");
    passes(Duration.ofMinutes(2));
    assertThatThrownBy(keys::current).isInstanceOf(ProviderAway.class);
  }

  /** A key that was taken back at the provider is not believed for good. */
  @Test
  void theyAreAskedForAgainWithoutAnybodyWaiting() throws InterruptedException {
    keys.current();
    provider.publishes(NEW);

    passes(ProviderKeys.FRESH);
    assertThat(ids(keys.current())).containsExactly("old");

    for (int i = 0; i < 100 && !ids(keys.current()).equals(List.of("new")); i++) {
      Thread.sleep(50);
    }
    assertThat(ids(keys.current())).containsExactly("new");
  }
}
