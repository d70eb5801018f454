package io.warmline.api.http;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The key of whoever runs this server for several firms. It stands in the environment and nowhere
 * else. Where it is not set the operator's operations are not there: their paths are answered as
 * any path that leads nowhere.
 */
@Singleton
public class OperatorKey {

  /** Its requests are counted under this; no key of a tenant has the id. */
  static final UUID COUNTED_AS = new UUID(0, 0);

  private static final int BEFORE_THE_OPERATIONS = Integer.MIN_VALUE + 1;

  private final Optional<byte[]> key;
  private final Contract contract;

  OperatorKey(
      @ConfigProperty(name = "warmline.operator-key") Optional<String> set, Contract contract) {
    this.key =
        set.map(String::strip)
            .filter(text -> !text.isEmpty())
            .map(text -> text.getBytes(StandardCharsets.UTF_8));
    this.contract = contract;
  }

  void register(@Observes Router router) {
    if (key.isEmpty()) {
      contract
          .operatorsPaths()
          .forEach(
              path ->
                  router
                      .routeWithRegex(path)
                      .order(BEFORE_THE_OPERATIONS)
                      .handler(context -> context.fail(404)));
    }
  }

  /** Whether this is it; how long that takes tells nothing of it. */
  boolean is(String secret) {
    return key.isPresent()
        && MessageDigest.isEqual(key.get(), secret.getBytes(StandardCharsets.UTF_8));
  }
}
