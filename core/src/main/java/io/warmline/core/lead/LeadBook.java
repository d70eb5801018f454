package io.warmline.core.lead;

import io.warmline.core.NotFound;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.Numbers;
import io.warmline.core.tag.KnownTags;
import io.warmline.core.task.TaskBook;
import io.warmline.core.tenant.Question;
import io.warmline.core.tenant.RoundTrip;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction.Collision;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The book of leads: nobody else writes their tables. In it no lead changes without another
 * version, and none comes to another status without an event. Whoever changes a lead takes it
 * first, and has its queue row derived anew afterwards.
 */
@ApplicationScoped
public class LeadBook {

  private final Leads leads;
  private final LeadPhones phones;
  private final PhoneBuckets buckets;
  private final Numbers numbers;
  private final LeadNews news;
  private final TaskBook tasks;
  private final TenantSql sql;
  private final LeadImages images;
  private final KnownTags tags;
  private final ErasedPersons erased;

  LeadBook(
      Leads leads,
      LeadPhones phones,
      PhoneBuckets buckets,
      Numbers numbers,
      LeadNews news,
      TaskBook tasks,
      TenantSql sql,
      LeadImages images,
      KnownTags tags,
      ErasedPersons erased) {
    this.erased = erased;
    this.tags = tags;
    this.leads = leads;
    this.phones = phones;
    this.buckets = buckets;
    this.numbers = numbers;
    this.news = news;
    this.tasks = tasks;
    this.sql = sql;
    this.images = images;
  }

  /** A lead as it was read, and as it is to be. */
  public record Change(Lead before, Lead after) {

    boolean isNone() {
      return before.equals(after);
    }
  }

  /**
   * Who says why a lead changes; null: what happened says it.
   *
   * @param by the agent who decided it
   */
  public record Because(@Nullable AgentId by, @Nullable String reason) {

    /** Nobody says why. */
    public static final Because NONE = new Because(null, null);

    /** Hides the reason: it may be personal data. */
    @Override
    public String toString() {
      return "Because[" + by + "]";
    }
  }

  /**
   * The lead as it is now, for reading only.
   *
   * @throws NotFound if the tenant has none with this id
   */
  public Lead get(LeadId id) {
    return leads.get(id);
  }

  /**
   * The lead as it is until the transaction ends, unless its holder changes it: its numbers are
   * locked, and so is its row.
   *
   * @throws NotFound if the tenant has none with this id
   */
  public Lead take(LeadId id) {
    return take(List.of(id)).stream().findFirst().orElseThrow(() -> new NotFound("lead", id));
  }

  /** As {@link #take(LeadId)} for those of these leads that there are, in the order of ids. */
  public List<Lead> take(Collection<LeadId> ids) {
    List<UUID> those = values(ids);
    return take(
            those,
            numbers.lockOf(those),
            () -> new Taken<>(sql.ask(Leads.locked(those)), Optional.empty()))
        .leads();
  }

  /**
   * Leads that were taken.
   *
   * @param known what was asked about them once they were
   */
  public record Taken<T>(List<Lead> leads, T known) {}

  /**
   * As {@link #take(Collection)} and, in the same round trip, what else has to be known of them.
   *
   * @param held the numbers of theirs that are locked
   */
  public <T> Taken<T> take(
      Collection<LeadId> ids, Collection<PhoneNumber> held, Question<T> question) {
    List<UUID> those = values(ids);
    return take(those, held, () -> read(those, question));
  }

  private <T> Taken<T> read(List<UUID> those, Question<T> question) {
    RoundTrip trip = sql.roundTrip();
    Supplier<List<Lead>> locked = trip.ask(Leads.locked(those));
    Supplier<T> known = trip.ask(question);
    trip.make();
    return new Taken<>(locked.get(), known.get());
  }

  /** Reads until the locks are those of the numbers that the leads have. */
  private <T> Taken<T> take(
      List<UUID> those, Collection<PhoneNumber> held, Supplier<Taken<T>> read) {
    Set<PhoneNumber> locked = new HashSet<>(held);
    Taken<T> taken = read.get();
    while (!locked.containsAll(numbersOf(taken.leads()))) {
      locked.addAll(numbers.lockOf(those));
      taken = read.get();
    }
    return taken;
  }

  private static List<UUID> values(Collection<LeadId> ids) {
    return ids.stream().map(LeadId::value).toList();
  }

  private static List<PhoneNumber> numbersOf(List<Lead> them) {
    return them.stream().flatMap(lead -> lead.numbers().stream()).toList();
  }

  /** Enters a new lead; empty if its campaign has it, by its external id or its first number. */
  Optional<Lead> enter(Lead lead, Instant now) {
    if (!leads.add(lead)) {
      return Optional.empty();
    }
    phones.write(null, lead, now);
    remember(List.of(lead));
    news.created(lead, now);
    return Optional.of(lead);
  }

  /** As {@link #write(Lead, Lead, Because, Instant)}, where nobody says why. */
  public Lead write(Lead before, Lead after, Instant now) {
    return write(before, after, Because.NONE, now);
  }

  /**
   * Enters what became of a lead, with an event of what is told. Where nothing differs, nothing is
   * written.
   *
   * @param before as it was read
   * @return the lead as it is stored now
   * @throws Collision if somebody else changed it meanwhile; the work is then done again
   */
  public Lead write(Lead before, Lead after, Because because, Instant now) {
    return writeAll(List.of(new Change(before, after)), because, now).get(0);
  }

  /** As {@link #write(Lead, Lead, Because, Instant)} for each of these. */
  public List<Lead> writeAll(List<Change> changes, Because because, Instant now) {
    List<Change> real = changes.stream().filter(change -> !change.isNone()).toList();
    if (!real.isEmpty()) {
      store(real, now);
      news.of(real, because, now);
      real.forEach(change -> giveWay(change, now));
    }
    return changes.stream().map(change -> stored(change, now)).toList();
  }

  /**
   * What is known of numbers of these leads has changed elsewhere, and with it what a lead shows:
   * each comes to another version.
   */
  void move(Collection<LeadId> ids, Instant now) {
    leads.move(values(ids), now);
  }

  private void store(List<Change> changes, Instant now) {
    leads.write(
        changes.stream()
            .map(change -> change.after().written(change.before().version(), now))
            .toList());
    changes.forEach(change -> phones.write(change.before(), change.after(), now));
    remember(changes.stream().filter(LeadBook::bringsTags).map(Change::after).toList());
  }

  private static boolean bringsTags(Change change) {
    Lead before = change.before();
    Lead after = change.after();
    return !after.profile().tags().equals(before.profile().tags())
        || !after.campaign().equals(before.campaign());
  }

  private void remember(List<Lead> those) {
    tags.remember(
        those.stream()
            .filter(lead -> !lead.profile().tags().equals(Tags.NONE))
            .map(lead -> lead.id().value())
            .toList());
  }

  private static Lead stored(Change change, Instant now) {
    return change.isNone()
        ? change.before()
        : change.after().written(change.before().version() + 1, now);
  }

  /** What programmes want of a lead gives way to what is agreed with it. */
  private void giveWay(Change change, Instant now) {
    LeadStatus to = change.after().status();
    if (to != change.before().status() && to.isSpokenFor()) {
      tasks.cancelOfProgrammes(change.after().id(), to.name(), now);
    }
  }

  /**
   * A lead of this status goes back to what its history says; of any other it stays as it is.
   *
   * @param lead as it is stored
   * @return the lead as it is to be, for {@link #write}
   */
  public Lead leaving(LeadStatus left, Lead lead, Instant now) {
    return lead.status() == left ? lead.leaves(left, leads.historyOf(lead.id()), now) : lead;
  }

  /**
   * A number does not work for anyone. The lead that showed it is written by its own verb.
   *
   * @param shownBy the lead whose call showed it
   * @return the other leads for which it worked until now
   */
  public List<LeadId> dropForOthers(
      PhoneNumber number, String reason, LeadId shownBy, Instant now) {
    List<LeadId> dropped = phones.drop(number, reason, shownBy);
    leads.touch(dropped, now);
    return dropped;
  }

  /**
   * A number is not that of whoever may be the same person as the one of this lead, which is
   * written by its own verb.
   *
   * @return the other leads for which it worked until now
   */
  public List<LeadId> dropForPerson(PhoneNumber number, String reason, LeadId of, Instant now) {
    List<LeadId> dropped = phones.dropForPerson(number, reason, of);
    leads.touch(dropped, now);
    return dropped;
  }

  /** Other leads of the tenant that share a number with this one and may be the same person. */
  public List<LeadId> samePersonAs(LeadId id) {
    return phones.samePersonAs(id);
  }

  /**
   * Notes of the numbers of leads that are written anew in this transaction what calls to others
   * have shown.
   *
   * @return those of which something was noted
   */
  public Set<LeadId> learnOfNumbers(Collection<UUID> those) {
    return phones.learn(those);
  }

  /**
   * A number works after all: the call that showed the contrary is taken back. Leads that learnt of
   * it later are given it back too, unless another call shows the same.
   *
   * @param shownBy the lead whose call that was, which is written by its own verb
   * @param droppedFor the leads for which that call dropped it
   */
  public void giveBack(
      CallId call,
      LeadId shownBy,
      PhoneNumber number,
      String reason,
      Collection<LeadId> droppedFor,
      Instant now) {
    Collection<LeadId> those =
        phones.isKnownWithout(call, number, reason) ? droppedFor : having(number);
    giveBack(number, reason, those.stream().filter(id -> !id.equals(shownBy)).toList(), now);
  }

  /**
   * A number works after all for these leads, as far as it was for this reason that it did not.
   *
   * @return those for which it works again
   */
  public List<LeadId> giveBack(
      PhoneNumber number, String reason, Collection<LeadId> those, Instant now) {
    List<LeadId> given = phones.giveBack(number, reason, those);
    leads.touch(given, now);
    return given;
  }

  /** A lead as it is, with its numbers, for {@link #restore}. Personal. */
  public String image(Lead lead) {
    return images.of(lead);
  }

  /** The numbers that a lead had when its image was made. */
  public List<PhoneNumber> numbersIn(String image) {
    return images.numbersIn(image);
  }

  /** The external id that a lead had when its image was made. */
  public Optional<String> externalIdIn(String image) {
    return images.externalIdIn(image);
  }

  /** The consents of these leads were withdrawn as other leads of the person. */
  void noteTakenOver(Collection<UUID> withdrawn) {
    sql.update(
        """
        update lead set consent_taken_over_at = consent_withdrawn_at where tenant_id = :tenant and id = any(:leads)
        """,
        u -> u.bindArray("leads", UUID.class, withdrawn.toArray()));
  }

  /** Enters that the person is erased of whom an image was made, while its numbers are locked. */
  public void rememberErased(String image, Instant now) {
    erased.remember(images.personIn(image), now);
  }

  /**
   * Makes a lead again what its image shows, with the events of that.
   *
   * @param lead as it was taken
   */
  public Lead restore(Lead lead, String image, Instant now) {
    Lead restored = images.restore(lead, image, now);
    news.of(List.of(new Change(lead, restored)), Because.NONE, now);
    return restored;
  }

  /** The leads of the tenant that have this number, in the order of ids. */
  public List<LeadId> having(PhoneNumber number) {
    return phones.leadsWith(number);
  }

  /** The numbers of these leads are in the buckets in which they belong by now. */
  void seatAnew(Collection<UUID> those, Instant now) {
    buckets.seat(those, now);
  }

  /** Takes a lead out, with its numbers, its queue row, its claims and its closed callbacks. */
  void delete(Lead lead, Instant now) {
    leads.forgetReferrer(lead.id(), now);
    leads.delete(lead.id());
    news.deleted(lead, now);
  }

  /** Takes all leads of a campaign out, with whatever hangs on them. */
  void deleteOf(CampaignId campaign, Instant now) {
    leads.forgetReferrersOf(campaign, now);
    leads.deleteOf(campaign);
  }
}
