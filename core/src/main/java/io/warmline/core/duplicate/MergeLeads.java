package io.warmline.core.duplicate;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.appointment.AppointmentBook;
import io.warmline.core.callback.Callback;
import io.warmline.core.callback.PromiseBook;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.duplicate.Mergers.Before;
import io.warmline.core.event.Events;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.MergerId;
import io.warmline.core.lead.HeedWithdrawals;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadBook;
import io.warmline.core.lead.LeadFacts;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.LeadsInHand;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.task.TaskBook;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes one lead of two that are the same person, and two again of one. The lead that stays gets
 * what was known of the other, its numbers and its promise; the other keeps its calls, and is
 * worked on no more.
 */
@ApplicationScoped
public class MergeLeads {

  private static final String MERGED = "MERGED";

  private final TenantTransaction transaction;
  private final LeadBook book;
  private final LeadsInHand inHand;
  private final Campaigns campaigns;
  private final PromiseBook promises;
  private final TaskBook tasks;
  private final AppointmentBook meetings;
  private final Mergers mergers;
  private final HeedWithdrawals withdrawals;
  private final Events events;
  private final Clock clock;

  MergeLeads(
      TenantTransaction transaction,
      LeadBook book,
      LeadsInHand inHand,
      Campaigns campaigns,
      PromiseBook promises,
      TaskBook tasks,
      AppointmentBook meetings,
      Mergers mergers,
      HeedWithdrawals withdrawals,
      Events events,
      Clock clock) {
    this.withdrawals = withdrawals;
    this.transaction = transaction;
    this.book = book;
    this.inHand = inHand;
    this.campaigns = campaigns;
    this.promises = promises;
    this.tasks = tasks;
    this.meetings = meetings;
    this.mergers = mergers;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Merges a lead into another.
   *
   * @param lead the one that stays
   * @param other the one that is the same person
   * @throws InvalidValue if both are the same lead, or of different campaigns
   * @throws NotFound if one of them is unknown
   * @throws WarmlineException LEAD_CLAIMED while an agent holds one of them; LEAD_ERASED;
   *     LEAD_MERGED if one was merged before; LEADS_NOT_MERGEABLE if the other has a meeting or is
   *     with the client: then it is the one that has to stay
   */
  public Merger merge(LeadId lead, LeadId other) {
    return transaction.call(() -> merge(lead, other, clock.instant()));
  }

  private Merger merge(LeadId leadId, LeadId otherId, Instant now) {
    List<Lead> both = book.take(List.of(leadId, otherId));
    Lead lead = of(both, leadId);
    Lead other = of(both, otherId);
    requireMergeable(lead, other);
    ZoneId zone = campaigns.get(lead.campaign()).zone();
    List<String> remarks = new ArrayList<>();
    String leadImage = book.image(lead);
    String otherImage = book.image(other);
    Optional<Callback> theirs = promises.openOf(otherId);
    tasks.openOf(otherId).stream()
        .map(task -> "The task " + task.kind() + " of the other lead was cancelled.")
        .forEach(remarks::add);
    tasks.cancelAll(otherId, MERGED, now);
    theirs.ifPresent(open -> promises.cancel(open, MERGED, now));
    tellLost(lead, other, remarks);
    List<PhoneNumber> numbers = new ArrayList<>(lead.numbers());
    numbers.addAll(other.numbers());
    book.write(other, book.leaving(LeadStatus.CALLBACK_PENDING, other, now).absorbed(), now);
    Optional<Callback> ours = promises.openOf(leadId);
    Lead absorbing = lead.absorbing(other, zone, theirs.isPresent(), now);
    Lead written = book.write(lead, absorbing, now);
    @Nullable CallbackId promise =
        theirs
            .filter(open -> isOpenFor(written, remarks))
            .map(open -> take(open, ours, written, now, remarks))
            .orElse(null);
    withdrawals.of(List.of(leadId), now);
    Merger merger = new Merger(MergerId.next(), leadId, otherId, now, Optional.empty(), remarks);
    mergers.add(merger, new Before(leadImage, otherImage, book.get(leadId).version(), promise));
    events.record(new MergeEvent.Merged(leadId, otherId, merger.id()), now);
    inHand.putBack(otherId, numbers, now);
    inHand.putBack(leadId, numbers, now);
    return merger;
  }

  private static Lead of(List<Lead> both, LeadId id) {
    return both.stream()
        .filter(lead -> lead.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFound("lead", id));
  }

  private void requireMergeable(Lead lead, Lead other) {
    if (lead.id().equals(other.id())) {
      throw new InvalidValue("/duplicateLeadId", "SAME_LEAD", "must be another lead");
    }
    if (!lead.campaign().equals(other.campaign())) {
      throw new InvalidValue(
          "/duplicateLeadId",
          "OTHER_CAMPAIGN",
          "is a lead of another campaign: one person in two campaigns is two leads, and what is"
              + " known of the number holds for both");
    }
    lead.requireNotErased();
    other.requireNotErased();
    inHand.requireNotClaimed(lead.id());
    inHand.requireNotClaimed(other.id());
    boolean engaged = meetings.openOf(other.id()).isPresent();
    if (engaged || other.status() == LeadStatus.HANDED_OFF) {
      throw new WarmlineException(
          ProblemCode.LEADS_NOT_MERGEABLE,
          "The lead %s has a meeting or is with the client, so it has to be the one that stays: merge"
                  .formatted(other.id())
              + " the other into it.");
    }
  }

  private static void tellLost(Lead lead, Lead other, List<String> remarks) {
    if (lead.externalId().isPresent() && other.externalId().isPresent()) {
      remarks.add("The lead keeps its external id; that of the other is free.");
    }
    long numbers =
        other.numbers().stream().filter(number -> !lead.numbers().contains(number)).count()
            + lead.numbers().size()
            - LeadFacts.MOST_NUMBERS;
    if (numbers > 0) {
      remarks.add(numbers + " numbers of the other lead were left out: a lead has 5 at most.");
    }
  }

  private static boolean isOpenFor(Lead lead, List<String> remarks) {
    if (lead.status() != LeadStatus.CALLBACK_PENDING) {
      remarks.add(
          "The callback of the other lead was cancelled: the lead is " + lead.status() + ".");
    }
    return lead.status() == LeadStatus.CALLBACK_PENDING;
  }

  /** Of two promises the earlier stands. */
  private CallbackId take(
      Callback theirs, Optional<Callback> ours, Lead lead, Instant now, List<String> remarks) {
    Callback.Promise promise =
        new Callback.Promise(
            theirs.time(),
            Optional.ofNullable(theirs.agent()),
            Optional.ofNullable(theirs.phone()).filter(lead.numbers()::contains),
            Optional.ofNullable(theirs.words()),
            Optional.ofNullable(theirs.saidAt()),
            Optional.ofNullable(theirs.note()));
    if (ours.isEmpty()) {
      return promises.make(lead.id(), lead.campaign(), promise, null, now).id();
    }
    Callback open = ours.get();
    if (theirs.window().dueAt().isBefore(open.window().dueAt())) {
      remarks.add(
          "Both had an open callback: the earlier stands, at " + theirs.window().dueAt() + ".");
      promises.reschedule(open.agreeAnew(promise, now), now);
    } else {
      remarks.add(
          "Both had an open callback: the earlier stands, at " + open.window().dueAt() + ".");
    }
    return open.id();
  }

  /**
   * Makes two leads again of one, as far as nothing was built on it.
   *
   * @throws NotFound if there is no such merger
   * @throws WarmlineException MERGE_NOT_UNDOABLE if it was undone before, or another lead was
   *     merged into the same one since; LEAD_CLAIMED; LEAD_MERGED if the one that stayed was merged
   *     itself since
   */
  public Merger undo(MergerId id) {
    return transaction.call(() -> undo(mergers.get(id), clock.instant()));
  }

  /**
   * As {@link #undo(MergerId)}, by the two leads.
   *
   * @throws NotFound if one of them is unknown
   */
  public Merger undo(LeadId lead, LeadId other) {
    return transaction.call(
        () -> {
          book.get(lead);
          book.get(other);
          Merger merger =
              mergers
                  .endOf(other)
                  .filter(it -> it.lead().equals(lead))
                  .orElseThrow(() -> notUndoable("The leads are not merged."));
          return undo(merger, clock.instant());
        });
  }

  private Merger undo(Merger merger, Instant now) {
    Before before = mergers.before(merger.id());
    List<PhoneNumber> numbers = new ArrayList<>(book.numbersIn(before.leadImage()));
    numbers.addAll(book.numbersIn(before.mergedImage()));
    inHand.lock(numbers);
    List<Lead> both = book.take(List.of(merger.lead(), merger.merged()));
    requireUndoable(mergers.get(merger.id()));
    Lead lead = of(both, merger.lead());
    lead.requireNotErased();
    inHand.requireNotClaimed(lead.id());
    List<String> remarks = new ArrayList<>();
    Optional<Callback> promise = promiseOf(before, merger);
    if (lead.version() == before.version()) {
      book.restore(lead, before.leadImage(), now);
    } else {
      remarks.add(
          "The lead has changed since the merger: what was known of it then was not put back; only"
              + " the numbers and the external id of the other were taken from it.");
      List<PhoneNumber> theirs = new ArrayList<>(book.numbersIn(before.mergedImage()));
      theirs.removeAll(book.numbersIn(before.leadImage()));
      book.write(lead, lead.without(book.externalIdIn(before.mergedImage()), theirs), now);
    }
    Lead other = book.restore(of(both, merger.merged()), before.mergedImage(), now);
    remarks.add("Tasks that were cancelled, and calls made since, stay as they are.");
    settle(promise, lead.id(), other, remarks, now);
    if (!mergers.undo(merger.id(), remarks, now)) {
      throw new TenantTransaction.Collision("merger");
    }
    events.record(new MergeEvent.Unmerged(lead.id(), other.id(), merger.id()), now);
    inHand.putBack(lead.id(), numbers, now);
    inHand.putBack(other.id(), numbers, now);
    withdrawals.of(List.of(lead.id(), other.id()), now);
    return mergers.get(merger.id());
  }

  private void requireUndoable(Merger merger) {
    if (merger.undoneAt().isPresent()) {
      throw notUndoable("The merger was undone before, or one of its leads was erased.");
    }
    if (mergers.hasLater(merger)) {
      throw notUndoable("Another lead was merged into the same one since: undo that first.");
    }
    if (mergers.endOf(merger.lead()).isPresent()) {
      throw notUndoable("The lead was merged into another one since: undo that first.");
    }
  }

  private static WarmlineException notUndoable(String why) {
    return new WarmlineException(ProblemCode.MERGE_NOT_UNDOABLE, why);
  }

  private Optional<Callback> promiseOf(Before before, Merger merger) {
    return Optional.ofNullable(before.promise())
        .flatMap(made -> promises.openOf(merger.lead()).filter(open -> open.id().equals(made)));
  }

  private void settle(
      Optional<Callback> promise, LeadId lead, Lead other, List<String> remarks, Instant now) {
    boolean theirs = other.status() == LeadStatus.CALLBACK_PENDING;
    if (theirs && promise.isPresent()) {
      giveBack(promise.get(), lead, other, remarks, now);
    } else if (theirs) {
      book.write(other, book.leaving(LeadStatus.CALLBACK_PENDING, other, now), now);
    }
    Lead stays = book.get(lead);
    if (promises.openOf(lead).isEmpty()) {
      book.write(stays, book.leaving(LeadStatus.CALLBACK_PENDING, stays, now), now);
    }
  }

  /** A promise that is still open goes back to whom it was made. */
  private void giveBack(Callback open, LeadId lead, Lead other, List<String> remarks, Instant now) {
    Callback.Promise promise =
        new Callback.Promise(
            open.time(),
            Optional.ofNullable(open.agent()),
            Optional.ofNullable(open.phone()).filter(other.numbers()::contains),
            Optional.ofNullable(open.words()),
            Optional.ofNullable(open.saidAt()),
            Optional.ofNullable(open.note()));
    promises.make(other.id(), other.campaign(), promise, null, now);
    Lead stays = book.get(lead);
    if (stays.status() == LeadStatus.CALLBACK_PENDING) {
      remarks.add("The callback stands for both leads: it cannot be told whose it is.");
    } else {
      promises.cancel(open, "MERGE_UNDONE", now);
    }
  }
}
