package io.warmline.api.simulation;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.warmline.api.simulation.Facts.Dial;
import io.warmline.sdk.model.Disposition;
import io.warmline.sdk.model.ReportGrouping;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Dials and whom they reached, as the firm has counted them. */
final class Activity {

  private static final Set<ReportGrouping> ATTENDED =
      EnumSet.of(
          ReportGrouping.NONE,
          ReportGrouping.AGENT,
          ReportGrouping.DAY,
          ReportGrouping.WEEK,
          ReportGrouping.MONTH);

  private static final double LONGEST_PAUSE = 15;

  private final Books ledger;

  Activity(Books ledger) {
    this.ledger = ledger;
  }

  Sheet by(ReportGrouping grouping) {
    Cut cut = new Cut(grouping, ledger.period());
    Sheet sheet = new Sheet();
    cut.of(ledger.dials()).forEach((group, calls) -> dials(sheet, group, calls));
    List<Dial> first =
        ledger.prospects().stream()
            .map(Activity::firstConversation)
            .flatMap(Optional::stream)
            .toList();
    cut.of(first)
        .forEach(
            (group, calls) ->
                sheet.quantile(
                    group, "medianAttemptsToFirstContact", calls, Activity::attemptsUntil, 0.5));
    if (grouping == ReportGrouping.NONE || grouping == ReportGrouping.CAMPAIGN) {
      penetration(sheet, grouping);
    }
    if (ledger.period().isShort()) {
      Map<Dial, Double> taken = minutesTaken();
      cut.of(List.copyOf(taken.keySet())).forEach((group, of) -> pace(sheet, group, of, taken));
    }
    return ATTENDED.contains(grouping)
        ? sheet.and(ledger.attendance().by(grouping, ledger.period()))
        : sheet;
  }

  /** How fast an agent is, between whose first dial of a day and the last. */
  private static void pace(
      Sheet sheet, Map<String, String> group, List<Dial> dials, Map<Dial, Double> taken) {
    double hours = dials.stream().mapToDouble(taken::get).sum() / 60;
    sheet.figure(group, "dialsPerHour", dials.size(), hours == 0 ? null : dials.size() / hours);
  }

  /**
   * From each dial to the agent's next one that day, but at most a quarter of an hour, or as long
   * as it lasted.
   */
  private Map<Dial, Double> minutesTaken() {
    Map<Dial, Double> taken = new IdentityHashMap<>();
    Map<UUID, Dial> last = new HashMap<>();
    List<Dial> inOrder =
        ledger.dials().stream().filter(Dial::counts).sorted(comparing(Dial::at)).toList();
    for (Dial dial : inOrder) {
      Dial before = last.put(dial.agent(), dial);
      if (before != null && isSameDay(before, dial)) {
        double most = Math.max(LONGEST_PAUSE, before.minutes());
        taken.put(before, Math.min(most, Facts.minutes(before.at(), dial.at())));
      }
      taken.put(dial, dial.minutes());
    }
    return taken;
  }

  private static boolean isSameDay(Dial one, Dial other) {
    return LocalDate.ofInstant(one.at(), Period.ZONE)
        .equals(LocalDate.ofInstant(other.at(), Period.ZONE));
  }

  /** What supervisors think of calls, either way, in which any person was reached. */
  Sheet quality(ReportGrouping grouping) {
    Sheet sheet = new Sheet();
    List<Dial> calls =
        Stream.concat(ledger.dials().stream(), ledger.incoming().stream())
            .filter(d -> Trade.isHuman(d.outcome()))
            .toList();
    new Cut(grouping, ledger.period())
        .of(calls)
        .forEach(
            (group, of) -> {
              sheet.share(group, "reviewed", of, d -> !ledger.reviewsOf(d).isEmpty(), of.size());
              List<Double> points = of.stream().flatMap(d -> ledger.reviewsOf(d).stream()).toList();
              sheet.mean(group, "score", points, Double::doubleValue);
            });
    return sheet;
  }

  private static void dials(Sheet sheet, Map<String, String> group, List<Dial> calls) {
    List<Dial> dials = calls.stream().filter(Dial::counts).toList();
    long withDecisionMaker = Sheet.count(dials, d -> Trade.isWithDecisionMaker(d.outcome()));
    long conversations = Sheet.count(dials, d -> Trade.isConversation(d.outcome()));
    long attempted = leads(dials, d -> true);
    sheet.share(group, "connectRate", dials, d -> Trade.isAnswered(d.outcome()), dials.size());
    sheet.rate(
        group, "contactRate", leads(dials, d -> Trade.isConversation(d.outcome())), attempted);
    sheet.rate(
        group,
        "decisionMakerContactRate",
        leads(dials, d -> Trade.isWithDecisionMaker(d.outcome())),
        attempted);
    sheet.share(
        group,
        "connectToMeeting",
        dials,
        d -> d.outcome() == Disposition.APPOINTMENT_SET,
        withDecisionMaker);
    sheet.rate(group, "attemptsPerContact", dials.size(), conversations);
    sheet.share(
        group,
        "abandonment",
        dials,
        d -> d.outcome() == Disposition.ABANDONED_BY_US,
        Sheet.count(dials, d -> Trade.isHuman(d.outcome())));
    List<Dial> deferrals =
        dials.stream().filter(d -> d.outcome() == Disposition.CALLBACK_REQUESTED).toList();
    sheet.share(group, "counterOffersMade", deferrals, Dial::counterOffered, deferrals.size());
    List<Dial> timed =
        dials.stream()
            .filter(d -> d.seconds() != null && Trade.isConversation(d.outcome()))
            .toList();
    sheet.sum(group, "talkTime", timed, Dial::minutes);
    sheet.mean(group, "meanTalkTime", timed, Dial::minutes);
  }

  private static long leads(List<Dial> dials, Predicate<Dial> which) {
    return dials.stream().filter(which).map(Dial::prospect).distinct().count();
  }

  private static Optional<Dial> firstConversation(Prospect prospect) {
    return prospect.dials().stream().filter(d -> Trade.isConversation(d.outcome())).findFirst();
  }

  private static double attemptsUntil(Dial first) {
    List<Dial> all = first.prospect().dials();
    return Sheet.count(all.subList(0, all.indexOf(first) + 1), Dial::counts);
  }

  /** Of the leads as they are now. */
  private void penetration(Sheet sheet, ReportGrouping grouping) {
    Map<Map<String, String>, List<Prospect>> lists = new LinkedHashMap<>();
    for (Prospect prospect : ledger.prospects()) {
      Map<String, String> group =
          grouping == ReportGrouping.NONE
              ? Map.of()
              : Map.of("campaignId", prospect.drive().id().toString());
      lists.computeIfAbsent(group, any -> new ArrayList<>()).add(prospect);
    }
    lists.forEach(
        (group, list) -> {
          long loaded = Sheet.count(list, p -> attempts(p) > 0 || !p.line().isRefusedTo(p.drive()));
          sheet.share(group, "listPenetration", list, p -> attempts(p) > 0, loaded);
          sheet.share(
              group, "deepListPenetration", list, p -> attempts(p) >= Drive.MAX_ATTEMPTS, loaded);
        });
  }

  private static long attempts(Prospect prospect) {
    return Sheet.count(prospect.dials(), Dial::counts);
  }

  /** When prospects are reached, by their own clock. */
  Sheet bestHours(ReportGrouping grouping) {
    Sheet sheet = new Sheet();
    List<Dial> dials = ledger.dials().stream().filter(Dial::counts).toList();
    new Cut(grouping, ledger.period())
        .of(dials)
        .forEach(
            (group, calls) ->
                calls.stream()
                    .collect(groupingBy(Activity::hour, LinkedHashMap::new, toList()))
                    .forEach(
                        (hour, there) ->
                            sheet.rate(
                                Cut.with(group, hour),
                                "contactRate",
                                leads(there, d -> Trade.isConversation(d.outcome())),
                                leads(there, d -> true))));
    return sheet;
  }

  private static Map<String, String> hour(Dial dial) {
    var local = dial.at().atZone(dial.prospect().zone());
    return Map.of(
        "weekday", local.getDayOfWeek().name(), "hour", "%02d".formatted(local.getHour()));
  }
}
