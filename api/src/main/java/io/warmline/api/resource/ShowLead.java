package io.warmline.api.resource;

import io.warmline.api.contract.model.LeadDto;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Lead;
import io.warmline.core.suppression.RefusedNumbers;
import io.warmline.core.suppression.RefusedNumbers.WithRefused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Leads as the contract shows them, with what is known of their numbers elsewhere. */
@ApplicationScoped
class ShowLead {

  private final RefusedNumbers refusedNumbers;

  ShowLead(RefusedNumbers refusedNumbers) {
    this.refusedNumbers = refusedNumbers;
  }

  LeadDto show(Lead lead) {
    return of(List.of(lead)).apply(lead);
  }

  /** A lead as it is, with its version. */
  Shown get(LeadId id) {
    WithRefused read = refusedNumbers.get(id);
    return new Shown(LeadMapper.lead(read.lead(), read.refused()), read.lead().version());
  }

  record Shown(LeadDto lead, int version) {}

  /** Leads that were just handed out: of one with a single number that is not refused. */
  Function<Lead, LeadDto> inHand(Collection<Lead> leads) {
    var refused =
        refusedNumbers.of(leads.stream().filter(lead -> lead.numbers().size() > 1).toList());
    return lead -> LeadMapper.lead(lead, refused.getOrDefault(lead.id(), Set.of()));
  }

  /** How these leads are shown; what has to be asked for that is asked once for all of them. */
  Function<Lead, LeadDto> of(Collection<Lead> leads) {
    var refused = refusedNumbers.of(leads);
    return lead -> LeadMapper.lead(lead, refused.getOrDefault(lead.id(), Set.of()));
  }
}
