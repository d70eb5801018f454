package io.warmline.api.resource;

import io.warmline.api.contract.model.HandoffDto;
import io.warmline.api.contract.model.LeadDto;
import io.warmline.core.Cursor;
import io.warmline.core.callback.Callbacks;
import io.warmline.core.callrecord.Calls;
import io.warmline.core.handoff.Handoff;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.Leads;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A hand-off with all that is known about its lead. */
@ApplicationScoped
class ShowHandoff {

  private static final Cursor.Paging MOST = new Cursor.Paging(100, null);

  private final Leads leads;
  private final Calls calls;
  private final Callbacks callbacks;
  private final Clock clock;
  private final ShowLead showLead;

  ShowHandoff(Leads leads, Calls calls, Callbacks callbacks, Clock clock, ShowLead showLead) {
    this.leads = leads;
    this.calls = calls;
    this.callbacks = callbacks;
    this.clock = clock;
    this.showLead = showLead;
  }

  HandoffDto show(Handoff handoff) {
    Lead lead = leads.get(handoff.lead());
    return HandoffMapper.handoff(handoff)
        .lead(showLead.show(lead))
        .calls(calls.list(callsTo(lead.id()), MOST).items().stream().map(CallMapper::call).toList())
        .callbacks(
            callbacks.list(callbacksOf(lead.id()), MOST, clock.instant()).items().stream()
                .map(CallbackMapper::callback)
                .toList());
  }

  /** Each with its lead, so that a list can be worked without asking for every one. */
  List<HandoffDto> withLeads(List<Handoff> handoffs) {
    Map<LeadId, Lead> known =
        leads
            .of(handoffs.stream().map(handoff -> handoff.lead().value()).distinct().toList())
            .stream()
            .collect(Collectors.toMap(Lead::id, Function.identity()));
    Function<Lead, LeadDto> shown = showLead.of(known.values());
    return handoffs.stream()
        .map(
            handoff ->
                HandoffMapper.handoff(handoff).lead(Values.maybe(known.get(handoff.lead()), shown)))
        .toList();
  }

  private static Calls.Filter callsTo(LeadId lead) {
    return new Calls.Filter(
        Optional.empty(),
        Optional.of(lead),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Callbacks.Filter callbacksOf(LeadId lead) {
    return new Callbacks.Filter(
        Optional.empty(),
        Optional.empty(),
        Optional.of(lead),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
