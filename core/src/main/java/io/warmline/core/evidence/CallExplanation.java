package io.warmline.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClaimId;
import io.warmline.core.id.LeadId;
import io.warmline.core.phone.PhoneNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a call was legal when it was made, or what it broke. All of it stands as it stood then; who
 * asks later gets the same.
 *
 * @param made the call itself
 * @param claim the claim that allowed it; empty: it was made without one
 * @param place where the prospect may have been
 * @param law the rules by which it was judged; empty: the call is older than what is kept
 * @param consent as it stood; null: none was on record
 * @param relationship as it stood; null: none was on record, or the lead is erased
 * @param registries the lists that hold where the prospect may have been
 * @param choices what the house had decided about the law
 * @param breaches what the call broke, as it was noted when it was logged; empty: nothing
 */
public record CallExplanation(
    ExplainedCall made,
    Optional<Held> claim,
    Place place,
    Optional<KeptRules> law,
    @Nullable JsonNode consent,
    @Nullable JsonNode relationship,
    List<JsonNode> registries,
    List<Choice> choices,
    List<JsonNode> breaches) {

  /** Keeps copies. */
  public CallExplanation {
    registries = List.copyOf(registries);
    choices = List.copyOf(choices);
    breaches = List.copyOf(breaches);
  }

  /** Whether nothing is on record that forbade it, and the law by which it was judged is. */
  public boolean isLawful() {
    return made.inbound() || (breaches.isEmpty() && law.isPresent());
  }

  /**
   * A call as it was made.
   *
   * @param agentName as the agent is called now
   * @param phone empty once the lead is erased, and where the prospect called
   * @param detailsGoneAt when most of what is told here was forgotten, because it had been kept for
   *     long enough
   * @param inbound whether the prospect called: no rule on calls forbids to answer
   */
  public record ExplainedCall(
      CallId call,
      LeadId lead,
      CampaignId campaign,
      AgentId agent,
      String agentName,
      Optional<PhoneNumber> phone,
      String disposition,
      boolean late,
      boolean inbound,
      Instant startedAt,
      Instant loggedAt,
      Optional<Instant> erasedAt,
      Optional<Instant> detailsGoneAt) {}

  /** Who held the lead, from when on, and until when the number could be dialled. */
  public record Held(ClaimId claim, Instant claimedAt, Instant callUntil) {}

  /**
   * Where the prospect may have been.
   *
   * @param clocks what the clock showed when the call began, in each of the zones
   */
  public record Place(
      List<Clock> clocks, @Nullable String source, List<String> jurisdictions, String audience) {}

  /** What the clock of a zone showed. */
  public record Clock(String zone, OffsetDateTime showed) {}

  /**
   * The rules that were kept.
   *
   * @param digest SHA-256 of the text that is kept
   * @param edition of the law that Warmline brought along
   * @param zoneData the version of the time-zone data of the server
   * @param corrected whether Warmline corrected that
   * @param opened by which clocks the hours were worked out
   * @param rules those in force on that day in any of the zones, in full
   */
  public record KeptRules(
      String digest,
      int edition,
      String zoneData,
      boolean corrected,
      List<String> opened,
      List<Rule> rules) {}

  /**
   * A rule as it was.
   *
   * @param checkedOn when the first source was last looked at
   * @param digest SHA-256 of its text
   * @param text the rule in the shape of the rule files
   */
  public record Rule(
      String id,
      int version,
      String status,
      @Nullable String citation,
      @Nullable LocalDate checkedOn,
      String digest,
      JsonNode text) {}

  /**
   * What the house had decided: a country that it calls without a rule, or a recommended rule that
   * it does not keep.
   *
   * @param kind ACCEPTED or LIFTED
   * @param name of the country or of the rule
   */
  public record Choice(
      String kind, String name, @Nullable String by, @Nullable String reason, Instant at) {}
}
