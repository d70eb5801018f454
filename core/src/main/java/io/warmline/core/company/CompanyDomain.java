package io.warmline.core.company;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The domain that is a company's own: {@code acme.co.uk} of {@code jane@sales.acme.co.uk}. None
 * where everybody may have an address or a page.
 */
final class CompanyDomain {

  private static final Set<String> PUBLIC = CompanyWords.of("public-domains");
  private static final Set<String> SECOND_LEVELS = CompanyWords.of("second-levels");
  private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*://");
  private static final Pattern PATH = Pattern.compile("[/?#].*$", Pattern.DOTALL);
  private static final Pattern PORT = Pattern.compile(":.*$", Pattern.DOTALL);
  private static final Pattern HOST =
      Pattern.compile("(?:[a-z0-9_](?:[a-z0-9_-]{0,62})\\.)+[a-z][a-z0-9-]{1,62}");
  private static final int LONGEST = 253;

  private CompanyDomain() {}

  static Optional<String> ofEmail(@Nullable String address) {
    return address == null || address.indexOf('@') < 0
        ? Optional.empty()
        : ofHost(address.substring(address.lastIndexOf('@') + 1));
  }

  static Optional<String> ofWebsite(@Nullable String address) {
    if (address == null) {
      return Optional.empty();
    }
    String rest = SCHEME.matcher(address.strip()).replaceFirst("");
    String authority = PATH.matcher(rest).replaceFirst("");
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    return ofHost(PORT.matcher(host).replaceFirst(""));
  }

  private static Optional<String> ofHost(String written) {
    return ascii(written).filter(host -> !isPublic(host)).map(CompanyDomain::registered);
  }

  private static Optional<String> ascii(String written) {
    String host = written.strip();
    String bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    try {
      String ascii = IDN.toASCII(bare).toLowerCase(Locale.ROOT);
      return ascii.length() <= LONGEST && HOST.matcher(ascii).matches()
          ? Optional.of(ascii)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isPublic(String host) {
    for (String rest = host; !rest.isEmpty(); rest = parent(rest)) {
      if (PUBLIC.contains(rest)) {
        return true;
      }
    }
    return SECOND_LEVELS.contains(host);
  }

  private static String parent(String host) {
    int dot = host.indexOf('.');
    return dot < 0 ? "" : host.substring(dot + 1);
  }

  private static String registered(String host) {
    String name = host;
    for (String rest = parent(host); rest.indexOf('.') > 0; rest = parent(rest)) {
      if (SECOND_LEVELS.contains(rest)) {
        return name;
      }
      name = rest;
    }
    return name;
  }
}
