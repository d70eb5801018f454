package io.warmline.core.script;

import io.warmline.core.campaign.Campaigns;
import io.warmline.core.campaign.MessageWordings;
import io.warmline.core.followup.FollowUp;
import io.warmline.core.followup.FollowUps;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.FollowUpId;
import io.warmline.core.id.LeadId;
import io.warmline.core.talktrack.CallFacts;
import io.warmline.core.talktrack.MessageKind;
import io.warmline.core.talktrack.Messages;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes the messages that are owed, by what is on record as they are asked for. Writes nothing
 * down: a message that was sent is kept by whoever sent it.
 */
@ApplicationScoped
public class WriteFollowUps {

  private final TenantTransaction transaction;
  private final TenantSql sql;
  private final FollowUps followUps;
  private final Campaigns campaigns;
  private final Clock clock;

  WriteFollowUps(
      TenantTransaction transaction,
      TenantSql sql,
      FollowUps followUps,
      Campaigns campaigns,
      Clock clock) {
    this.transaction = transaction;
    this.sql = sql;
    this.followUps = followUps;
    this.campaigns = campaigns;
    this.clock = clock;
  }

  /** A message that is owed, and its text. Hidden in {@code toString}. */
  public record Written(FollowUp followUp, String text) {

    @Override
    public String toString() {
      return "Written[" + followUp.id() + "]";
    }
  }

  /** What is owed to a lead; empty if nothing is. */
  public Optional<Written> owedTo(LeadId lead) {
    return transaction.call(
        () ->
            followUps
                .owed(lead)
                .map(owed -> new Written(owed, texts(List.of(owed)).getOrDefault(owed.id(), ""))));
  }

  /** What is owed to these leads, by the call for which it is. */
  public Map<CallId, Written> owedTo(Collection<LeadId> leads) {
    if (leads.isEmpty()) {
      return Map.of();
    }
    return transaction.call(
        () -> {
          List<FollowUp> owed = followUps.owed(leads);
          Map<FollowUpId, String> texts = texts(owed);
          return owed.stream()
              .collect(
                  Collectors.toMap(
                      FollowUp::call, one -> new Written(one, texts.getOrDefault(one.id(), ""))));
        });
  }

  /**
   * The texts of those of these that are owed still, by their ids. None where one of their leads is
   * not seen: no message is written about another.
   */
  public Map<FollowUpId, String> texts(Collection<FollowUp> all) {
    return transaction.call(() -> write(all, clock.instant()));
  }

  private Map<FollowUpId, String> write(Collection<FollowUp> all, Instant now) {
    List<FollowUp> owed = all.stream().filter(one -> one.status() == FollowUp.Status.OWED).toList();
    if (owed.isEmpty()) {
      return Map.of();
    }
    List<Background> known =
        sql.ask(
            Backgrounds.of(
                owed.stream()
                    .map(one -> Occasion.of(one.lead(), Optional.of(one.agent())))
                    .toList(),
                now));
    if (known.size() != owed.size()) {
      return Map.of();
    }
    Map<CampaignId, MessageWordings> own = new HashMap<>();
    Map<FollowUpId, String> texts = new HashMap<>();
    for (int i = 0; i < owed.size(); i++) {
      FollowUp one = owed.get(i);
      MessageWordings wordings =
          own.computeIfAbsent(one.campaign(), id -> campaigns.get(id).messages());
      texts.put(one.id(), text(kind(one.occasion()), wordings, known.get(i), now));
    }
    return texts;
  }

  /** A wording that was sound when it was saved may be so no more. */
  private static String text(MessageKind kind, MessageWordings own, Background known, Instant now) {
    CallFacts facts = Draft.of(known, Optional.empty(), Map.of(), now).facts();
    List<String> sound =
        own.of(kind).stream().filter(text -> Messages.check(text).isEmpty()).toList();
    return Messages.write(kind, sound, facts);
  }

  private static MessageKind kind(FollowUp.Occasion occasion) {
    return switch (occasion) {
      case VOICEMAIL -> MessageKind.VOICEMAIL;
      case CONVERSATION -> MessageKind.CONVERSATION;
    };
  }
}
