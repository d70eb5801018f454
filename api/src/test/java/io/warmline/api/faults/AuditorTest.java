package io.warmline.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.api.faults.Finding.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The auditor finds nothing in books that are right, and each fault that is put into them. */
class AuditorTest {

  private static final Instant START = Instant.parse("2026-11-18T15:00:00Z");

  private static Instant at(int second) {
    return START.plusSeconds(second);
  }

  /**
   * Two leads. The first was claimed by one who let the lease run out and reported late, then by
   * another who reported in time that it is to be called back; the second asked not to be called.
   */
  private static final class Books {

    final List<Told.Lead> leads =
        list(new Told.Lead("lead-1", "l1"), new Told.Lead("lead-2", "l2"));
    final List<Told.Claim> claims =
        list(
            told("c1", "l1", "+1", 1, 10, 15, 17),
            told("c2", "l1", "+1", 2, 16, 21, 18),
            told("c3", "l2", "+2", 1, 10, 15, 12));
    final List<Told.Call> calls =
        list(
            new Told.Call("late-1", "k1", "l1", "c1", "+1", true, false, at(17), at(18)),
            new Told.Call("call-2", "k2", "l1", "c2", "+1", false, false, at(18), at(19)),
            new Told.Call("call-3", "k3", "l2", "c3", "+2", false, true, at(12), at(13)));
    final List<Told.Promise> promises = list(new Told.Promise("b1", "l1", "k2", at(999)));
    final List<Told.Event> toldEvents = list();
    final List<Told.Endpoint> endpoints =
        list(
            new Told.Endpoint("w1", Set.of(), true),
            new Told.Endpoint("w2", Set.of("call"), true),
            new Told.Endpoint("w3", Set.of(), false));
    final List<Told.Message> messages = list();
    final List<Told.Repetition> repetitions = list(new Told.Repetition("call-2", true));

    final List<Held.Lead> heldLeads =
        list(new Held.Lead("l1", "lead-1"), new Held.Lead("l2", "lead-2"));
    final List<Held.Claim> heldClaims =
        list(
            held("c1", "l1", "+1", 1, "EXPIRED", 10, 15, 15),
            held("c2", "l1", "+1", 2, "COMPLETED", 16, 21, 18),
            held("c3", "l2", "+2", 1, "COMPLETED", 10, 15, 12));
    final List<Held.Call> heldCalls =
        list(
            new Held.Call("k1", "l1", Optional.of("c1"), "late-1", true),
            new Held.Call("k2", "l1", Optional.of("c2"), "call-2", false),
            new Held.Call("k3", "l2", Optional.of("c3"), "call-3", false));
    final List<Held.Promise> heldPromises =
        list(new Held.Promise("b1", "l1", "k2", at(999), "SCHEDULED", false));
    final List<String> suppressed = list("+2");
    final List<Held.Event> heldEvents =
        list(
            event(1, "webhook.created", "w1", "w1"),
            event(2, "webhook.created", "w2", "w2"),
            event(3, "lead.created", "l1", "l1"),
            event(4, "lead.created", "l2", "l2"),
            event(5, "call.logged", "k3", "l2"),
            event(6, "claim.expired", "c1", "l1"),
            event(7, "call.logged", "k1", "l1"),
            event(8, "call.logged", "k2", "l1"),
            event(9, "callback.scheduled", "b1", "l1"));
    final List<Held.Delivery> deliveries = list();
    final List<String> disabled = list("w3");
    final List<String> stuck = list();

    Books() {
      for (Held.Event event : heldEvents) {
        long sequence = event.sequence().orElseThrow();
        toldEvents.add(new Told.Event("asker", sequence, event.type(), event.subject()));
        if (sequence > 1) {
          receive("w1", sequence, event.about(), sequence != 6, (int) sequence);
          deliveries.add(new Held.Delivery("w1", sequence, true));
        }
        if (event.is("call.logged")) {
          receive("w2", sequence, event.about(), true, (int) sequence);
        }
      }
      receive("w1", 6, "l1", true, 6);
    }

    private void receive(String endpoint, long sequence, String about, boolean taken, int digest) {
      messages.add(
          new Told.Message(
              endpoint,
              endpoint + "-" + sequence,
              sequence,
              about,
              digest,
              true,
              taken,
              at(20 + (sequence == 6 ? 6 : (int) sequence))));
    }

    List<Finding> audited() {
      return Auditor.audit(
          new Told(leads, claims, calls, promises, toldEvents, endpoints, messages, repetitions),
          new Held(
              heldLeads,
              heldClaims,
              heldCalls,
              heldPromises,
              suppressed,
              heldEvents,
              deliveries,
              disabled,
              stuck));
    }
  }

  @SafeVarargs
  private static <T> List<T> list(T... items) {
    List<T> all = new ArrayList<>();
    for (T item : items) {
      all.add(item);
    }
    return all;
  }

  private static Told.Claim told(
      String id, String lead, String phone, long fence, int heard, int until, int letGo) {
    return new Told.Claim(id, lead, phone, fence, at(heard), at(until), Optional.of(at(letGo)));
  }

  private static Held.Claim held(
      String id,
      String lead,
      String phone,
      long fence,
      String status,
      int from,
      int until,
      int ended) {
    return new Held.Claim(
        id, lead, phone, fence, status, at(from), at(until), Optional.of(at(ended)));
  }

  private static Held.Event event(long sequence, String type, String subject, String about) {
    return new Held.Event(Optional.of(sequence), type, subject, about);
  }

  @Test
  void booksThatAreRightAreFoundRight() {
    assertThat(new Books().audited()).isEmpty();
  }

  private static Arguments sabotage(String what, Rule rule, Consumer<Books> how) {
    return Arguments.of(what, rule, how);
  }

  static Stream<Arguments> sabotages() {
    return Stream.of(
        sabotage(
            "a lead under two live claims",
            Rule.ONE_LIVE_CLAIM,
            b -> {
              b.claims.set(1, told("c2", "l1", "+1", 2, 14, 19, 18));
            }),
        sabotage(
            "a number under two live claims of two leads",
            Rule.ONE_LIVE_CLAIM,
            b -> {
              b.claims.set(2, told("c3", "l2", "+1", 1, 11, 16, 15));
              b.heldClaims.set(2, held("c3", "l2", "+1", 1, "COMPLETED", 11, 16, 15));
            }),
        sabotage(
            "a claim within another that is long over when the third comes",
            Rule.ONE_LIVE_CLAIM,
            b -> {
              b.claims.add(0, told("c0", "l1", "+1", 9, 1, 11, 30));
              b.heldClaims.add(held("c0", "l1", "+1", 9, "EXPIRED", 1, 11, 11));
              b.heldEvents.add(event(10, "claim.expired", "c0", "l1"));
            }),
        sabotage("a claim that is not held", Rule.CLAIM_KEPT, b -> b.heldClaims.remove(1)),
        sabotage(
            "a claim that is held under another token",
            Rule.CLAIM_KEPT,
            b -> b.heldClaims.set(1, held("c2", "l1", "+1", 3, "COMPLETED", 16, 21, 18))),
        sabotage(
            "one token for two claims",
            Rule.TOKENS_RISE,
            b -> b.heldClaims.set(0, held("c1", "l1", "+1", 2, "EXPIRED", 10, 15, 15))),
        sabotage(
            "a claim that is completed after its end",
            Rule.COMPLETED_WHILE_LIVE,
            b -> b.heldClaims.set(1, held("c2", "l1", "+1", 2, "COMPLETED", 16, 21, 22))),
        sabotage(
            "a call by a stale claim that was taken as in time",
            Rule.COMPLETED_WHILE_LIVE,
            b -> {
              b.calls.set(
                  0, new Told.Call("late-1", "k1", "l1", "c1", "+1", false, false, at(17), at(18)));
              b.heldCalls.set(0, new Held.Call("k1", "l1", Optional.of("c1"), "late-1", false));
              b.heldClaims.set(0, held("c1", "l1", "+1", 1, "COMPLETED", 10, 15, 14));
              b.heldEvents.remove(5);
            }),
        sabotage(
            "a late call that completed its claim",
            Rule.COMPLETED_WHILE_LIVE,
            b -> b.heldClaims.set(0, held("c1", "l1", "+1", 1, "COMPLETED", 10, 15, 14))),
        sabotage("a lead that is lost", Rule.NOTHING_LOST, b -> b.heldLeads.remove(1)),
        sabotage("a call that is lost", Rule.NOTHING_LOST, b -> b.heldCalls.remove(1)),
        sabotage(
            "a call of another lead",
            Rule.NOTHING_LOST,
            b -> b.heldCalls.set(1, new Held.Call("k2", "l2", Optional.of("c2"), "call-2", false))),
        sabotage(
            "a call that happened twice",
            Rule.NOTHING_TWICE,
            b -> b.heldCalls.add(new Held.Call("k9", "l1", Optional.empty(), "call-2", false))),
        sabotage(
            "a lead that was made twice",
            Rule.NOTHING_TWICE,
            b -> b.heldLeads.add(new Held.Lead("l9", "lead-1"))),
        sabotage(
            "two calls under one claim",
            Rule.NOTHING_TWICE,
            b -> b.heldCalls.add(new Held.Call("k9", "l1", Optional.of("c2"), "call-9", false))),
        sabotage(
            "another answer to a repetition",
            Rule.ANSWERED_ALIKE,
            b -> b.repetitions.add(new Told.Repetition("call-3", false))),
        sabotage("a promise that is lost", Rule.PROMISE_KEPT, b -> b.heldPromises.clear()),
        sabotage(
            "a promise at another time",
            Rule.PROMISE_KEPT,
            b ->
                b.heldPromises.set(
                    0, new Held.Promise("b1", "l1", "k2", at(998), "SCHEDULED", false))),
        sabotage(
            "a promise that is over though nobody called again",
            Rule.PROMISE_KEPT,
            b -> {
              b.heldCalls.remove(0);
              b.heldPromises.set(
                  0, new Held.Promise("b1", "l1", "k2", at(999), "CANCELLED", false));
            }),
        sabotage("a refusal that is not noted", Rule.REFUSAL_HEARD, b -> b.suppressed.clear()),
        sabotage(
            "a claim on somebody who refused",
            Rule.REFUSAL_HEARD,
            b -> b.heldClaims.add(held("c9", "l2", "+2", 2, "RELEASED", 14, 19, 15))),
        sabotage(
            "a lease that never ends", Rule.NOTHING_STUCK, b -> b.stuck.add("lead l1 is leased")),
        sabotage(
            "a number that no event has",
            Rule.NO_GAP,
            b -> b.heldEvents.set(8, event(10, "callback.scheduled", "b1", "l1"))),
        sabotage(
            "an event without a number",
            Rule.NO_GAP,
            b -> b.heldEvents.add(new Held.Event(Optional.empty(), "lead.updated", "l1", "l1"))),
        sabotage("an event that a reader was not told", Rule.NO_GAP, b -> b.toldEvents.remove(4)),
        sabotage(
            "an event that a reader was told twice",
            Rule.NO_GAP,
            b -> b.toldEvents.add(b.toldEvents.get(8))),
        sabotage(
            "a number that was filled later",
            Rule.SAME_EVENTS,
            b -> b.toldEvents.set(2, new Told.Event("asker", 3, "lead.created", "l2"))),
        sabotage(
            "a call of which no event tells",
            Rule.EVENT_OF_EACH,
            b -> b.heldEvents.set(7, event(8, "lead.updated", "l1", "l1"))),
        sabotage(
            "an event of a call that is not",
            Rule.EVENT_OF_EACH,
            b -> b.heldEvents.add(event(10, "call.logged", "k9", "l1"))),
        sabotage(
            "two events of one lead",
            Rule.EVENT_OF_EACH,
            b -> b.heldEvents.add(event(10, "lead.created", "l1", "l1"))),
        sabotage(
            "a message that never arrived",
            Rule.MESSAGE_ARRIVES,
            b -> b.messages.removeIf(m -> m.endpoint().equals("w2") && m.sequence() == 8)),
        sabotage(
            "a message that was only refused",
            Rule.MESSAGE_ARRIVES,
            b -> b.messages.removeIf(m -> m.sequence() == 6 && m.taken())),
        sabotage(
            "messages about a lead in the wrong order",
            Rule.MESSAGES_IN_ORDER,
            b -> b.messages.replaceAll(m -> m.sequence() == 7 ? answeredAt(m, at(99)) : m)),
        sabotage(
            "a message that was signed wrongly",
            Rule.MESSAGE_GENUINE,
            b -> b.messages.replaceAll(m -> m.sequence() == 8 ? forged(m) : m)),
        sabotage(
            "a message that is another one the next time",
            Rule.MESSAGE_GENUINE,
            b -> b.receive("w1", 6, "l1", true, 66)),
        sabotage(
            "a message under a second id",
            Rule.MESSAGE_GENUINE,
            b -> b.messages.add(new Told.Message("w1", "other", 8, "l1", 8, true, true, at(99)))),
        sabotage(
            "a delivery that nobody took",
            Rule.DELIVERED_IF_TAKEN,
            b -> b.deliveries.add(new Held.Delivery("w2", 3, true))),
        sabotage(
            "an endpoint that is gone and not left alone",
            Rule.DELIVERED_IF_TAKEN,
            b -> b.disabled.clear()),
        sabotage(
            "an endpoint that was given up", Rule.DELIVERED_IF_TAKEN, b -> b.disabled.add("w2")));
  }

  private static Told.Message answeredAt(Told.Message m, Instant answered) {
    return new Told.Message(
        m.endpoint(),
        m.id(),
        m.sequence(),
        m.about(),
        m.digest(),
        m.genuine(),
        m.taken(),
        answered);
  }

  private static Told.Message forged(Told.Message m) {
    return new Told.Message(
        m.endpoint(), m.id(), m.sequence(), m.about(), m.digest(), false, m.taken(), m.answered());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sabotages")
  void everyFaultInTheBooksIsFound(String what, Rule rule, Consumer<Books> how) {
    Books books = new Books();
    how.accept(books);

    assertThat(books.audited()).as(what).extracting(Finding::rule).contains(rule);
  }

  @Test
  void everyRuleHasAFaultThatBreaksIt() {
    assertThat(sabotages().map(one -> (Rule) one.get()[1])).contains(Rule.values());
  }
}
