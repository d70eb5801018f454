package io.warmline.api.openid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands in a token: the name of a claim, or names with dots between where one
 * stands in another ({@code realm_access.roles}). A claim of the whole name comes first, since
 * names may be addresses.
 */
record ClaimPath(String name) {

  private @Nullable Object in(Map<String, Object> claims) {
    if (claims.containsKey(name)) {
      return claims.get(name);
    }
    Object at = claims;
    for (String step : name.split("\\.", -1)) {
      at = at instanceof Map<?, ?> inner ? inner.get(step) : null;
    }
    return at;
  }

  /**
   * The names in a list; a text alone is one name, however many words it has. Empty: there are
   * none.
   *
   * @throws TokenRefused if it is neither
   */
  List<String> names(Map<String, Object> claims) {
    Object value = in(claims);
    if (value == null) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (Object one : value instanceof List<?> list ? list : List.of(value)) {
      if (!(one instanceof String text)) {
        throw new TokenRefused("The claim " + name + " of the token is no list of names.");
      }
      names.add(text);
    }
    return names;
  }

  /**
   * An id of ours; empty if the claim is not there.
   *
   * @throws TokenRefused if it is none
   */
  Optional<UUID> id(Map<String, Object> claims) {
    Object value = in(claims);
    if (value == null) {
      return Optional.empty();
    }
    try {
      String text = value instanceof String id ? id : "";
      UUID id = UUID.fromString(text);
      if (id.toString().equalsIgnoreCase(text)) {
        return Optional.of(id);
      }
      throw new TokenRefused(notAnId());
    } catch (IllegalArgumentException e) {
      throw new TokenRefused(notAnId());
    }
  }

  private String notAnId() {
    return "The claim " + name + " of the token is no id of Warmline.";
  }
}
