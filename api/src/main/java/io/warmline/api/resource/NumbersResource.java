package io.warmline.api.resource;

import io.warmline.api.contract.NumbersApi;
import io.warmline.api.contract.model.DuplicateKeyDto;
import io.warmline.api.contract.model.DuplicateLeadDto;
import io.warmline.api.contract.model.DuplicatePageDto;
import io.warmline.api.contract.model.MergerDto;
import io.warmline.api.contract.model.NumberDetailsDto;
import io.warmline.api.http.Cursors;
import io.warmline.api.http.Idempotent;
import io.warmline.core.Page;
import io.warmline.core.duplicate.FindDuplicates;
import io.warmline.core.duplicate.MergeLeads;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.number.ReadNumber;
import io.warmline.core.phone.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Phone numbers, who has them and what is known of them; people who are on a list twice. */
@Idempotent
@ApplicationScoped
public class NumbersResource implements NumbersApi {

  private final ReadNumber readNumber;
  private final FindDuplicates findDuplicates;
  private final MergeLeads mergeLeads;
  private final Cursors cursors;

  NumbersResource(
      ReadNumber readNumber,
      FindDuplicates findDuplicates,
      MergeLeads mergeLeads,
      Cursors cursors) {
    this.readNumber = readNumber;
    this.findDuplicates = findDuplicates;
    this.mergeLeads = mergeLeads;
    this.cursors = cursors;
  }

  @Override
  public RestResponse<NumberDetailsDto> getNumber(String e164) {
    return RestResponse.ok(NumberMapper.details(readNumber.get(new PhoneNumber(e164))));
  }

  @Override
  public RestResponse<DuplicatePageDto> findDuplicates(
      UUID campaignId, DuplicateKeyDto by, Integer limit, @Nullable String cursor) {
    Page<FindDuplicates.Group> page =
        findDuplicates.find(
            new CampaignId(campaignId), DuplicateMapper.key(by), cursors.paging(limit, cursor));
    return RestResponse.ok(
        new DuplicatePageDto()
            .items(page.items().stream().map(DuplicateMapper::group).toList())
            .nextCursor(cursors.text(page.next())));
  }

  @Override
  public RestResponse<MergerDto> mergeLeads(
      UUID leadId, DuplicateLeadDto dto, @Nullable String idempotencyKey) {
    return RestResponse.ok(
        DuplicateMapper.merger(
            mergeLeads.merge(new LeadId(leadId), new LeadId(dto.getDuplicateLeadId()))));
  }

  @Override
  public RestResponse<MergerDto> undoMerge(
      UUID leadId, DuplicateLeadDto dto, @Nullable String idempotencyKey) {
    return RestResponse.ok(
        DuplicateMapper.merger(
            mergeLeads.undo(new LeadId(leadId), new LeadId(dto.getDuplicateLeadId()))));
  }
}
