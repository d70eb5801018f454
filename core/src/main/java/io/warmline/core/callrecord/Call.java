package io.warmline.core.callrecord;

import io.warmline.core.WarmlineException;
import io.warmline.core.disposition.CallAnswers;
import io.warmline.core.disposition.Conduct;
import io.warmline.core.disposition.Direction;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.disposition.EndedCall;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClaimId;
import io.warmline.core.id.HandoffId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.SuppressionId;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.phone.PhoneNumber;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call and its outcome.
 *
 * @param phone the number dialled, or that called; null once the lead is erased
 * @param statusBefore where the lead stood before, so that a correction can take the call back
 * @param late whether its claim had ended before it was logged
 * @param breaches the rules against which it was made; empty under a claim that held
 * @param durationSeconds length, if known
 * @param recording where its recording is, if there is one
 * @param zone where the prospect was; null for calls logged before that was kept
 * @param links what the call caused
 */
public record Call(
    CallId id,
    int version,
    LeadId lead,
    CampaignId campaign,
    AgentId agent,
    @Nullable ClaimId claim,
    @Nullable PhoneNumber phone,
    Direction direction,
    Disposition disposition,
    LeadStatus statusBefore,
    boolean late,
    List<Breach> breaches,
    Instant startedAt,
    @Nullable Integer durationSeconds,
    @Nullable String notes,
    @Nullable String reason,
    @Nullable RecordingUrl recording,
    Conduct conduct,
    @Nullable ZoneId zone,
    CallAnswers answers,
    Links links,
    @Nullable Instant amendedAt,
    Instant createdAt) {

  /** Keeps a copy. */
  public Call {
    breaches = List.copyOf(breaches);
  }

  /** What a call caused. */
  public record Links(
      @Nullable CallbackId callback,
      @Nullable CallbackId kept,
      @Nullable SuppressionId suppression,
      @Nullable LeadId referred,
      @Nullable HandoffId handoff) {

    /** It caused nothing. */
    public static final Links NONE = new Links(null, null, null, null, null);

    public Links promising(CallbackId id) {
      return new Links(id, kept, suppression, referred, handoff);
    }

    public Links keeping(CallbackId id) {
      return new Links(callback, id, suppression, referred, handoff);
    }

    public Links suppressing(SuppressionId id) {
      return new Links(callback, kept, id, referred, handoff);
    }

    public Links referring(LeadId id) {
      return new Links(callback, kept, suppression, id, handoff);
    }

    public Links handingOver(HandoffId id) {
      return new Links(callback, kept, suppression, referred, id);
    }
  }

  /**
   * The number that was dialled.
   *
   * @throws WarmlineException LEAD_ERASED
   */
  public PhoneNumber dialled() {
    if (phone == null) {
      throw Lead.erasedRefusal();
    }
    return phone;
  }

  /**
   * @throws WarmlineException LEAD_ERASED
   */
  public void requireNotErased() {
    dialled();
  }

  /**
   * What the rules go by.
   *
   * @throws WarmlineException LEAD_ERASED
   */
  public EndedCall ended() {
    return new EndedCall(dialled(), direction, startedAt, disposition, answers);
  }

  /** Whether the prospect called. */
  public boolean isIncoming() {
    return direction == Direction.INBOUND;
  }

  /**
   * Whether it attained its objective: what the caller said, else what the outcome tells; null
   * where neither does.
   */
  public @Nullable Boolean attained() {
    return conduct.attainedBy(disposition);
  }

  /** This call, and what it caused. */
  public Call causing(Links caused) {
    return with(
        disposition, durationSeconds, notes, new Why(reason, conduct, answers), caused, amendedAt);
  }

  /** This call with another outcome, and without what the earlier one caused. */
  public Call corrected(Disposition other) {
    return with(
        other, durationSeconds, notes, new Why(reason, conduct, answers), Links.NONE, amendedAt);
  }

  /** This call with what is said of it later. */
  public Call described(
      @Nullable Integer duration,
      @Nullable String said,
      @Nullable String why,
      Conduct shown,
      Instant now) {
    return with(disposition, duration, said, new Why(why, shown, answers), links, now);
  }

  /** This call with other answers. */
  public Call answering(CallAnswers given) {
    return with(
        disposition, durationSeconds, notes, new Why(reason, conduct, given), links, amendedAt);
  }

  private record Why(@Nullable String reason, Conduct conduct, CallAnswers answers) {}

  private Call with(
      Disposition outcome,
      @Nullable Integer duration,
      @Nullable String said,
      Why why,
      Links caused,
      @Nullable Instant amended) {
    return new Call(
        id,
        version,
        lead,
        campaign,
        agent,
        claim,
        phone,
        direction,
        outcome,
        statusBefore,
        late,
        breaches,
        startedAt,
        duration,
        said,
        why.reason(),
        recording,
        why.conduct(),
        zone,
        why.answers(),
        caused,
        amended,
        createdAt);
  }

  /** Hides notes: they are personal data. */
  @Override
  public String toString() {
    return "Call[" + id + ", " + disposition + "]";
  }
}
