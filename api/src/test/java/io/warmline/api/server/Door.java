package io.warmline.api.server;

import java.net.URI;

/** Where requests go: to one server, or to whichever of several. */
public interface Door {

  /** Where to send the next request. */
  URI at(String path);

  /** Nothing came of a request that was sent there. */
  default void failed(URI where) {}
}
