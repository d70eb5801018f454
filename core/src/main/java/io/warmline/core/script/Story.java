package io.warmline.core.script;

import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.LeadId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an agent should have read before dialling. Its parts hide what was said in their {@code
 * toString}.
 *
 * @param last the last call in which a person was reached
 * @param quote when to call, in the prospect's own words
 * @param objections the latest {@value #MOST}, newest first
 * @param touches the latest {@value #MOST} that were no calls, newest first
 * @param colleagues whom of the same company we talked to, as other leads of the same client: of
 *     each the last talk, the latest {@value #MOST}, newest first
 * @param deferrals how often the prospect put the present callback off
 * @param attempts how often the lead was dialled
 */
public record Story(
    Optional<Conversation> last,
    Optional<Quote> quote,
    List<Refusal> objections,
    List<Touch> touches,
    List<Colleague> colleagues,
    int deferrals,
    int attempts) {

  static final int MOST = 5;

  /** Keeps copies. */
  public Story {
    objections = List.copyOf(objections);
    touches = List.copyOf(touches);
    colleagues = List.copyOf(colleagues);
  }

  /** A call in which a person was reached. */
  public record Conversation(
      CallId call,
      Instant at,
      AgentId agent,
      String agentName,
      Disposition outcome,
      @Nullable String notes,
      @Nullable String reason) {

    @Override
    public String toString() {
      return "Conversation[" + call + "]";
    }
  }

  /** The last talk with somebody else of the company. */
  public record Colleague(
      LeadId lead,
      @Nullable String firstName,
      @Nullable String lastName,
      CallId call,
      Instant at,
      AgentId agent,
      String agentName,
      Disposition outcome) {

    @Override
    public String toString() {
      return "Colleague[" + lead + "]";
    }
  }

  /** The prospect's own words. */
  public record Quote(String words, Instant at) {

    @Override
    public String toString() {
      return "Quote[…]";
    }
  }

  /** Why the prospect did not want to, as it was written down. */
  public record Refusal(Instant at, Disposition outcome, String words) {

    @Override
    public String toString() {
      return "Refusal[" + outcome + "]";
    }
  }

  /** Something besides a call. */
  public record Touch(Instant at, What what) {

    /** What it was. */
    public enum What {
      LINK_CLICK,
      MICROSITE_VISIT,
      FORM_SUBMITTED,
      REPLY,
      INBOUND,
      MAIL_DELIVERED,
      MAIL_OPENED,
      /** A follow-up that we sent. */
      MAIL_SENT
    }
  }
}
