package io.warmline.api.simulation;

import io.warmline.sdk.WarmlineClient;
import io.warmline.sdk.model.Deliverable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/** A year of the firm. In its last weeks nobody works; clients decide on what lies with them. */
final class Year {

  /** A Monday, before anybody in America is up. */
  static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

  /** From then on nobody calls, writes or clicks. */
  static final Instant CLOSES = Instant.parse("2026-12-12T05:00:00Z");

  private static final Duration MONTH = Duration.ofDays(30);

  static final Instant END = Instant.parse("2027-01-05T08:00:00Z");

  private static final Logger LOG = Logger.getLogger(Year.class);

  private final World world;
  private final List<Drive> drives;

  private Year(World world, List<Drive> drives) {
    this.world = world;
    this.drives = drives;
  }

  /**
   * How large the firm is.
   *
   * @param leads on all lists
   * @param leadsForMeetings as many again on the lists that set meetings
   */
  record Size(int leads, int leadsForMeetings) {}

  /** Founds a firm that is about to begin its year. */
  static Year of(WarmlineClient warmline, URI server, Upkeep upkeep, long seed, Size size) {
    YearClock.set(START);
    Agenda agenda = new Agenda(upkeep, START);
    World world =
        new World(warmline, agenda, new Chance(seed), new YearLedger(), new Floor(agenda));
    Firm firm = new Firm(world);
    List<Drive> drives = firm.drives();
    Map<UUID, Prospect> prospects = new HashMap<>();
    firm.programmes();
    firm.leads(drives, size.leads(), prospects);
    firm.leads(setMeetings(drives), size.leadsForMeetings(), prospects);
    firm.agents(prospects);
    world.floor().open();
    new MailRoom(world, server, prospects).open();
    agenda.in(Duration.ofHours(9), new Visitors(world)::comeBy);
    return new Year(world, drives);
  }

  private static List<Drive> setMeetings(List<Drive> drives) {
    return drives.stream().filter(d -> d.deliverable() == Deliverable.APPOINTMENT).toList();
  }

  YearLedger ledger() {
    return world.ledger();
  }

  List<Drive> drives() {
    return drives;
  }

  void pass(Audit audit) {
    everyMonth(audit);
    world.agenda().runUntil(END);
  }

  private void everyMonth(Audit audit) {
    LOG.infof("%s: %s", world.now(), world.ledger());
    audit.everyLeadIsInOnePlace(drives);
    audit.nobodyWaitsForTwoThings();
    world.agenda().in(MONTH, () -> everyMonth(audit));
  }
}
