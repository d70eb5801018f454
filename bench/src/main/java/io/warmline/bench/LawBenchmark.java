package io.warmline.bench;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Claims of leads in ten places that have calling rules, against claims of as many leads in ten
 * places that have none.
 */
final class LawBenchmark {

  /**
   * Florida, Texas, Washington, Oklahoma, British Columbia, Great Britain, Germany, France,
   * Australia, India.
   */
  private static final List<String> WITH_LAW =
      List.of(
          "+13052345678",
          "+15122345678",
          "+12062345678",
          "+14052345678",
          "+16042345678",
          "+442079460958",
          "+493012345678",
          "+33123456789",
          "+61291234567",
          "+911123456789");

  /**
   * Turkey, Thailand, Iceland, Kazakhstan, Nigeria, Kenya, Egypt, Vietnam, the Philippines: of them
   * no rule is known, so they are accepted by name. Switzerland has a rule that restricts nothing.
   */
  private static final List<String> WITHOUT_LAW =
      List.of(
          "+41446681800",
          "+902123456789",
          "+6621234567",
          "+3545510000",
          "+77272345678",
          "+2348021234567",
          "+254202012345",
          "+20234567890",
          "+842101234567",
          "+63282345678");

  private static final List<String> ACCEPTED =
      List.of("TR", "TH", "IS", "KZ", "NG", "KE", "EG", "VN", "PH");

  private static final int ALL = Integer.MAX_VALUE;

  private final Setting setting;
  private final int claims;

  LawBenchmark(Setting setting, int claims) {
    this.setting = setting;
    this.claims = claims;
  }

  void compare(int leads) throws Exception {
    setting.listen();
    Benchmark.say("filling twice %,d leads", leads);
    List<String> agents = setting.agents();
    acceptByName();
    String law = campaign("Law", WITH_LAW, leads, 4_000_000);
    String none = campaign("No law", WITHOUT_LAW, leads, 6_000_000);
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
    Benchmark.say("  rules of ten places  HTTP %s; %s", httpLaw, kind(law));
    Benchmark.say("                    pgbench %s", pgbenchLaw);
    Benchmark.say("  no rules             HTTP %s; %s", httpNone, kind(none));
    Benchmark.say("                    pgbench %s", pgbenchNone);
    Benchmark.ratio("HTTP: rules of ten places / no rules", httpLaw, httpNone);
    Benchmark.ratio("pgbench: rules of ten places / no rules", pgbenchLaw, pgbenchNone);
  }

  private void acceptByName() throws IOException {
    String allDay = "[{\"from\": \"00:00\", \"to\": \"24:00\"}]";
    String week =
        Stream.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
            .map(day -> "\"" + day + "\": " + allDay)
            .collect(Collectors.joining(", "));
    for (String country : ACCEPTED) {
      setting.put(
          "/v1/accepted-jurisdictions/" + country,
          "{\"by\": \"Bench\", \"reason\": \"To measure\", \"callingHours\": {%s}}"
              .formatted(week));
    }
  }

  /**
   * One lead of each place is made by the application, with its bucket; the others are copies of
   * them.
   */
  private String campaign(String name, List<String> numbers, int leads, int first)
      throws Exception {
    String campaign = setting.campaign(name);
    for (String number : numbers) {
      lead(campaign, number);
    }
    setting.tables().multiply(campaign, leads, first);
    return campaign;
  }

  private void lead(String campaign, String number) throws IOException {
    setting.create(
        "/v1/leads",
        "{\"campaignId\": \"%s\", \"externalId\": \"%s\", \"phones\": [\"%s\"]}"
            .formatted(campaign, number, number));
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
