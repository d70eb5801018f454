package io.warmline.api.webhook;

import io.warmline.core.webhook.Destination;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The address that a destination has at this moment. Nothing is sent into a network, whatever the
 * name is and whoever answers for it.
 */
@Singleton
public class Addresses {

  private final boolean loopback;

  Addresses(
      @ConfigProperty(name = "warmline.webhooks.allow-loopback", defaultValue = "false")
          boolean loopback) {
    this.loopback = loopback;
  }

  /** A name that stands for an address to which nothing is sent. */
  static final class NotPublic extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotPublic() {
      super("the host stands for an address that is not public", null, false, false);
    }
  }

  /** A name that stands for nothing. */
  static final class Unknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unknown(UnknownHostException e) {
      super("the host is not known", e);
    }
  }

  /** Whether this machine will do, and http to it. */
  public boolean allowsLoopback() {
    return loopback;
  }

  /**
   * The one to connect to. Where a name stands for several, all of them must do.
   *
   * @throws Unknown if it stands for none
   * @throws NotPublic if one of them is not public
   */
  InetAddress of(Destination destination) {
    List<InetAddress> all = lookUp(destination.host());
    for (InetAddress one : all) {
      if (!Destination.isPublic(one) && !(loopback && Destination.isLoopback(one))) {
        throw new NotPublic();
      }
    }
    return all.get(0);
  }

  private static List<InetAddress> lookUp(String host) {
    try {
      return List.of(InetAddress.getAllByName(host));
    } catch (UnknownHostException e) {
      throw new Unknown(e);
    }
  }
}
