package io.warmline.core.queue;

import io.warmline.core.NotFound;
import io.warmline.core.id.ImportId;
import java.util.Collection;

/** The lists from which leads came, for those who ask for a part of the leads by them. */
public interface Lists {

  /**
   * Sees that they are there.
   *
   * @throws NotFound if the tenant has no import with one of these ids
   */
  void require(Collection<ImportId> imports);
}
