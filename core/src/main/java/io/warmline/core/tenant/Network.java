package io.warmline.core.tenant;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of addresses in the notation of CIDR (RFC 4632): {@code 203.0.113.0/24}, {@code
 * 2001:db8::/32}.
 *
 * @param first the lowest address of the range
 * @param bits how many leading bits all its addresses share: 0 to 32, or to 128 of IPv6
 */
public record Network(InetAddress first, int bits) {

  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:0|[1-9]\\d{0,2})\\.){3}(?:0|[1-9]\\d{0,2})");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");
  private static final Pattern BITS = Pattern.compile("0|[1-9]\\d{0,2}");
  private static final int LONGEST = 49;

  /**
   * Reads one; an address alone is the range of that address.
   *
   * @throws WarmlineException INVALID_VALUE if it is none, or if the address is not the first of
   *     its range
   */
  public static Network parse(String text) {
    int slash = text.indexOf('/');
    Optional<InetAddress> address = address(slash < 0 ? text : text.substring(0, slash));
    if (text.length() > LONGEST || address.isEmpty()) {
      throw refused("is no network; write one as 203.0.113.0/24 or 2001:db8::/32");
    }
    int most = address.get().getAddress().length * Byte.SIZE;
    String length = slash < 0 ? String.valueOf(most) : text.substring(slash + 1);
    if (!BITS.matcher(length).matches() || Integer.parseInt(length) > most) {
      throw refused("has no length from 0 to " + most + " behind the slash");
    }
    Network network = new Network(address.get(), Integer.parseInt(length));
    Network meant = new Network(network.lowest(), network.bits());
    if (!meant.equals(network)) {
      throw refused("is an address within a network; that network is " + meant);
    }
    return network;
  }

  private static WarmlineException refused(String why) {
    return new WarmlineException(ProblemCode.INVALID_VALUE, why);
  }

  /**
   * The address that a text spells as four decimal numbers, or as IPv6 does. Nothing is looked up.
   */
  public static Optional<InetAddress> address(String text) {
    boolean colons = text.indexOf(':') >= 0;
    if (!(colons ? IPV6 : IPV4).matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** Whether the address is within. An address of the other family never is. */
  public boolean contains(InetAddress address) {
    byte[] mine = first.getAddress();
    byte[] other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      if (bit(mine, bit) != bit(other, bit)) {
        return false;
      }
    }
    return true;
  }

  /** Whether all addresses of the other one are within. */
  public boolean contains(Network other) {
    return other.bits >= bits && contains(other.first);
  }

  private static int bit(byte[] address, int bit) {
    return address[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE) & 1;
  }

  private InetAddress lowest() {
    byte[] address = first.getAddress();
    for (int bit = bits; bit < address.length * Byte.SIZE; bit++) {
      address[bit / Byte.SIZE] &= (byte) ~(1 << (Byte.SIZE - 1 - bit % Byte.SIZE));
    }
    try {
      return InetAddress.getByAddress(address);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address of another length", e);
    }
  }

  /** As it is written. */
  @Override
  public String toString() {
    return first.getHostAddress() + "/" + bits;
  }
}
