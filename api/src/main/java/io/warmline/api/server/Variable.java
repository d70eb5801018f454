package io.warmline.api.server;

import io.warmline.api.openid.RoleScopes;
import io.warmline.core.citus.DatabaseProfile;
import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The environment variables that the server knows, and what may stand in each of them. */
enum Variable {
  DATABASE_URL(
      "like postgresql://host:5432/name or jdbc:postgresql://…",
      text -> text.matches("(jdbc:)?postgres(ql)?://.+")),
  DATABASE_USER("a name", text -> true),
  DATABASE_PASSWORD("a password", text -> true),
  DATABASE_PROFILE(
      String.join(" or ", DatabaseProfile.labels()),
      text -> DatabaseProfile.labels().contains(text)),
  DATABASE_CONNECTIONS("a number from 4 to 200", text -> isBetween(text, 4, 200)),
  REPORTS_DATABASE_URL(
      "like postgresql://host:5432/name or jdbc:postgresql://…",
      text -> text.matches("(jdbc:)?postgres(ql)?://.+")),
  REPORTS_AT_ONCE("a number from 1 to 200", text -> isBetween(text, 1, 200)),
  REQUESTS_AT_ONCE("a number from 4 to 2000", text -> isBetween(text, 4, 2000)),
  DATA_DIR("a folder", text -> true),
  DEMO("on or off", text -> text.matches("on|off")),
  API_KEY("20 to 200 visible ASCII characters", text -> text.matches("[!-~]{20,200}")),
  OPERATOR_KEY("32 to 200 visible ASCII characters", text -> text.matches("[!-~]{32,200}")),
  OPENID_ISSUER("like https://id.example.com/realms/calls, without a query", Variable::isAddress),
  OPENID_AUDIENCE("whom tokens are for, up to 500 characters", text -> text.length() <= 500),
  OPENID_ROLES(
      "roles with their scopes, such as admin=*; supervisor=*:read calls:write", Variable::isRoles),
  OPENID_ROLES_CLAIM("the name of a claim, or names with dots between", Variable::isClaim),
  OPENID_TENANT_CLAIM("the name of a claim, or names with dots between", Variable::isClaim),
  OPENID_CLIENT_CLAIM("the name of a claim, or names with dots between", Variable::isClaim),
  OPENID_AGENT_CLAIM("the name of a claim, or names with dots between", Variable::isClaim),
  OPENID_ALLOW_HTTP("true or false", text -> text.matches("true|false")),
  PORT("a port from 0 to 65535", text -> isBetween(text, 0, 65_535)),
  MCP("on or off", text -> text.matches("on|off")),
  PAGES("on or off", text -> text.matches("on|off")),
  PUBLIC_URL("like https://calls.example.com, without a query", Variable::isAddress),
  TRUSTED_PROXIES("addresses or networks, with commas between", text -> true),
  CORS_ORIGINS(
      "origins such as https://app.example.com, with commas between, or *",
      text -> Arrays.stream(text.split(",")).map(String::strip).allMatch(Variable::isOrigin)),
  RATE_LIMIT_REQUESTS("a number from 1 on", text -> isBetween(text, 1, Long.MAX_VALUE)),
  RATE_LIMIT_STRANGERS("a number from 1 on", text -> isBetween(text, 1, Long.MAX_VALUE)),
  RATE_LIMIT_WINDOW("a duration such as 10s", Variable::isDuration),
  WEBHOOKS_ALLOW_LOOPBACK("true or false", text -> text.matches("true|false")),
  BODY_TIMEOUT("a duration such as 10s", Variable::isDuration),
  OTLP_ENDPOINT("like http://collector:4317", Variable::isAddress),
  OTLP_PROTOCOL("grpc or http/protobuf", text -> text.matches("grpc|http/protobuf")),
  LOG_FORMAT("text or json", text -> text.matches("text|json")),
  LOG_LEVEL(
      "one of ERROR, WARN, INFO, DEBUG, TRACE",
      text -> text.matches("ERROR|WARN|INFO|DEBUG|TRACE"));

  private static final String PREFIX = "WARMLINE_";

  private final String expected;

  @SuppressWarnings("ImmutableEnumChecker") // It has no state.
  private final Predicate<String> allowed;

  Variable(String expected, Predicate<String> allowed) {
    this.expected = expected;
    this.allowed = allowed;
  }

  /** As it stands in the environment. */
  String variable() {
    return PREFIX + name();
  }

  /** What is wrong with this value; empty if nothing is, or nothing is set. */
  Optional<String> fault(String value) {
    return value.isEmpty() || allowed.test(value)
        ? Optional.empty()
        : Optional.of(variable() + " must be " + expected);
  }

  /** All their names. */
  static List<String> names() {
    return Arrays.stream(values()).map(Variable::variable).toList();
  }

  private static boolean isBetween(String text, long least, long most) {
    return text.matches("[0-9]{1,18}")
        && Long.parseLong(text) >= least
        && Long.parseLong(text) <= most;
  }

  private static boolean isDuration(String text) {
    try {
      return text.matches("[1-9][0-9]{0,8}(ms|s|m|h|d)?") || !Duration.parse(text).isNegative();
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static boolean isRoles(String text) {
    try {
      return !RoleScopes.parse(text).toString().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isClaim(String text) {
    return text.length() <= 200 && text.chars().allMatch(c -> c > ' ' && c < 127);
  }

  private static boolean isOrigin(String text) {
    return text.equals("*") || text.matches("/.+/") || text.matches("https?://[^/?#\\s]+");
  }

  private static boolean isAddress(String text) {
    try {
      URI uri = URI.create(text);
      return uri.getHost() != null
          && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
          && uri.getQuery() == null
          && uri.getFragment() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
