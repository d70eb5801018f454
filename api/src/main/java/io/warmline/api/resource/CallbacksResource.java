package io.warmline.api.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.warmline.api.contract.CallbacksApi;
import io.warmline.api.contract.model.CallbackDto;
import io.warmline.api.contract.model.CallbackPageDto;
import io.warmline.api.contract.model.CallbackPromiseDto;
import io.warmline.api.contract.model.CallbackStatusDto;
import io.warmline.api.contract.model.CancelCallbackDto;
import io.warmline.api.contract.model.NewCallbackDto;
import io.warmline.api.contract.model.PhraseQuestionDto;
import io.warmline.api.contract.model.PhraseReadingDto;
import io.warmline.api.http.Cursors;
import io.warmline.api.http.Etags;
import io.warmline.api.http.Idempotent;
import io.warmline.api.http.MergePatches;
import io.warmline.api.resource.RefusalWarnings.Written;
import io.warmline.core.Page;
import io.warmline.core.callback.Callback;
import io.warmline.core.callback.Callbacks;
import io.warmline.core.callback.InterpretPhrase;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.callback.Wish;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Idempotent
@ApplicationScoped
public class CallbacksResource implements CallbacksApi {

  private final Callbacks callbacks;
  private final PromiseCallback promiseCallback;
  private final InterpretPhrase interpretPhrase;
  private final MergePatches patches;
  private final Cursors cursors;
  private final Clock clock;

  CallbacksResource(
      Callbacks callbacks,
      PromiseCallback promiseCallback,
      InterpretPhrase interpretPhrase,
      MergePatches patches,
      Cursors cursors,
      Clock clock) {
    this.callbacks = callbacks;
    this.promiseCallback = promiseCallback;
    this.interpretPhrase = interpretPhrase;
    this.patches = patches;
    this.cursors = cursors;
    this.clock = clock;
  }

  @Override
  public RestResponse<CallbackDto> createCallback(
      NewCallbackDto dto, @Nullable String idempotencyKey) {
    Callback callback =
        promiseCallback.promise(new LeadId(dto.getLeadId()), CallbackMapper.wish(dto));
    return Etags.created(
        CallbackMapper.callback(callback)
            .warnings(
                RefusalWarnings.in(
                    new Written("/words", dto.getWords()), new Written("/note", dto.getNote()))),
        callback.version(),
        "/v1/callbacks/" + callback.id());
  }

  @Override
  public RestResponse<CallbackPageDto> listCallbacks(
      @Nullable UUID campaignId,
      @Nullable UUID agentId,
      @Nullable UUID leadId,
      @Nullable CallbackStatusDto status,
      @Nullable Boolean due,
      @Nullable Boolean overdue,
      Integer limit,
      @Nullable String cursor) {
    Callbacks.Filter filter =
        new Callbacks.Filter(
            Optional.ofNullable(campaignId).map(CampaignId::new),
            Optional.ofNullable(agentId).map(AgentId::new),
            Optional.ofNullable(leadId).map(LeadId::new),
            Optional.ofNullable(status).map(CallbackMapper::status),
            Optional.ofNullable(due),
            Optional.ofNullable(overdue));
    Page<Callback> page = callbacks.list(filter, cursors.paging(limit, cursor), clock.instant());
    return RestResponse.ok(
        new CallbackPageDto()
            .items(page.items().stream().map(CallbackMapper::callback).toList())
            .nextCursor(cursors.text(page.next())));
  }

  @Override
  public RestResponse<CallbackDto> getCallback(UUID callbackId, @Nullable String ifNoneMatch) {
    Callback callback = callbacks.get(new CallbackId(callbackId));
    return Etags.read(CallbackMapper.callback(callback), callback.version(), ifNoneMatch);
  }

  @Override
  public RestResponse<CallbackDto> updateCallback(
      UUID callbackId, String ifMatch, ObjectNode patch, @Nullable String idempotencyKey) {
    Optional<Integer> version = Etags.required(ifMatch);
    Callback before = callbacks.get(new CallbackId(callbackId));
    CallbackPromiseDto wanted =
        patches.apply(notes(before), patch, "CallbackPatch", CallbackPromiseDto.class);
    Wish wish = CallbackMapper.wish(wanted, "");
    return ok(
        promiseCallback.change(before.id(), version, wish),
        new Written("/words", patch.path("words").textValue()),
        new Written("/note", patch.path("note").textValue()));
  }

  /**
   * What a patch that names neither time leaves as it is: the times are only there if the patch has
   * them.
   */
  private static CallbackPromiseDto notes(Callback callback) {
    CallbackDto dto = CallbackMapper.callback(callback);
    return new CallbackPromiseDto()
        .words(dto.getWords())
        .agentId(dto.getAgentId())
        .phone(dto.getPhone())
        .note(dto.getNote());
  }

  @Override
  public RestResponse<PhraseReadingDto> interpretPhrase(
      PhraseQuestionDto dto, @Nullable String idempotencyKey) {
    return RestResponse.ok(
        PhraseMapper.reading(interpretPhrase.interpret(PhraseMapper.question(dto))));
  }

  @Override
  public RestResponse<CallbackDto> cancelCallback(
      UUID callbackId, CancelCallbackDto dto, @Nullable String idempotencyKey) {
    return ok(
        promiseCallback.cancel(new CallbackId(callbackId), CallbackMapper.calledOff(dto)),
        new Written("/reason", dto.getReason()));
  }

  private static RestResponse<CallbackDto> ok(Callback callback, Written... written) {
    return Etags.ok(
        CallbackMapper.callback(callback).warnings(RefusalWarnings.in(written)),
        callback.version());
  }
}
