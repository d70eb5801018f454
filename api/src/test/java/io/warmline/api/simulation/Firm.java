package io.warmline.api.simulation;

import io.warmline.sdk.WarmlineClient;
import io.warmline.sdk.model.CallingHours;
import io.warmline.sdk.model.CampaignPolicy;
import io.warmline.sdk.model.Confirmation;
import io.warmline.sdk.model.Deliverable;
import io.warmline.sdk.model.NewAgent;
import io.warmline.sdk.model.NewCampaign;
import io.warmline.sdk.model.NewClient;
import io.warmline.sdk.model.NewLead;
import io.warmline.sdk.model.NewProgramme;
import io.warmline.sdk.model.Objective;
import io.warmline.sdk.model.ProgrammeKind;
import io.warmline.sdk.model.TimeWindow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Founds the firm: three clients, four campaigns, programmes, twelve agents, and lists of leads.
 */
final class Firm {

  static final int AGENTS = 12;

  private static final List<ProgrammeKind> PROGRAMMES =
      List.of(
          ProgrammeKind.FIT_CHECK,
          ProgrammeKind.REHEAT,
          ProgrammeKind.CONTRACT_END,
          ProgrammeKind.CUSTOMER_CHECK_IN,
          ProgrammeKind.WIN_BACK);

  private static final String OFFICE = "America/New_York";

  private final World world;
  private final WarmlineClient warmline;
  private int numbers;

  Firm(World world) {
    this.world = world;
    this.warmline = world.warmline();
  }

  /** Two that differ in the confirmation of their meetings, and one of each other deliverable. */
  List<Drive> drives() {
    UUID meets = client("Northern Pumps");
    UUID takesOver = client("Harbor Leasing");
    UUID keepsCustomers = client("Fir & Daughters");
    return List.of(
        drive(meets, Deliverable.APPOINTMENT, Confirmation.AT_ONCE),
        drive(meets, Deliverable.APPOINTMENT, Confirmation.DAY_BEFORE),
        drive(takesOver, Deliverable.WARM_LEAD, Confirmation.NONE),
        drive(keepsCustomers, Deliverable.CHECK_IN, Confirmation.NONE));
  }

  private UUID client(String name) {
    NewClient client =
        new NewClient()
            .name(name)
            .timeZone(OFFICE)
            .country("US")
            .meetingHours(weekdays("09:00", "17:00"))
            .meetingMinutes(30);
    return warmline.clients().createClient(client).value().getId();
  }

  private Drive drive(UUID client, Deliverable deliverable, Confirmation confirmation) {
    Objective objective =
        switch (deliverable) {
          case APPOINTMENT -> Objective.SECURE_MEETING;
          case WARM_LEAD -> Objective.QUALIFY;
          case CHECK_IN, UNKNOWN -> Objective.WARM_CHECK_IN;
        };
    CampaignPolicy policy =
        new CampaignPolicy()
            .deliverable(deliverable)
            .objective(objective)
            .confirmation(confirmation)
            .maxAttempts(Drive.MAX_ATTEMPTS)
            .callbackGraceMinutes(Drive.GRACE_MINUTES)
            .hotMinutes(Drive.HOT_MINUTES)
            .leaseSeconds(600);
    NewCampaign campaign =
        new NewCampaign()
            .name(deliverable + " " + confirmation)
            .defaultCountry("US")
            .timeZone(OFFICE)
            .callingHours(weekdays("09:00", "18:00"))
            .policy(policy)
            .clientId(client);
    UUID id = warmline.campaigns().createCampaign(campaign).value().getId();
    return new Drive(id, client, deliverable, objective, confirmation);
  }

  private static CallingHours weekdays(String from, String to) {
    List<TimeWindow> day = List.of(new TimeWindow().from(from).to(to));
    return new CallingHours().monday(day).tuesday(day).wednesday(day).thursday(day).friday(day);
  }

  void programmes() {
    for (ProgrammeKind kind : PROGRAMMES) {
      warmline.programmes().createProgramme(new NewProgramme().kind(kind).name(kind.name()));
    }
  }

  /** Half of them come early, half stay late. */
  void agents(Map<UUID, Prospect> prospects) {
    for (int i = 0; i < AGENTS; i++) {
      UUID id = warmline.agents().createAgent(new NewAgent().name("Agent " + i)).value().getId();
      Hours shift = i % 2 == 0 ? new Hours(9, 17) : new Hours(12, 20);
      world.floor().hire(new AgentAtWork(world, id, shift, prospects));
    }
  }

  /** So many leads in all; one in twenty is on a second list with the same number. */
  void leads(List<Drive> drives, int count, Map<UUID, Prospect> prospects) {
    for (int n = 0; n < count; n++) {
      Place place = world.chance().oneOf(List.of(Place.values()));
      Line line = new Line(place.number(numbers++), place);
      List<Drive> lists = new ArrayList<>();
      lists.add(drives.get(n % drives.size()));
      if (world.chance().is(0.05)) {
        lists.add(drives.get((n + 1) % drives.size()));
      }
      for (Drive drive : lists) {
        Prospect prospect = new Prospect(lead(line, drive), line, drive);
        prospects.put(prospect.lead(), prospect);
        world.ledger().prospects().add(prospect);
      }
    }
  }

  private UUID lead(Line line, Drive drive) {
    NewLead lead =
        new NewLead()
            .campaignId(drive.id())
            .company("Company " + line.number())
            .timeZone(line.place().zone().getId())
            .phones(List.of(line.number()));
    if (world.chance().is(0.2)) {
      lead.contractEnd(
          LocalDate.ofInstant(world.now(), line.place().zone())
              .plusDays(world.chance().between(30, 360)));
    }
    return warmline.leads().createLead(lead).value().getId();
  }
}
