package io.warmline.api.server;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.warmline.api.demo.Demo;
import io.warmline.api.http.Contract;
import io.warmline.core.id.TenantId;
import io.warmline.core.tenant.ApiKeys;
import io.warmline.core.tenant.CurrentTenant;
import io.warmline.core.tenant.FirstTenant;
import io.warmline.core.tenant.Tenants;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * On a database without tenants, creates the first one with a key that may do everything, and
 * prints the key, this once. On the server's own database the tenant is a firm to try things on. A
 * key that the settings name is given to the tenant at any start; not where an operator makes and
 * deletes tenants, since the oldest may be another by then.
 */
@Singleton
class FirstStart {

  private static final Logger LOG = Logger.getLogger("io.warmline");

  private final Tenants tenants;
  private final CurrentTenant current;
  private final FirstTenant firstTenant;
  private final ApiKeys keys;
  private final Contract contract;
  private final Demo demo;
  private final Optional<String> wantedKey;
  private final int port;
  private final boolean makesDemo;
  private final boolean enabled;
  private final boolean forSeveralFirms;

  FirstStart(
      Tenants tenants,
      CurrentTenant current,
      FirstTenant firstTenant,
      ApiKeys keys,
      Contract contract,
      Demo demo,
      @ConfigProperty(name = "warmline.api-key") Optional<String> wantedKey,
      @ConfigProperty(name = "quarkus.http.port") int port,
      @ConfigProperty(name = "warmline.demo", defaultValue = "on") String wantsDemo,
      @ConfigProperty(name = "warmline.first-start", defaultValue = "true") boolean enabled,
      @ConfigProperty(name = "warmline.operator-key") Optional<String> operatorKey) {
    this.tenants = tenants;
    this.current = current;
    this.firstTenant = firstTenant;
    this.keys = keys;
    this.contract = contract;
    this.demo = demo;
    this.wantedKey = wantedKey.filter(key -> !key.isBlank());
    this.port = port;
    this.makesDemo = wantsDemo.equals("on") && EmbeddedDatabase.isRunning();
    this.enabled = enabled;
    this.forSeveralFirms = operatorKey.filter(key -> !key.isBlank()).isPresent();
  }

  @ActivateRequestContext
  void welcome(@Observes StartupEvent event) {
    EmbeddedDatabase.serving();
    if (!enabled) {
      return;
    }
    String key = wantedKey.orElseGet(keys::generate);
    boolean first =
        firstTenant.make(
            makesDemo ? Demo.FIRM : "First tenant",
            key,
            contract.allScopes(),
            () -> LOG.infof("The API key of this database, which works from now on: %s", key));
    if (first && makesDemo) {
      current.enter(onlyTenant());
      LOG.info(
          "The demo is being made: four weeks of a firm that calls. The server is ready when it is"
              + " whole.");
      demo.create();
    }
    if (!first && !forSeveralFirms) {
      wantedKey.ifPresent(this::give);
    }
    greet(first, key);
  }

  /** Nobody is given a key by chance. */
  private void give(String wanted) {
    FirstTenant.Outcome outcome =
        firstTenant.give(Optional.empty(), "from settings", wanted, contract.allScopes());
    if (outcome instanceof FirstTenant.Outcome.Undecided undecided) {
      LOG.warnf(
          "The key in WARMLINE_API_KEY was given to nobody: there are %d tenants, and it does not"
              + " say which. Run new-key with the name or the id of one.",
          undecided.firms().size());
    }
  }

  private TenantId onlyTenant() {
    List<TenantId> all = tenants.all();
    return all.get(0);
  }

  private void greet(boolean first, String key) {
    String address = "http://localhost:" + port;
    String shown =
        first
            ? key
            : wantedKey.isPresent()
                ? "the one in WARMLINE_API_KEY"
                : "the one printed at the first start (lost? see new-key in README)";
    LOG.infof(
        "%n%n  Warmline is ready.%n%n    start page   %s/%n    Swagger UI   %s/swagger-ui%n"
            + "    contract     %s/openapi.yaml%n    API key      %s%n%s",
        address,
        address,
        address,
        shown,
        first ? "\n    Keep the key: it is not shown again.\n" : "");
  }

  /** The database goes last: until then requests that are under way can end. */
  void goodbye(@Observes @Priority(Integer.MAX_VALUE) ShutdownEvent event) throws IOException {
    EmbeddedDatabase.stop();
  }
}
