package io.warmline.core.webhook;

import io.warmline.core.InvalidValue;
import io.warmline.core.tenant.Network;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address to send to. It is an https URL of a public host; what the host's name stands for is
 * looked at again at every attempt, because that may change. Where the settings allow it, it may
 * also be this machine, by http.
 */
public record Destination(URI url) {

  private static final String POINTER = "/url";
  private static final int LONGEST = 2000;
  private static final Pattern HOST =
      Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+");

  /** A host whose last part is a number is an IPv4 address in some spelling (WHATWG URL, 3.5). */
  private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)\\.?");

  /** Names that are of this machine or of the house by their kind (RFC 6761, 6762, 8375). */
  private static final Pattern INSIDE =
      Pattern.compile("(.*\\.)?(localhost|local|internal|intranet|lan|home|corp|home\\.arpa)");

  private static final List<Network> LOOPBACK =
      List.of(Network.parse("127.0.0.0/8"), Network.parse("::1/128"));

  /** Where nobody outside can be. Source: the IANA registries of special-purpose addresses. */
  private static final List<Network> NOT_PUBLIC =
      List.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/4",
              "240.0.0.0/4",
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "3fff::/20")
          .stream()
          .map(Network::parse)
          .toList();

  /** Of IPv6 only this part is given to anybody. */
  private static final Network GLOBAL_UNICAST = Network.parse("2000::/3");

  /** A URL without a host leads nowhere. */
  public Destination {
    if (url.getHost() == null) {
      throw new IllegalArgumentException(url + " names no host");
    }
  }

  /**
   * Reads one.
   *
   * @param loopback whether this machine will do, and http to it
   * @throws InvalidValue at {@code /url} if nothing is sent there
   */
  public static Destination parse(String text, boolean loopback) {
    URI url = uri(text);
    String host = url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
    if (host.isEmpty() || url.getRawUserInfo() != null || url.getRawFragment() != null) {
      throw refused("NOT_A_URL", "must be an absolute URL without user, password and fragment");
    }
    boolean here = loopback && isHere(host);
    if (!"https".equals(url.getScheme()) && !(here && "http".equals(url.getScheme()))) {
      throw refused("NOT_HTTPS", "must begin with https://");
    }
    if (url.getPort() == 0 || url.getPort() > 65_535) {
      throw refused("NOT_A_URL", "must have a port from 1 to 65535");
    }
    if (!here) {
      requirePublic(host);
    }
    return new Destination(url);
  }

  private static URI uri(String text) {
    if (text.length() > LONGEST || !text.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw refused(
          "NOT_A_URL", "must have at most " + LONGEST + " characters, all of them visible ASCII");
    }
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw refused("NOT_A_URL", "must be an absolute https URL");
    }
  }

  private static boolean isHere(String host) {
    return host.equals("localhost") || literal(host).filter(Destination::isLoopback).isPresent();
  }

  private static void requirePublic(String host) {
    Optional<InetAddress> address = literal(host);
    if (address.isPresent()) {
      if (!isPublic(address.get())) {
        throw notPublic();
      }
      return;
    }
    if (host.startsWith("[") || ENDS_IN_A_NUMBER.matcher(host).matches()) {
      throw refused(
          "NOT_A_HOST",
          "must name a host, or write its address as four decimal numbers or as IPv6");
    }
    if (INSIDE.matcher(host).matches()) {
      throw notPublic();
    }
    if (!HOST.matcher(host).matches()) {
      throw refused("NOT_A_HOST", "must name a host with its domain, such as hooks.example.com");
    }
  }

  private static InvalidValue notPublic() {
    return refused("ADDRESS_NOT_PUBLIC", "must lead to a public address, not into a network");
  }

  private static InvalidValue refused(String code, String message) {
    return new InvalidValue(POINTER, code, message);
  }

  private static Optional<InetAddress> literal(String host) {
    return Network.address(host.startsWith("[") ? host.replaceAll("[\\[\\]]", "") : host);
  }

  /** The name or the address to connect to; IPv6 without brackets. */
  public String host() {
    return url.getHost().replaceAll("[\\[\\]]", "");
  }

  /** The port to connect to. */
  public int port() {
    if (url.getPort() > 0) {
      return url.getPort();
    }
    return isSecure() ? 443 : 80;
  }

  /** Whether it is https. */
  public boolean isSecure() {
    return "https".equals(url.getScheme());
  }

  /** Path and query, as they are asked for. */
  public String target() {
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
  }

  /** Whether somebody outside may have this address. */
  public static boolean isPublic(InetAddress address) {
    boolean given = address.getAddress().length == 4 || GLOBAL_UNICAST.contains(address);
    return given && NOT_PUBLIC.stream().noneMatch(network -> network.contains(address));
  }

  /** Whether it is this machine. */
  public static boolean isLoopback(InetAddress address) {
    return LOOPBACK.stream().anyMatch(network -> network.contains(address));
  }

  @Override
  public String toString() {
    return url.toString();
  }
}
