package io.warmline.api.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.NoClassInterceptors;
import io.warmline.api.contract.LeadsApi;
import io.warmline.api.contract.model.CallabilityDto;
import io.warmline.api.contract.model.DuplicatePolicyDto;
import io.warmline.api.contract.model.EraseLeadDto;
import io.warmline.api.contract.model.LeadDto;
import io.warmline.api.contract.model.LeadFieldsDto;
import io.warmline.api.contract.model.LeadHitsDto;
import io.warmline.api.contract.model.LeadPageDto;
import io.warmline.api.contract.model.LeadSourceDto;
import io.warmline.api.contract.model.LeadStatusChangeDto;
import io.warmline.api.contract.model.LeadStatusDto;
import io.warmline.api.contract.model.LeadWarningDto;
import io.warmline.api.contract.model.MoveLeadDto;
import io.warmline.api.contract.model.NewLeadDto;
import io.warmline.api.contract.model.TimelinePageDto;
import io.warmline.api.http.Cursors;
import io.warmline.api.http.Etags;
import io.warmline.api.http.Idempotency;
import io.warmline.api.http.Idempotent;
import io.warmline.api.http.MergePatches;
import io.warmline.api.resource.RefusalWarnings.Written;
import io.warmline.core.Page;
import io.warmline.core.SqlConditions;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ImportId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.SavedFilterId;
import io.warmline.core.lead.ChangeStatus;
import io.warmline.core.lead.JudgeCallability;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.Leads;
import io.warmline.core.lead.MoveLead;
import io.warmline.core.lead.RemoveLead;
import io.warmline.core.lead.SaveLead;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.retention.SetRetention;
import io.warmline.core.savedfilter.UseSavedFilter;
import io.warmline.core.search.LeadHit;
import io.warmline.core.search.SearchLeads;
import io.warmline.core.timeline.ReadTimeline;
import io.warmline.core.timeline.TimelineEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Idempotent
@ApplicationScoped
public class LeadsResource implements LeadsApi {

  private static final String STATUS_CHANGE = "statusChange";

  private final Leads leads;
  private final Campaigns campaigns;
  private final SaveLead saveLead;
  private final ChangeStatus changeStatus;
  private final MoveLead moveLead;
  private final RemoveLead removeLead;
  private final JudgeCallability judgeCallability;
  private final ReadTimeline readTimeline;
  private final SetRetention retention;
  private final MergePatches patches;
  private final SearchLeads searchLeads;
  private final UseSavedFilter savedFilters;
  private final Cursors cursors;
  private final ShowLead showLead;
  private final Idempotency idempotency;

  LeadsResource(
      Leads leads,
      Campaigns campaigns,
      SaveLead saveLead,
      ChangeStatus changeStatus,
      MoveLead moveLead,
      RemoveLead removeLead,
      JudgeCallability judgeCallability,
      ReadTimeline readTimeline,
      SetRetention retention,
      MergePatches patches,
      SearchLeads searchLeads,
      UseSavedFilter savedFilters,
      Cursors cursors,
      ShowLead showLead,
      Idempotency idempotency) {
    this.leads = leads;
    this.campaigns = campaigns;
    this.saveLead = saveLead;
    this.changeStatus = changeStatus;
    this.moveLead = moveLead;
    this.removeLead = removeLead;
    this.judgeCallability = judgeCallability;
    this.readTimeline = readTimeline;
    this.retention = retention;
    this.patches = patches;
    this.searchLeads = searchLeads;
    this.savedFilters = savedFilters;
    this.cursors = cursors;
    this.showLead = showLead;
    this.idempotency = idempotency;
  }

  @Override
  public RestResponse<LeadDto> createLead(
      NewLeadDto dto,
      @Nullable DuplicatePolicyDto duplicatePolicy,
      @Nullable String idempotencyKey) {
    CampaignId campaign = new CampaignId(dto.getCampaignId());
    return saved(
        saveLead.enroll(
            campaign,
            LeadFactsMapper.facts(dto, countryOf(campaign)),
            ImportMapper.duplicates(duplicatePolicy)));
  }

  private RestResponse<LeadDto> saved(SaveLead.Saved saved) {
    Lead lead = saved.lead();
    LeadDto dto =
        showLead
            .show(lead)
            .outcome(LeadMapper.outcome(saved.outcome()))
            .warnings(LeadMapper.warnings(saved));
    return saved.created()
        ? Etags.created(dto, lead.version(), "/v1/leads/" + lead.id())
        : Etags.ok(dto, lead.version());
  }

  @Override
  public RestResponse<LeadDto> upsertLead(
      UUID campaignId,
      String externalId,
      LeadFieldsDto dto,
      @Nullable DuplicatePolicyDto duplicatePolicy) {
    CampaignId campaign = new CampaignId(campaignId);
    return saved(
        saveLead.upsert(
            campaign,
            LeadFactsMapper.facts(Optional.of(externalId), dto, countryOf(campaign)),
            ImportMapper.duplicates(duplicatePolicy)));
  }

  @Override
  public RestResponse<LeadPageDto> listLeads(
      @Nullable UUID campaignId,
      @Nullable LeadStatusDto status,
      @Nullable String phone,
      @Nullable String email,
      @Nullable String externalId,
      @Nullable OffsetDateTime updatedAfter,
      @Nullable String tag,
      @Nullable UUID importId,
      @Nullable LeadSourceDto source,
      @Nullable UUID companyOf,
      @Nullable UUID savedFilterId,
      Integer limit,
      @Nullable String cursor) {
    Leads.Filter filter =
        new Leads.Filter(
            Optional.ofNullable(campaignId).map(CampaignId::new),
            Optional.ofNullable(status).map(LeadMapper::status),
            Optional.ofNullable(phone).map(PhoneNumber::new),
            Optional.ofNullable(email),
            Optional.ofNullable(externalId),
            Values.instant(updatedAfter, "updatedAfter"),
            Optional.ofNullable(tag),
            Optional.ofNullable(importId).map(ImportId::new),
            Optional.ofNullable(source).map(one -> ImportMapper.source(one).name()),
            Optional.ofNullable(companyOf).map(LeadId::new));
    Page<Lead> page = leads.list(filter, within(savedFilterId), cursors.paging(limit, cursor));
    return RestResponse.ok(
        new LeadPageDto()
            .items(page.items().stream().map(showLead.of(page.items())).toList())
            .nextCursor(cursors.text(page.next())));
  }

  @Override
  public RestResponse<LeadHitsDto> searchLeads(
      String q, @Nullable UUID campaignId, @Nullable UUID savedFilterId, Integer limit) {
    List<LeadHit> hits =
        searchLeads.search(
            q, Optional.ofNullable(campaignId).map(CampaignId::new), within(savedFilterId), limit);
    Function<Lead, LeadDto> shown = showLead.of(hits.stream().map(LeadHit::lead).toList());
    return RestResponse.ok(
        new LeadHitsDto()
            .items(
                hits.stream()
                    .map(hit -> LeadHitMapper.hit(hit, shown.apply(hit.lead())))
                    .toList()));
  }

  private SqlConditions within(@Nullable UUID savedFilterId) {
    return savedFilters.within(Optional.ofNullable(savedFilterId).map(SavedFilterId::new));
  }

  @Override
  @NoClassInterceptors
  public RestResponse<LeadDto> getLead(UUID leadId, @Nullable String ifNoneMatch) {
    return idempotency.asked(
        () -> {
          ShowLead.Shown shown = showLead.get(new LeadId(leadId));
          return Etags.read(shown.lead(), shown.version(), ifNoneMatch);
        });
  }

  @Override
  public RestResponse<LeadDto> updateLead(
      UUID leadId, String ifMatch, ObjectNode patch, @Nullable String idempotencyKey) {
    LeadId id = new LeadId(leadId);
    Optional<Integer> version = Etags.required(ifMatch);
    patches.require(patch, "LeadPatch");
    if (!(patch.get(STATUS_CHANGE) instanceof ObjectNode statusChange)) {
      return changed(change(id, version, patch), patch, null);
    }
    ObjectNode rest = patch.deepCopy().without(STATUS_CHANGE);
    ChangeStatus.Wish wish =
        LeadMapper.wish(
            patches.apply(
                new LeadStatusChangeDto(),
                statusChange,
                "LeadStatusChange",
                LeadStatusChangeDto.class));
    if (rest.isEmpty()) {
      return changed(changeStatus.change(id, version, wish), rest, wish.reason());
    }
    Lead changed = change(id, version, rest);
    return changed(changeStatus.change(changed.id(), Optional.empty(), wish), rest, wish.reason());
  }

  /** Of what the lead said before, whoever wrote that was told. */
  private RestResponse<LeadDto> changed(Lead lead, ObjectNode patch, @Nullable String why) {
    List<LeadWarningDto> warnings =
        Stream.concat(
                RefusalWarnings.in(lead, patch),
                RefusalWarnings.of(new Written("/" + STATUS_CHANGE + "/reason", why)))
            .toList();
    LeadDto dto = showLead.show(lead).warnings(warnings.isEmpty() ? null : warnings);
    return Etags.ok(dto, lead.version());
  }

  private Lead change(LeadId id, Optional<Integer> version, ObjectNode patch) {
    return saveLead.change(
        id,
        version,
        lead -> {
          NewLeadDto wanted =
              patches.apply(LeadMapper.newLead(lead), patch, "LeadPatch", NewLeadDto.class);
          return LeadFactsMapper.facts(wanted, countryOf(lead.campaign()));
        });
  }

  @Override
  public RestResponse<Void> deleteLead(UUID leadId, String ifMatch) {
    removeLead.delete(new LeadId(leadId), Etags.required(ifMatch));
    return RestResponse.noContent();
  }

  @Override
  public RestResponse<CallabilityDto> getCallability(UUID leadId, @Nullable OffsetDateTime at) {
    return RestResponse.ok(
        QueueMapper.callability(
            judgeCallability.judge(new LeadId(leadId), Values.instant(at, "at"))));
  }

  @Override
  public RestResponse<TimelinePageDto> getTimeline(
      UUID leadId, Integer limit, @Nullable String cursor) {
    Page<TimelineEntry> page = readTimeline.read(new LeadId(leadId), cursors.paging(limit, cursor));
    return RestResponse.ok(
        new TimelinePageDto()
            .items(page.items().stream().map(TimelineMapper::entry).toList())
            .nextCursor(cursors.text(page.next()))
            .keptSince(Values.utc(retention.now().eventsSince())));
  }

  @Override
  public RestResponse<LeadDto> moveLead(
      UUID leadId, MoveLeadDto dto, @Nullable String idempotencyKey) {
    return ok(moveLead.move(new LeadId(leadId), new CampaignId(dto.getCampaignId())));
  }

  @Override
  public RestResponse<LeadDto> eraseLead(
      UUID leadId, EraseLeadDto dto, @Nullable String idempotencyKey) {
    return ok(removeLead.erase(new LeadId(leadId), dto.getReason()));
  }

  private String countryOf(CampaignId campaign) {
    return campaigns.get(campaign).defaultCountry();
  }

  private RestResponse<LeadDto> ok(Lead lead) {
    return Etags.ok(showLead.show(lead), lead.version());
  }
}
