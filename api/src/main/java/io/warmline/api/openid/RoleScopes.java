package io.warmline.api.openid;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which scopes the roles of a provider give, as the settings have it: {@code admin=*;
 * supervisor=*:read calls:write}. {@code *} is all of them, {@code *:read} all that read.
 */
public final class RoleScopes {

  private static final String ALL = "*";

  private final Map<String, Set<String>> patterns;

  private RoleScopes(Map<String, Set<String>> patterns) {
    this.patterns = patterns;
  }

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException with what cannot be meant
   */
  public static RoleScopes parse(String text) {
    Map<String, Set<String>> patterns = new LinkedHashMap<>();
    for (String entry : text.split(";", -1)) {
      if (entry.isBlank()) {
        continue;
      }
      int at = entry.lastIndexOf('=');
      String role = at < 0 ? "" : entry.substring(0, at).strip();
      Set<String> scopes =
          Arrays.stream(entry.substring(at + 1).split("[\\s,]+"))
              .filter(scope -> !scope.isEmpty())
              .collect(Collectors.toCollection(TreeSet::new));
      if (role.isEmpty() || scopes.isEmpty()) {
        throw new IllegalArgumentException(
            "\"" + entry.strip() + "\" is no role with its scopes, such as supervisor=leads:read");
      }
      if (patterns.put(role, scopes) != null) {
        throw new IllegalArgumentException("the role " + role + " stands there twice");
      }
    }
    if (patterns.isEmpty()) {
      throw new IllegalArgumentException("there is no role");
    }
    return new RoleScopes(patterns);
  }

  /** Scopes that are named and that there are not. */
  public Set<String> strangeTo(Set<String> known) {
    return patterns.values().stream()
        .flatMap(Set::stream)
        .filter(pattern -> known.stream().noneMatch(scope -> matches(pattern, scope)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * What these roles give of the scopes that there are.
   *
   * @param roles those that are not known here give nothing
   */
  Set<String> of(Collection<String> roles, Set<String> all) {
    Set<String> given = new TreeSet<>();
    for (String role : roles) {
      Set<String> named = patterns.getOrDefault(role, Set.of());
      all.stream()
          .filter(scope -> named.stream().anyMatch(pattern -> matches(pattern, scope)))
          .forEach(given::add);
    }
    return given;
  }

  private static boolean matches(String pattern, String scope) {
    return pattern.equals(ALL)
        || pattern.equals(scope)
        || (pattern.startsWith(ALL) && scope.endsWith(pattern.substring(1)));
  }

  /** Which role gives what. */
  @Override
  public String toString() {
    return patterns.entrySet().stream()
        .map(entry -> entry.getKey() + " grants " + String.join(" ", entry.getValue()))
        .collect(Collectors.joining("; "));
  }
}
