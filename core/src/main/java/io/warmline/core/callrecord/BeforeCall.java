package io.warmline.core.callrecord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.warmline.core.lead.Dialling;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadFacts;
import io.warmline.core.lead.LeadPhone;
import io.warmline.core.lead.LeadProfile.StatedPlace;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.Qualification;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How things stood before a call, as far as it changed them: what is needed to take it back. It is
 * kept with the call, and is gone once the lead is erased.
 *
 * @param writtenAt when the call changed them
 * @param lead the call's own lead before the call
 * @param left the same lead after it
 * @param rows rows of other tables before the call, in the order in which they were changed
 * @param droppedFor other leads for which the number stopped working
 * @param others other leads that lost their last number, and their promise with it
 * @param newLead the lead that the call entered, because the prospect referred us to it
 */
public record BeforeCall(
    Instant writtenAt,
    LeadState lead,
    LeadState left,
    List<Row> rows,
    List<UUID> droppedFor,
    List<Other> others,
    @Nullable UUID newLead) {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  /** Keeps copies. */
  public BeforeCall {
    rows = List.copyOf(rows);
    droppedFor = List.copyOf(droppedFor);
    others = List.copyOf(others);
  }

  /** Whose row it is. */
  public enum Book {
    PROMISES,
    TASKS,
    MEETINGS,
    OFFERS,
    MESSAGES
  }

  /** A row before the call, as its book keeps it. */
  public record Row(Book book, UUID id, String image) {}

  /** Another lead, and where it stood. */
  public record Other(UUID lead, LeadStatus status) {}

  /**
   * What a call can change of its lead.
   *
   * @param working its numbers that work, in E.164
   */
  public record LeadState(
      LeadStatus status,
      int attempts,
      int hangUps,
      @Nullable Instant lastAttemptAt,
      @Nullable Instant nextAttemptAt,
      @Nullable Instant contactedAt,
      @Nullable Qualification qualification,
      @Nullable String language,
      @Nullable StatedPlace place,
      Set<String> working) {

    /** Keeps a copy. */
    public LeadState {
      working = Set.copyOf(working);
    }

    /** How a lead stands. */
    public static LeadState of(Lead lead) {
      Dialling dialling = lead.dialling();
      return new LeadState(
          lead.status(),
          dialling.attempts(),
          dialling.hangUps(),
          dialling.lastAttemptAt().orElse(null),
          dialling.nextAttemptAt().orElse(null),
          dialling.contactedAt().orElse(null),
          lead.qualification().orElse(null),
          lead.profile().language(),
          lead.profile().statedPlace(),
          lead.phones().stream()
              .filter(phone -> phone.uncallable().isEmpty())
              .map(phone -> phone.number().e164())
              .collect(Collectors.toSet()));
    }

    /** A lead that stands like this. */
    public Lead applyTo(Lead lead, ZoneId campaignZone, Instant now) {
      Lead stands = lead;
      for (LeadPhone phone : lead.phones()) {
        boolean works = working.contains(phone.number().e164());
        stands = works ? stands.givenBack(phone.number()) : stands;
      }
      if (!Objects.equals(place, lead.profile().statedPlace())) {
        LeadFacts facts = stands.facts();
        stands =
            stands.described(
                new LeadFacts(facts.externalId(), facts.profile().stating(place), facts.numbers()),
                campaignZone);
      }
      return stands
          .speaks(language)
          .learn(qualification)
          .with(
              new Dialling(
                  attempts,
                  hangUps,
                  Optional.ofNullable(lastAttemptAt),
                  Optional.ofNullable(nextAttemptAt),
                  Optional.ofNullable(contactedAt)))
          .standsAgainAs(status, now);
    }
  }

  /** What the lead's standing is without the call; what somebody else changed since stays. */
  public LeadState without(LeadState now) {
    return new LeadState(
        now.status() == left.status() ? lead.status() : now.status(),
        Math.max(now.attempts() - (left.attempts() - lead.attempts()), 0),
        Math.max(now.hangUps() - (left.hangUps() - lead.hangUps()), 0),
        undone(now.lastAttemptAt(), left.lastAttemptAt(), lead.lastAttemptAt()),
        undone(now.nextAttemptAt(), left.nextAttemptAt(), lead.nextAttemptAt()),
        undone(now.contactedAt(), left.contactedAt(), lead.contactedAt()),
        undone(now.qualification(), left.qualification(), lead.qualification()),
        undone(now.language(), left.language(), lead.language()),
        undone(now.place(), left.place(), lead.place()),
        workingAgain(now));
  }

  private Set<String> workingAgain(LeadState now) {
    Set<String> working = new HashSet<>(now.working());
    lead.working().stream()
        .filter(number -> !left.working().contains(number))
        .forEach(working::add);
    return working;
  }

  private static <T> @Nullable T undone(@Nullable T now, @Nullable T left, @Nullable T before) {
    return Objects.equals(now, left) ? before : now;
  }

  static BeforeCall read(String json) {
    try {
      return JSON.readValue(json, BeforeCall.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was before a call is not readable", e);
    }
  }

  String text() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was before a call is not writable", e);
    }
  }

  /** Hides what it holds: it is personal data. */
  @Override
  public String toString() {
    return "BeforeCall[" + writtenAt + "]";
  }

  /** What was before a call, in the making. */
  public static final class Notes {

    private final List<Row> rows = new ArrayList<>();
    private final List<UUID> droppedFor = new ArrayList<>();
    private final List<Other> others = new ArrayList<>();
    private @Nullable UUID newLead;

    /** A row as it was; only the first image of it counts. */
    public void row(Book book, UUID id, String image) {
      boolean known = rows.stream().anyMatch(row -> row.book() == book && row.id().equals(id));
      if (!known) {
        rows.add(new Row(book, id, image));
      }
    }

    public void dropped(List<UUID> leads) {
      droppedFor.addAll(leads);
    }

    public void other(UUID lead, LeadStatus status) {
      others.add(new Other(lead, status));
    }

    public void entered(UUID lead) {
      newLead = lead;
    }

    public BeforeCall of(Lead before, Lead after, Instant now) {
      return new BeforeCall(
          now, LeadState.of(before), LeadState.of(after), rows, droppedFor, others, newLead);
    }
  }
}
