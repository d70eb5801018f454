package io.warmline.api.faults;

import io.warmline.api.faults.Finding.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether events say what happened, to everybody the same. */
final class EventsAudit {

  private final Auditor auditor;

  EventsAudit(Auditor auditor) {
    this.auditor = auditor;
  }

  void audit(Told told, Held held) {
    numbersRiseByOne("the database", held.events().stream().map(e -> e.sequence().orElse(-1L)));
    Auditor.groups(told.events(), Told.Event::reader)
        .forEach((reader, of) -> numbersRiseByOne(reader, of.stream().map(Told.Event::sequence)));
    everybodyIsToldTheSame(told.events(), held.events());
    ofEach("lead.created", held.events(), held.leads().stream().map(Held.Lead::id));
    ofEach("call.logged", held.events(), held.calls().stream().map(Held.Call::id));
    ofEach("callback.scheduled", held.events(), held.promises().stream().map(Held.Promise::id));
    ofEach(
        "claim.expired",
        held.events(),
        held.claims().stream().filter(c -> c.status().equals("EXPIRED")).map(Held.Claim::id));
  }

  private void numbersRiseByOne(String reader, Stream<Long> numbers) {
    long last = 0;
    for (long number : numbers.toList()) {
      auditor.find(number != last + 1, Rule.NO_GAP, "%s: %d after %d", reader, number, last);
      last = number;
    }
  }

  private void everybodyIsToldTheSame(List<Told.Event> told, List<Held.Event> held) {
    Map<Long, Held.Event> events =
        Auditor.by(
            held.stream().filter(e -> e.sequence().isPresent()).toList(),
            e -> e.sequence().orElseThrow());
    for (Told.Event event : told) {
      Held.Event kept = events.get(event.sequence());
      auditor.find(
          kept == null || !kept.is(event.type()) || !kept.subject().equals(event.subject()),
          Rule.SAME_EVENTS,
          "%s is held as %s",
          event,
          kept);
    }
  }

  private void ofEach(String type, List<Held.Event> events, Stream<String> happened) {
    Map<String, Long> told =
        events.stream()
            .filter(event -> event.is(type))
            .collect(Collectors.groupingBy(Held.Event::subject, Collectors.counting()));
    Set<String> facts = happened.collect(Collectors.toSet());
    for (String fact : facts) {
      long times = told.getOrDefault(fact, 0L);
      auditor.find(times != 1, Rule.EVENT_OF_EACH, "%s of %s: %d times", type, fact, times);
    }
    for (String subject : told.keySet()) {
      auditor.find(
          !facts.contains(subject), Rule.EVENT_OF_EACH, "%s of %s, which is not", type, subject);
    }
  }
}
