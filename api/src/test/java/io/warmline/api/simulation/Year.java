package io.warmline.api.simulation;

import io.warmline.sdk.WarmlineClient;
import io.warmline.sdk.model.Deliverable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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

  /** A new list a month, so that the clients' calendars hold the meetings that come of it. */
  private static final int LISTS = 10;

  static final Instant END = Instant.parse("2027-01-05T08:00:00Z");

  static final Period PERIOD = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 4), END);

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
  record Size(int leads, int leadsForMeetings) {

    /** What of it comes with one of the lists. */
    private Size of(int list) {
      return new Size(share(leads, list), share(leadsForMeetings, list));
    }

    private static int share(int whole, int list) {
      return whole * (list + 1) / LISTS - whole * list / LISTS;
    }
  }

  /** Founds a firm that is about to begin its year. */
  static Year of(WarmlineClient warmline, URI server, Upkeep upkeep, long seed, Size size) {
    YearClock.set(START);
    Agenda agenda = new Agenda(upkeep, START);
    World world =
        new World(warmline, agenda, new Chance(seed), new Books(PERIOD), new Floor(agenda));
    Firm firm = new Firm(world);
    List<Drive> drives = firm.drives();
    Map<UUID, Prospect> prospects = new HashMap<>();
    firm.programmes();
    firm.agents(prospects);
    for (int i = 0; i < LISTS; i++) {
      Size list = size.of(i);
      agenda.in(MONTH.multipliedBy(i), () -> load(list, firm, drives, prospects));
    }
    world.floor().open();
    new MailRoom(world, server, prospects).open();
    agenda.in(Duration.ofHours(9), new Visitors(world)::comeBy);
    return new Year(world, drives);
  }

  private static void load(
      Size list, Firm firm, List<Drive> drives, Map<UUID, Prospect> prospects) {
    firm.leads(drives, list.leads(), prospects);
    firm.leads(setMeetings(drives), list.leadsForMeetings(), prospects);
  }

  private static List<Drive> setMeetings(List<Drive> drives) {
    return drives.stream().filter(d -> d.deliverable() == Deliverable.APPOINTMENT).toList();
  }

  Books ledger() {
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
