package io.warmline.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.Fixture;
import io.warmline.core.campaign.CampaignPolicy;
import io.warmline.core.compliance.ConsentKind;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.imports.ColumnMapping;
import io.warmline.core.imports.LeadFile;
import io.warmline.core.imports.ReceiveImport;
import io.warmline.core.imports.RunImports;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.simulation.Hours.Span;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Founds a firm: campaigns, agents on three continents, and lists of leads that are imported. */
@ApplicationScoped
class Firm {

  private static final Hours OFFICE =
      new Hours(List.of(new Span(9, 20)), List.of(new Span(10, 17)), List.of());
  private static final Hours EVERY_DAY =
      new Hours(List.of(new Span(8, 21)), List.of(new Span(8, 21)), List.of(new Span(8, 21)));
  private static final Hours WITH_LUNCH =
      new Hours(
          List.of(new Span(9, 12), new Span(13, 19)),
          List.of(new Span(9, 12)),
          List.of(new Span(14, 18)));

  /** Hours of UTC at which shifts begin: America, Europe, Australia. */
  private static final List<Integer> SHIFTS =
      List.of(13, 14, 14, 15, 16, 16, 17, 17, 18, 13, 15, 7, 8, 8, 21, 23);

  @Inject Fixture given;
  @Inject ReceiveImport receiveImport;
  @Inject RunImports runImports;
  @Inject TenantTransaction transaction;
  @Inject TenantSql sql;

  /** Three campaigns with hours, leases and graces of their own. */
  List<Drive> drives() {
    return List.of(
        drive(OFFICE, new CampaignPolicy(7, 3, 240, 600, 15, 1440, 3)),
        drive(EVERY_DAY, new CampaignPolicy(4, 3, 60, 480, 30, 600, 3)),
        drive(WITH_LUNCH, new CampaignPolicy(9, 3, 240, 900, 60, 2880, 3)));
  }

  private Drive drive(Hours hours, CampaignPolicy policy) {
    return new Drive(given.campaign(t -> Fixture.with(t, hours.told(), policy)), hours, policy);
  }

  /** The first agents; every fourth works for two of the campaigns, every third at weekends. */
  Staff staff(List<Drive> drives) {
    List<SimulatedAgent> staff = new ArrayList<>();
    for (int i = 0; i < SHIFTS.size(); i++) {
      staff.add(hire(SHIFTS.get(i), i % 3 == 1, i % 4 == 3 ? drives.subList(0, 2) : null));
    }
    return new Staff(staff);
  }

  /** Somebody new for the desk of one who is gone. */
  SimulatedAgent successorOf(SimulatedAgent gone) {
    return gone.replacedBy(given.agent());
  }

  private SimulatedAgent hire(int startsAt, boolean weekends, @Nullable List<Drive> drives) {
    Set<CampaignId> campaigns =
        drives == null ? null : Set.of(drives.get(0).id(), drives.get(1).id());
    return new SimulatedAgent(given.agent(), startsAt, weekends, campaigns);
  }

  /** So many leads, by campaign and place; of those in Florida, one in five is on two lists. */
  Map<LeadId, Prospect> leads(List<Drive> drives, int count, Chance chance) {
    Map<Place, Integer> shares = new EnumMap<>(Place.class);
    for (Place place : Place.values()) {
      shares.put(place, place.share());
    }
    Map<LeadId, Prospect> prospects = new HashMap<>();
    Map<String, Line> lines = new HashMap<>();
    List<List<Wanted>> lists = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int n = 0; n < count; n++) {
      Place place = chance.weighted(shares);
      int list = place.ordinal() % drives.size();
      lists.get(list).add(new Wanted(place, n));
      if (place == Place.FLORIDA && chance.percent(20)) {
        lists.get((list + 1) % drives.size()).add(new Wanted(place, n));
      }
    }
    for (int i = 0; i < drives.size(); i++) {
      enter(drives.get(i), lists.get(i), lines, prospects);
    }
    return prospects;
  }

  private record Wanted(Place place, int n) {

    String number() {
      return place.number(n);
    }

    /** Germans must have agreed to be called; some have not, and are never called. */
    boolean isGerman() {
      return place == Place.GERMANY;
    }

    boolean consents() {
      return !isGerman() || n % 8 != 0;
    }
  }

  private void enter(
      Drive drive, List<Wanted> list, Map<String, Line> lines, Map<LeadId, Prospect> prospects) {
    importFile(drive, list);
    for (Wanted one : list) {
      if (one.isGerman() && one.consents()) {
        given
            .newLead(drive.id())
            .numbers(new PhoneNumber(one.number()))
            .withoutZone()
            .consent(ConsentKind.EXPRESS)
            .create();
      }
    }
    Map<String, LeadId> ids = ids(drive);
    for (Wanted one : list) {
      Line line = lines.computeIfAbsent(one.number(), Line::new);
      LeadId id = ids.get(one.number());
      assertThat(id).as("the lead of %s in %s", one.number(), one.place()).isNotNull();
      prospects.put(id, new Prospect(id, line, one.place(), drive, one.consents()));
    }
  }

  /** Those who share a number are different people. */
  private void importFile(Drive drive, List<Wanted> list) {
    StringBuilder csv = new StringBuilder("phone,state,country,time_zone,first_name,last_name\n");
    String family = drive.id().value().toString().replaceAll("[^a-f]", "");
    for (Wanted one : list) {
      if (!one.isGerman() || !one.consents()) {
        csv.append(one.number()).append(',').append(one.place().address());
        csv.append(",Ada,").append(family).append('\n');
      }
    }
    var file = new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8));
    try {
      var received =
          receiveImport.receive(
              drive.id(), LeadFile.Format.CSV, ColumnMapping.automatic(), false, file);
      receiveImport.enqueue(received.id());
      assertThat(runImports.runNext()).isTrue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, LeadId> ids(Drive drive) {
    Map<String, LeadId> ids = new HashMap<>();
    transaction.run(
        () ->
            sql.query(
                    "select phone, id from lead where tenant_id = :tenant and campaign_id ="
                        + " :campaign",
                    q ->
                        q.bind("campaign", drive.id().value())
                            .map(
                                (rs, ctx) ->
                                    Map.entry(rs.getString(1), rs.getObject(2, UUID.class)))
                            .list())
                .forEach(row -> ids.put(row.getKey(), new LeadId(row.getValue()))));
    return ids;
  }
}
