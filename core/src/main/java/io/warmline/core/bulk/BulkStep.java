package io.warmline.core.bulk;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.bulk.BulkItem.Outcome;
import io.warmline.core.callback.Callback;
import io.warmline.core.callback.PromiseBook;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.callback.Wish;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadBook;
import io.warmline.core.lead.LeadBook.Because;
import io.warmline.core.lead.LeadFacts;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.LeadsInHand;
import io.warmline.core.lead.MoveLead;
import io.warmline.core.lead.SaveLead;
import io.warmline.core.lead.Tags;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.task.TaskBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a bulk operation does to one lead, by the same rules as whoever does it by hand. */
@ApplicationScoped
class BulkStep {

  private static final String STOPPED = "LIST_STOPPED";

  private final PromiseBook promises;
  private final PromiseCallback promiseCallback;
  private final MoveLead moveLead;
  private final SaveLead saveLead;
  private final LeadBook book;
  private final LeadsInHand leads;
  private final TaskBook tasks;

  BulkStep(
      PromiseBook promises,
      PromiseCallback promiseCallback,
      MoveLead moveLead,
      SaveLead saveLead,
      LeadBook book,
      LeadsInHand leads,
      TaskBook tasks) {
    this.promises = promises;
    this.promiseCallback = promiseCallback;
    this.moveLead = moveLead;
    this.saveLead = saveLead;
    this.book = book;
    this.leads = leads;
    this.tasks = tasks;
  }

  /**
   * Does it, in the transaction that is open.
   *
   * @throws WarmlineException as the operation on the one lead has it
   */
  BulkItem of(BulkOperation operation, BulkItem item, Instant now) {
    boolean back = operation.undoes().isPresent();
    return switch (operation.kind()) {
      case REASSIGN -> back ? handBack(operation, item) : handOver(operation, item);
      case MOVE -> move(operation, item);
      case STOP_LIST -> stop(operation, item, now);
      case TAG -> tag(item, back ? item.tags() : operation.tags(), !back);
      case UNTAG -> tag(item, back ? item.tags() : operation.tags(), back);
    };
  }

  private static BulkItem done(BulkItem item, Outcome outcome) {
    return new BulkItem(
        item.lead(),
        item.ordinal(),
        outcome,
        Optional.empty(),
        item.callback(),
        item.agent(),
        item.tags());
  }

  private BulkItem handOver(BulkOperation operation, BulkItem item) {
    Optional<Callback> open =
        promises
            .openOf(item.lead())
            .filter(callback -> operation.from().equals(Optional.ofNullable(callback.agent())));
    if (open.isEmpty()) {
      return done(item, Outcome.UNCHANGED);
    }
    List<AgentId> to = operation.to();
    give(
        open.get(),
        to.isEmpty() ? Optional.empty() : Optional.of(to.get(item.ordinal() % to.size())));
    return with(done(item, Outcome.CHANGED), open.get().id(), operation.from());
  }

  private static BulkItem with(BulkItem item, CallbackId callback, Optional<AgentId> agent) {
    return new BulkItem(
        item.lead(),
        item.ordinal(),
        item.outcome(),
        item.code(),
        Optional.of(callback),
        agent,
        item.tags());
  }

  /** Only what still stands as it was left goes back. */
  private BulkItem handBack(BulkOperation operation, BulkItem item) {
    List<AgentId> to = operation.to();
    Optional<AgentId> given =
        to.isEmpty() ? Optional.empty() : Optional.of(to.get(item.ordinal() % to.size()));
    Callback callback =
        promises
            .openOf(item.lead())
            .filter(open -> item.callback().equals(Optional.of(open.id())))
            .filter(open -> given.equals(Optional.ofNullable(open.agent())))
            .orElseThrow(
                () ->
                    new WarmlineException(
                        ProblemCode.CHANGED_SINCE,
                        "The callback was kept, cancelled or given to somebody else since."));
    give(callback, item.agent());
    return done(item, Outcome.CHANGED);
  }

  private void give(Callback callback, Optional<AgentId> agent) {
    promiseCallback.change(
        callback.id(),
        Optional.empty(),
        new Wish(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            agent,
            Optional.ofNullable(callback.phone()).map(PhoneNumber::e164),
            Optional.ofNullable(callback.words()),
            Optional.ofNullable(callback.note())));
  }

  private BulkItem move(BulkOperation operation, BulkItem item) {
    Lead lead = book.get(item.lead());
    if (lead.campaign().equals(operation.campaign().orElseThrow())) {
      return done(item, Outcome.UNCHANGED);
    }
    moveLead.move(item.lead(), operation.campaign().orElseThrow());
    return done(item, Outcome.CHANGED);
  }

  /** Whoever has bought, meets the client or is with the client is no lead of a list any more. */
  private BulkItem stop(BulkOperation operation, BulkItem item, Instant now) {
    Lead lead = book.take(item.lead());
    lead.requireNotErased();
    leads.requireNotClaimed(lead.id());
    switch (lead.status()) {
      case CUSTOMER, APPOINTMENT_SET, HANDED_OFF ->
          throw new WarmlineException(
              ProblemCode.LEAD_IN_USE, "The lead is " + lead.status() + " by now.");
      case DISQUALIFIED, DO_NOT_CALL, LAPSED -> {
        return done(item, Outcome.UNCHANGED);
      }
      case COLD, ATTEMPTING, CONTACTED, CALLBACK_PENDING, WARM, QUALIFIED, NURTURE, EXHAUSTED -> {}
    }
    Optional<Callback> open = promises.openOf(lead.id());
    open.ifPresent(callback -> promises.cancel(callback, STOPPED, now));
    tasks.cancelAll(lead.id(), STOPPED, now);
    book.write(
        lead,
        lead.becomes(LeadStatus.DISQUALIFIED, now),
        new Because(null, operation.reason().orElse(STOPPED)),
        now);
    leads.putBack(lead.id(), now);
    BulkItem stopped = done(item, Outcome.CHANGED);
    return open.map(it -> with(stopped, it.id(), Optional.ofNullable(it.agent()))).orElse(stopped);
  }

  private BulkItem tag(BulkItem item, Tags wanted, boolean add) {
    Lead lead = book.get(item.lead());
    Tags present = lead.profile().tags();
    List<String> differ =
        wanted.names().stream().filter(tag -> present.names().contains(tag) != add).toList();
    if (differ.isEmpty()) {
      return done(item, Outcome.UNCHANGED);
    }
    saveLead.change(
        item.lead(),
        Optional.empty(),
        seen ->
            new LeadFacts(
                seen.externalId(),
                seen.profile().toBuilder()
                    .tags(changed(seen.profile().tags(), differ, add))
                    .build(),
                seen.numbers()));
    return new BulkItem(
        item.lead(),
        item.ordinal(),
        Outcome.CHANGED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new Tags(differ));
  }

  private static Tags changed(Tags present, List<String> differ, boolean add) {
    return new Tags(
        add
            ? Stream.concat(present.names().stream(), differ.stream()).distinct().toList()
            : present.names().stream().filter(tag -> !differ.contains(tag)).toList());
  }
}
