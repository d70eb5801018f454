package io.warmline.api.server;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.warmline.api.http.Contract;
import io.warmline.core.tenant.ApiKeys;
import io.warmline.core.tenant.Tenants;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * On a database without tenants, creates the first one with a key that may do everything, and
 * prints the key, this once. On the server's own database the tenant gets a campaign to try things
 * on.
 */
@Singleton
class FirstStart {

  private static final Logger LOG = Logger.getLogger("io.warmline");

  private final Tenants tenants;
  private final ApiKeys keys;
  private final Contract contract;
  private final DemoCampaign demo;
  private final Optional<String> wantedKey;
  private final int port;
  private final boolean enabled;

  FirstStart(
      Tenants tenants,
      ApiKeys keys,
      Contract contract,
      DemoCampaign demo,
      @ConfigProperty(name = "warmline.api-key") Optional<String> wantedKey,
      @ConfigProperty(name = "quarkus.http.port") int port,
      @ConfigProperty(name = "warmline.first-start", defaultValue = "true") boolean enabled) {
    this.tenants = tenants;
    this.keys = keys;
    this.contract = contract;
    this.demo = demo;
    this.wantedKey = wantedKey;
    this.port = port;
    this.enabled = enabled;
  }

  @ActivateRequestContext
  void welcome(@Observes StartupEvent event) {
    EmbeddedDatabase.serving();
    if (!enabled) {
      return;
    }
    boolean first = tenants.all().isEmpty();
    String key = first ? prepare() : "the one printed at the first start";
    String address = "http://localhost:" + port;
    LOG.infof(
        "%n%n  Warmline is ready.%n%n    Swagger UI   %s/swagger-ui%n    contract    "
            + " %s/openapi.yaml%n    API key      %s%n%s",
        address, address, key, first ? "\n    Keep the key: it is not shown again.\n" : "");
  }

  private String prepare() {
    tenants.create("Demo");
    String key = wantedKey.filter(k -> !k.isBlank()).orElseGet(keys::generate);
    keys.register("first key", key, contract.allScopes());
    if (EmbeddedDatabase.isRunning()) {
      demo.create();
    }
    return key;
  }

  /** The database goes last: until then requests that are under way can end. */
  void goodbye(@Observes @Priority(Integer.MAX_VALUE) ShutdownEvent event) throws IOException {
    EmbeddedDatabase.stop();
  }
}
