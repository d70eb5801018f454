package io.warmline.sdk.test;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A working day: the operations that the fake does, one at a time. */
final class Firm {
  private final Book book;
  private final Floor floor;
  private final Promises promises;
  private final Map<String, Function<Asked.Call, Reply>> does;

  Firm(Clock clock) {
    book = new Book(clock);
    Registers registers = new Registers(book);
    Queue queue = new Queue(book);
    floor = new Floor(book, queue);
    promises = new Promises(book, queue, registers);
    Meetings meetings = new Meetings(book, registers);
    Calls calls = new Calls(book, registers, queue, floor, promises, meetings);
    does =
        Map.ofEntries(
            entry("createCampaign", registers::createCampaign),
            entry("listCampaigns", registers::listCampaigns),
            entry("getCampaign", registers::getCampaign),
            entry("pauseCampaign", registers::pauseCampaign),
            entry("resumeCampaign", registers::resumeCampaign),
            entry("createAgent", registers::createAgent),
            entry("listAgents", registers::listAgents),
            entry("getAgent", registers::getAgent),
            entry("updateAgent", registers::updateAgent),
            entry("createLead", registers::createLead),
            entry("listLeads", registers::listLeads),
            entry("getLead", registers::getLead),
            entry("updateLead", registers::updateLead),
            entry("getQueue", floor::getQueue),
            entry("getCallability", floor::getCallability),
            entry("claimNextLead", floor::claimNextLead),
            entry("getClaim", floor::getClaim),
            entry("extendClaim", floor::extendClaim),
            entry("releaseClaim", floor::releaseClaim),
            entry("logCall", calls::logCall),
            entry("listCalls", calls::listCalls),
            entry("getCall", calls::getCall),
            entry("createCallback", promises::createCallback),
            entry("listCallbacks", promises::listCallbacks),
            entry("getCallback", promises::getCallback),
            entry("cancelCallback", promises::cancelCallback),
            entry("createAppointment", meetings::createAppointment),
            entry("listAppointments", meetings::listAppointments),
            entry("getAppointment", meetings::getAppointment),
            entry("confirmAppointment", meetings::confirmAppointment),
            entry("cancelAppointment", meetings::cancelAppointment),
            entry("listEvents", this::listEvents));
  }

  boolean does(String operation) {
    return does.containsKey(operation);
  }

  /**
   * Does it.
   *
   * @throws Refusal if a server would refuse it, or the fake does not know it
   */
  synchronized Reply work(Asked.Call call) {
    Function<Asked.Call, Reply> work = does.get(call.asked().operation());
    if (work == null) {
      throw new IllegalArgumentException(call.asked().operation());
    }
    floor.round(book.now());
    Reply reply = work.apply(call);
    notifyAll();
    return reply;
  }

  /** Time has passed. */
  synchronized void round(Instant now) {
    floor.round(now);
    notifyAll();
  }

  void understands(String words, Duration meaning) {
    promises.meanings.put(words, meaning);
  }

  /**
   * Waits for events, in real time.
   *
   * @return empty if none came
   */
  synchronized List<ObjectNode> await(long after, String type, long untilMillis)
      throws InterruptedException {
    while (true) {
      List<ObjectNode> events = book.events(after, type, 200);
      long left = untilMillis - System.currentTimeMillis();
      if (!events.isEmpty() || left <= 0) {
        return events;
      }
      wait(left);
    }
  }

  private Reply listEvents(Asked.Call call) {
    long after = call.query("after").map(Long::parseLong).orElse(0L);
    List<ObjectNode> events = book.events(after, call.query("type").orElse(""), call.limit());
    ObjectNode page = Asked.Call.none();
    ArrayNode items = page.putArray("items");
    items.addAll(events);
    boolean all = events.size() < call.limit();
    page.put(
        "lastSequence", all ? Math.max(after, book.lastSequence()) : last(events).orElse(after));
    return Reply.json(200, page);
  }

  private static Optional<Long> last(List<ObjectNode> events) {
    return events.isEmpty()
        ? Optional.empty()
        : Optional.of(events.get(events.size() - 1).path("sequence").asLong());
  }
}
