package io.warmline.bench;

import io.warmline.bench.Places.Place;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Claims of leads in so many places that have calling rules, against claims of as many leads in as
 * many places that have none.
 */
final class LawBenchmark {

  private static final int ALL = Integer.MAX_VALUE;

  /** Switzerland has a rule, which restricts nothing. */
  private static final String RESTRICTS_NOTHING = "CH";

  private final Setting setting;
  private final int claims;
  private final int jurisdictions;

  /**
   * @param jurisdictions on each side, 50 at most
   */
  LawBenchmark(Setting setting, int claims, int jurisdictions) {
    this.setting = setting;
    this.claims = claims;
    this.jurisdictions = jurisdictions;
  }

  void compare(int leads) throws Exception {
    setting.listen();
    Benchmark.say("filling twice %,d leads", leads);
    List<String> agents = setting.agents();
    List<Place> accepted = Places.withoutLaw(jurisdictions);
    acceptByName(accepted);
    String law = campaign("Law", Places.withLaw(jurisdictions), leads, 4_000_000);
    String none = campaign("No law", accepted, leads, 6_000_000);
    Claiming lawful = new Claiming(setting, law, agents, claims);
    Claiming lawless = new Claiming(setting, none, agents, claims);
    setting.warmUp(() -> lawful.overHttp(ALL));
    Series httpLaw = new Series();
    Series httpNone = new Series();
    Series pgbenchLaw = new Series();
    Series pgbenchNone = new Series();
    for (int run = 0; run < setting.runs(); run++) {
      httpLaw.add(lawful.overHttp(ALL));
      httpNone.add(lawless.overHttp(ALL));
      pgbenchLaw.add(lawful.byPgbench(ALL));
      pgbenchNone.add(lawless.byPgbench(ALL));
    }
    Benchmark.say("");
    Benchmark.say(
        "claims/s at %,d leads each, %d clients, %d claims a run", leads, Setting.CLIENTS, claims);
    Benchmark.say("  rules of %d places   HTTP %s; %s", jurisdictions, httpLaw, kind(law));
    Benchmark.say("                    pgbench %s", pgbenchLaw);
    Benchmark.say("  no rules             HTTP %s; %s", httpNone, kind(none));
    Benchmark.say("                    pgbench %s", pgbenchNone);
    String what = "rules of %d places / no rules".formatted(jurisdictions);
    Benchmark.ratio("HTTP: " + what, httpLaw, httpNone);
    Benchmark.ratio("pgbench: " + what, pgbenchLaw, pgbenchNone);
  }

  private void acceptByName(List<Place> places) throws IOException {
    String allDay = "[{\"from\": \"00:00\", \"to\": \"24:00\"}]";
    String week =
        Stream.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
            .map(day -> "\"" + day + "\": " + allDay)
            .collect(Collectors.joining(", "));
    for (Place place : places) {
      if (place.code().equals(RESTRICTS_NOTHING)) {
        continue;
      }
      setting.put(
          "/v1/accepted-jurisdictions/" + place.code(),
          "{\"by\": \"Bench\", \"reason\": \"To measure\", \"callingHours\": {%s}}"
              .formatted(week));
    }
  }

  /**
   * One lead of each place is made by the application, with its bucket; the others are copies of
   * them.
   */
  private String campaign(String name, List<Place> places, int leads, int first) throws Exception {
    String campaign = setting.campaign(name);
    for (Place place : places) {
      lead(campaign, place.number());
    }
    requirePlaces(campaign, places);
    setting.tables().multiply(campaign, leads, first);
    return campaign;
  }

  private void lead(String campaign, String number) throws IOException {
    setting.create(
        "/v1/leads",
        "{\"campaignId\": \"%s\", \"externalId\": \"%s\", \"phones\": [\"%s\"]}"
            .formatted(campaign, number, number));
  }

  /** Else fewer laws would be measured than are said to be. */
  private void requirePlaces(String campaign, List<Place> places) throws Exception {
    List<String> found =
        setting
            .tables()
            .texts(
                """
                select distinct p.e164 || ' ' || unnest(p.jurisdictions) from lead_phone p
                join lead l on l.tenant_id = p.tenant_id and l.id = p.lead_id
                where l.campaign_id = '%s'
                """
                    .formatted(campaign));
    for (Place place : places) {
      String there = place.number() + " " + place.code();
      if (found.stream().noneMatch(at -> at.equals(there) || at.startsWith(there + "-"))) {
        throw new IllegalStateException("no lead is in " + place.code());
      }
    }
  }

  private String kind(String campaign) throws Exception {
    return setting
        .tables()
        .text(
            """
            select format('%%s buckets, %%s rules', count(distinct b.id), count(distinct r))
            from window_bucket b left join lateral unnest(b.rules) r on true
            where b.campaign_id = '%s'
            """
                .formatted(campaign));
  }
}
