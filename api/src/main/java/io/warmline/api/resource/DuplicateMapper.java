package io.warmline.api.resource;

import static io.warmline.api.resource.Values.maybeUtc;
import static io.warmline.api.resource.Values.utc;

import io.warmline.api.contract.model.DuplicateGroupDto;
import io.warmline.api.contract.model.DuplicateKeyDto;
import io.warmline.api.contract.model.MergerDto;
import io.warmline.core.duplicate.FindDuplicates;
import io.warmline.core.duplicate.Merger;
import io.warmline.core.id.LeadId;

/** People who are on a list twice, between the contract and the domain. */
final class DuplicateMapper {

  private DuplicateMapper() {}

  static FindDuplicates.Key key(DuplicateKeyDto by) {
    return switch (by) {
      case NUMBER -> FindDuplicates.Key.NUMBER;
      case EMAIL -> FindDuplicates.Key.EMAIL;
      case NAME_AND_COMPANY -> FindDuplicates.Key.NAME_AND_COMPANY;
    };
  }

  private static DuplicateKeyDto key(FindDuplicates.Key by) {
    return switch (by) {
      case NUMBER -> DuplicateKeyDto.NUMBER;
      case EMAIL -> DuplicateKeyDto.EMAIL;
      case NAME_AND_COMPANY -> DuplicateKeyDto.NAME_AND_COMPANY;
    };
  }

  static DuplicateGroupDto group(FindDuplicates.Group group) {
    return new DuplicateGroupDto()
        .by(key(group.key()))
        .sure(group.sure())
        .leadIds(group.leads().stream().map(LeadId::value).toList());
  }

  static MergerDto merger(Merger merger) {
    return new MergerDto()
        .leadId(merger.lead().value())
        .duplicateLeadId(merger.merged().value())
        .mergedAt(utc(merger.mergedAt()))
        .undoneAt(maybeUtc(merger.undoneAt().orElse(null)))
        .remarks(merger.remarks());
  }
}
