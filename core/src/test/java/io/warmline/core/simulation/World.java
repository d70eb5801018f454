package io.warmline.core.simulation;

import io.warmline.core.id.LeadId;
import java.util.List;
import java.util.Map;

/** The firm, its leads, and the book that is kept of its promises. */
record World(
    Map<LeadId, Prospect> leads,
    List<Prospect> prospects,
    Staff staff,
    PromiseLedger ledger,
    Chance chance) {

  World(Map<LeadId, Prospect> leads, Staff staff, Chance chance) {
    this(leads, List.copyOf(leads.values()), staff, new PromiseLedger(), chance);
  }
}
