package io.warmline.api.simulation;

import io.warmline.sdk.WarmlineClient;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** What everybody in the simulation shares. */
record World(WarmlineClient warmline, Agenda agenda, Chance chance, Books ledger, Floor floor) {

  Instant now() {
    return agenda.now();
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
