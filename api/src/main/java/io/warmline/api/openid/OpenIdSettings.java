package io.warmline.api.openid;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** What the settings say of the provider; they were checked before the server began to start. */
@Singleton
public final class OpenIdSettings {

  private final Config config;

  OpenIdSettings(Config config) {
    this.config = config;
  }

  private Optional<String> value(String name) {
    return config
        .getOptionalValue("warmline.openid." + name, String.class)
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  private String required(String name) {
    return value(name)
        .orElseThrow(() -> new IllegalStateException("warmline.openid." + name + " is not set"));
  }

  /** Whether people come at all. */
  public boolean isOn() {
    return value("issuer").isPresent();
  }

  /** As tokens name it, to the letter. */
  String issuer() {
    return required("issuer");
  }

  /** Whom tokens are for. */
  String audience() {
    return required("audience");
  }

  RoleScopes roles() {
    return RoleScopes.parse(required("roles"));
  }

  ClaimPath rolesClaim() {
    return new ClaimPath(value("roles-claim").orElse("roles"));
  }

  Optional<ClaimPath> tenantClaim() {
    return value("tenant-claim").map(ClaimPath::new);
  }

  Optional<ClaimPath> clientClaim() {
    return value("client-claim").map(ClaimPath::new);
  }

  Optional<ClaimPath> agentClaim() {
    return value("agent-claim").map(ClaimPath::new);
  }

  boolean allowsHttp() {
    return value("allow-http").filter("true"::equals).isPresent();
  }

  /**
   * Whether what a provider says there can be believed: nobody between can have changed it.
   *
   * @param http whether http will do, though anybody between can
   */
  public static boolean isSafe(URI address, boolean http) {
    boolean here =
        String.valueOf(address.getHost()).matches("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    return address.getHost() != null
        && address.getRawUserInfo() == null
        && address.getRawFragment() == null
        && ("https".equals(address.getScheme())
            || ("http".equals(address.getScheme()) && (here || http)));
  }
}
