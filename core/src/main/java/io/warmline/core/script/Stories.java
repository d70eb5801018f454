package io.warmline.core.script;

import io.warmline.core.call.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.LeadId;
import io.warmline.core.script.Background.Past;
import io.warmline.core.script.Story.Conversation;
import io.warmline.core.script.Story.Quote;
import io.warmline.core.script.Story.Refusal;
import io.warmline.core.script.Story.Touch;
import io.warmline.core.tenant.Question;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** What happened between us and prospects: one statement, however many. */
final class Stories {

  private static final String HISTORY =
      """
      select told.lead, history.*
      from unnest(cast(:toldOf as uuid[])) told (lead)
      cross join lateral (
        (select 'CALL' as what, x.id, x.started_at as at, x.disposition, x.agent_id, a.name as agent, x.notes, x.reason
         from call x join agent a on a.tenant_id = :tenant and a.id = x.agent_id
         where x.tenant_id = :tenant and x.lead_id = told.lead and x.disposition = any(:conversations)
         order by x.started_at desc, x.id desc limit 20)
        union all
        (select x.type, x.id, x.occurred_at, null, null, null, null, null from signal x
         where x.tenant_id = :tenant and x.lead_id = told.lead and x.counted
         order by x.occurred_at desc, x.id desc limit :most)
        union all
        (select 'MAIL_SENT', x.id, x.sent_at, null, null, null, null, null from follow_up x
         where x.tenant_id = :tenant and x.lead_id = told.lead and x.status = 'SENT'
         order by x.sent_at desc, x.id desc limit :most)) history
      order by told.lead, history.at desc, history.id desc
      """;

  private Stories() {}

  /** One row of the history: a call, or another touch. */
  record Entry(@Nullable Conversation call, @Nullable Touch touch) {}

  /**
   * What happened, the latest first.
   *
   * @param entries of each lead
   */
  record Histories(Map<LeadId, List<Entry>> entries) {

    /**
     * @param past what was gathered for the words
     */
    Story of(LeadId lead, Past past) {
      return story(entries.getOrDefault(lead, List.of()), past);
    }
  }

  /** What happened between us and these prospects. */
  static Question<Histories> of(Collection<LeadId> leads) {
    return new Question<>(
        HISTORY,
        Map.of(
            "toldOf", leads.stream().map(LeadId::value).toArray(UUID[]::new),
            "conversations", Conversations.WITH_ANYBODY,
            "most", Story.MOST),
        rows ->
            new Histories(
                rows.reduceRows(
                    new HashMap<>(),
                    (entries, row) -> {
                      entries
                          .computeIfAbsent(
                              row.getColumn("lead", LeadId.class), id -> new ArrayList<>())
                          .add(entry(row));
                      return entries;
                    })));
  }

  private static Story story(List<Entry> history, Past past) {
    List<Conversation> calls =
        history.stream().flatMap(entry -> Stream.ofNullable(entry.call())).toList();
    return new Story(
        calls.stream().findFirst(),
        past.promise().said().map(said -> new Quote(said.words(), said.at())),
        calls.stream().flatMap(Stories::refusal).limit(Story.MOST).toList(),
        history.stream()
            .flatMap(entry -> Stream.ofNullable(entry.touch()))
            .limit(Story.MOST)
            .toList(),
        past.promise().deferrals(),
        past.attempts());
  }

  private static Stream<Refusal> refusal(Conversation call) {
    return Conversations.REFUSALS.contains(call.outcome())
        ? Optional.ofNullable(call.reason()).or(() -> Optional.ofNullable(call.notes())).stream()
            .map(words -> new Refusal(call.at(), call.outcome(), words))
        : Stream.empty();
  }

  private static Entry entry(RowView row) {
    String what = row.getColumn("what", String.class);
    Instant at = row.getColumn("at", Instant.class);
    return what.equals("CALL")
        ? new Entry(conversation(row, at), null)
        : new Entry(null, new Touch(at, Touch.What.valueOf(what)));
  }

  private static Conversation conversation(RowView row, Instant at) {
    return new Conversation(
        row.getColumn("id", CallId.class),
        at,
        row.getColumn("agent_id", AgentId.class),
        row.getColumn("agent", String.class),
        row.getColumn("disposition", Disposition.class),
        row.getColumn("notes", String.class),
        row.getColumn("reason", String.class));
  }
}
