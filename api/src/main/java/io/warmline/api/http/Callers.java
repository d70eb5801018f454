package io.warmline.api.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** Where somebody without a key comes from. */
final class Callers {

  private static final int NETWORK_BYTES = 8;
  private static final int LONGEST = 64;

  private Callers() {}

  /**
   * The address, or of IPv6 the network: whoever has one address of a /64 has all of them. Behind
   * trusted proxies it is what they say.
   */
  static String addressOf(HttpServerRequest request) {
    return network(textOf(request));
  }

  /** The whole address as text; empty if it is not known. */
  static String textOf(HttpServerRequest request) {
    return OnBehalf.in(request).map(OnBehalf::address).orElseGet(() -> remote(request));
  }

  private static String remote(HttpServerRequest request) {
    SocketAddress remote = request.remoteAddress();
    if (remote == null) {
      return "";
    }
    String address = remote.hostAddress() == null ? remote.host() : remote.hostAddress();
    return address == null ? "" : shortened(address);
  }

  /** A text that is no address is not looked up, but taken as it is. */
  static String network(String address) {
    boolean colons = address.indexOf(':') >= 0;
    try {
      if (colons && InetAddress.getByName(address) instanceof Inet6Address six) {
        return HexFormat.of().formatHex(six.getAddress(), 0, NETWORK_BYTES);
      }
    } catch (UnknownHostException e) {
      return shortened(address);
    }
    return shortened(address);
  }

  private static String shortened(String address) {
    return address.length() <= LONGEST ? address : address.substring(0, LONGEST);
  }
}
