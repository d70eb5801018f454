package io.warmline.core.webhook;

import java.util.function.Consumer;

/** Carries messages to where they are to go. */
public interface Courier {

  /**
   * Begins to carry a message, and comes back at once.
   *
   * @param report told once what became of it, on another thread
   */
  void carry(Parcel parcel, Consumer<Attempt> report);
}
