package io.warmline.core.imports;

import io.warmline.core.phone.PhoneNumber;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Where an import leads to: the campaign, or the rehearsal of a dry run. */
interface ImportTarget {

  /** Keeps these numbers to this transaction. */
  void lock(Collection<PhoneNumber> numbers);

  /** Every lead that these rows may be about, see {@link Roster}. */
  List<KnownLead> find(ImportJob job, List<StatedLead> rows);

  /**
   * The numbers that have to be locked, besides those of the rows, before these leads may be
   * changed.
   */
  Set<PhoneNumber> numbersOf(List<KnownLead> leads);

  /** Writes new and changed leads. */
  void write(ImportRun run, List<KnownLead> leads, ZoneId campaignZone, Instant now);
}
