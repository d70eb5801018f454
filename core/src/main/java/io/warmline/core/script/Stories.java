package io.warmline.core.script;

import io.warmline.core.company.Company;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.LeadId;
import io.warmline.core.script.Background.Past;
import io.warmline.core.script.Story.Colleague;
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
        (select 'CALL' as what, x.id, x.started_at as at, x.disposition, x.agent_id, a.name as agent, x.notes, x.reason,
                cast(null as uuid) as of_lead, null as first_name, null as last_name
         from call x join agent a on a.tenant_id = :tenant and a.id = x.agent_id
         where x.tenant_id = :tenant and x.lead_id = told.lead and x.disposition = any(:conversations)
         order by x.started_at desc, x.id desc limit 20)
        union all
        (select x.type, x.id, x.occurred_at, null, null, null, null, null, null, null, null from signal x
         where x.tenant_id = :tenant and x.lead_id = told.lead and x.counted
         order by x.occurred_at desc, x.id desc limit :most)
        union all
        (select 'MAIL_SENT', x.id, x.sent_at, null, null, null, null, null, null, null, null from follow_up x
         where x.tenant_id = :tenant and x.lead_id = told.lead and x.status = 'SENT'
         order by x.sent_at desc, x.id desc limit :most)
        union all
        (select 'COLLEAGUE', x.id, x.started_at, x.disposition, x.agent_id, a.name, null, null, o.id, o.first_name, o.last_name
         from lead l
         join campaign c on c.tenant_id = :tenant and c.id = l.campaign_id
         join lead o on o.tenant_id = :tenant and o.id <> l.id and %s
           and o.contacted_at is not null and o.erased_at is null
         join campaign oc on oc.tenant_id = :tenant and oc.id = o.campaign_id and oc.client_id is not distinct from c.client_id
         cross join lateral (
           select k.id, k.started_at, k.disposition, k.agent_id from call k
           where k.tenant_id = :tenant and k.lead_id = o.id and k.disposition = any(:talkedTo)
           order by k.started_at desc, k.id desc limit 1) x
         join agent a on a.tenant_id = :tenant and a.id = x.agent_id
         where l.tenant_id = :tenant and l.id = told.lead
         order by x.started_at desc, x.id desc limit :most)) history
      order by told.lead, history.at desc, history.id desc
      """
          .formatted(Company.same("o", "l"));

  private Stories() {}

  /** One row of the history: a call, another touch, or a call to a colleague. */
  record Entry(@Nullable Conversation call, @Nullable Touch touch, @Nullable Colleague colleague) {}

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
            "talkedTo", Conversations.WITH_PROSPECT,
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
        history.stream().flatMap(entry -> Stream.ofNullable(entry.colleague())).toList(),
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
    return switch (what) {
      case "CALL" -> new Entry(conversation(row, at), null, null);
      case "COLLEAGUE" -> new Entry(null, null, colleague(row, at));
      default -> new Entry(null, new Touch(at, Touch.What.valueOf(what)), null);
    };
  }

  private static Colleague colleague(RowView row, Instant at) {
    return new Colleague(
        row.getColumn("of_lead", LeadId.class),
        row.getColumn("first_name", String.class),
        row.getColumn("last_name", String.class),
        row.getColumn("id", CallId.class),
        at,
        row.getColumn("agent_id", AgentId.class),
        row.getColumn("agent", String.class),
        row.getColumn("disposition", Disposition.class));
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
