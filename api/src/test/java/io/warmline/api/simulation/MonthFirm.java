package io.warmline.api.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.sdk.LeadFile;
import io.warmline.sdk.LeadFilter;
import io.warmline.sdk.WarmlineClient;
import io.warmline.sdk.model.CallingHours;
import io.warmline.sdk.model.CampaignPolicy;
import io.warmline.sdk.model.Confirmation;
import io.warmline.sdk.model.Deliverable;
import io.warmline.sdk.model.ImportStatus;
import io.warmline.sdk.model.Lead;
import io.warmline.sdk.model.LeadImport;
import io.warmline.sdk.model.NewCampaign;
import io.warmline.sdk.model.NewClient;
import io.warmline.sdk.model.Objective;
import io.warmline.sdk.model.TimeWindow;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes on clients, and loads the lists that they bring. */
final class MonthFirm {

  static final String HEADER = "First name,Last name,Company,E-mail,Phone";

  private static final String OFFICE = Period.ZONE.getId();
  private static final Duration SOON = Duration.ofSeconds(30);

  private final WarmlineClient warmline;
  private final Books books;
  private final Upkeep upkeep;

  MonthFirm(WarmlineClient warmline, Books books, Upkeep upkeep) {
    this.warmline = warmline;
    this.books = books;
    this.upkeep = upkeep;
  }

  NewClient client(String name) {
    return new NewClient()
        .name(name)
        .timeZone(OFFICE)
        .country("US")
        .meetingHours(weekdays("09:00", "17:00"))
        .meetingMinutes(30);
  }

  Drive drive(NewClient client, Deliverable deliverable, CampaignPolicy policy) {
    UUID clientId = warmline.clients().createClient(client).value().getId();
    Objective objective =
        switch (deliverable) {
          case APPOINTMENT -> Objective.SECURE_MEETING;
          case WARM_LEAD -> Objective.QUALIFY;
          case CHECK_IN, UNKNOWN -> Objective.WARM_CHECK_IN;
        };
    Confirmation confirmation =
        deliverable == Deliverable.APPOINTMENT ? Confirmation.AT_ONCE : Confirmation.NONE;
    NewCampaign campaign =
        new NewCampaign()
            .name("For " + client.getName())
            .defaultCountry("US")
            .timeZone(OFFICE)
            .callingHours(weekdays("09:00", "18:00"))
            .policy(
                policy
                    .deliverable(deliverable)
                    .objective(objective)
                    .confirmation(confirmation)
                    .leaseSeconds(600)
                    .maxAttempts(Drive.MAX_ATTEMPTS)
                    .callbackGraceMinutes(Drive.GRACE_MINUTES)
                    .hotMinutes(Drive.HOT_MINUTES))
            .clientId(clientId);
    UUID id = warmline.campaigns().createCampaign(campaign).value().getId();
    return new Drive(id, clientId, deliverable, objective, confirmation);
  }

  private static CallingHours weekdays(String from, String to) {
    List<TimeWindow> day = List.of(new TimeWindow().from(from).to(to));
    return new CallingHours().monday(day).tuesday(day).wednesday(day).thursday(day).friday(day);
  }

  /** A list as the client sends it. */
  void load(Drive drive, List<Contact> contacts) {
    load(drive, contacts, "");
  }

  /** The same, of people who buy from the client already. */
  void loadCustomers(Drive drive, List<Contact> contacts) {
    load(drive, contacts, ",Customer");
  }

  private void load(Drive drive, List<Contact> contacts, String status) {
    String header = status.isEmpty() ? HEADER : HEADER + ",Lead Status";
    String file =
        contacts.stream()
            .map(contact -> contact.row() + status)
            .collect(Collectors.joining("\n", header + "\n", "\n"));
    LeadFile list = LeadFile.csv(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    UUID id = warmline.imports().startImport(drive.id(), list).getId();
    upkeep.files();
    LeadImport loaded = warmline.imports().awaitImport(id, SOON);
    assertThat(loaded.getStatus()).isEqualTo(ImportStatus.COMPLETED);
    assertThat(loaded.getCreated())
        .as("rows that are leads: %s", loaded)
        .isEqualTo(contacts.size());
    know(drive, contacts);
  }

  private void know(Drive drive, List<Contact> contacts) {
    Map<String, Lead> byNumber = new HashMap<>();
    for (Lead lead : warmline.leads().listLeads(LeadFilter.all().campaignId(drive.id()))) {
      byNumber.put(lead.getPhones().get(0).getNumber(), lead);
    }
    for (Contact contact : contacts) {
      Lead lead = byNumber.get(contact.number());
      Prospect prospect =
          new Prospect(lead.getId(), new Line(contact.number(), Place.NEW_YORK), drive);
      prospect.become(lead.getStatus());
      contact.became(prospect);
      books.prospects().add(prospect);
    }
  }
}
