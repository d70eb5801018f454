package io.warmline.api.resource;

import static io.warmline.api.resource.Values.utc;

import io.warmline.api.contract.SignalsApi;
import io.warmline.api.contract.model.NewSignalDto;
import io.warmline.api.contract.model.NewSignalsDto;
import io.warmline.api.contract.model.NewTrackedLinkDto;
import io.warmline.api.contract.model.SignalReceiptsDto;
import io.warmline.api.contract.model.TrackedLinkDto;
import io.warmline.api.http.Idempotency;
import io.warmline.api.http.PublicAddress;
import io.warmline.core.NotFound;
import io.warmline.core.id.FollowUpId;
import io.warmline.core.id.LeadId;
import io.warmline.core.link.TargetUrl;
import io.warmline.core.link.TrackedLink;
import io.warmline.core.signal.CreateTrackedLink;
import io.warmline.core.signal.FollowTrackedLink;
import io.warmline.core.signal.RecordSignals;
import io.warmline.core.signal.Scanners.Visit;
import io.warmline.core.signal.SignalReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A link is followed without a key, and must lead on whatever becomes of the record: that operation
 * has no transaction around it.
 */
@ApplicationScoped
public class SignalsResource implements SignalsApi {

  private final RecordSignals recordSignals;
  private final CreateTrackedLink createTrackedLink;
  private final FollowTrackedLink followTrackedLink;
  private final Idempotency idempotency;
  private final PublicAddress address;
  private final UriInfo uri;
  private final HttpHeaders headers;
  private final Request request;

  SignalsResource(
      RecordSignals recordSignals,
      CreateTrackedLink createTrackedLink,
      FollowTrackedLink followTrackedLink,
      Idempotency idempotency,
      PublicAddress address,
      UriInfo uri,
      HttpHeaders headers,
      Request request) {
    this.recordSignals = recordSignals;
    this.createTrackedLink = createTrackedLink;
    this.followTrackedLink = followTrackedLink;
    this.idempotency = idempotency;
    this.address = address;
    this.uri = uri;
    this.headers = headers;
    this.request = request;
  }

  @Override
  public RestResponse<SignalReceiptsDto> recordSignals(
      NewSignalsDto dto, @Nullable String idempotencyKey) {
    List<NewSignalDto> signals = dto.getSignals();
    List<SignalReport> reports =
        IntStream.range(0, signals.size())
            .mapToObj(i -> SignalMapper.report(signals.get(i), "/signals/" + i))
            .toList();
    return idempotency.once(
        () -> RestResponse.ok(SignalMapper.receipts(recordSignals.record(reports))));
  }

  @Override
  public RestResponse<TrackedLinkDto> createTrackedLink(
      UUID leadId, NewTrackedLinkDto dto, @Nullable String idempotencyKey) {
    TargetUrl target = TargetUrl.parse(dto.getUrl(), "/url");
    Optional<FollowUpId> followUp = Optional.ofNullable(dto.getFollowUpId()).map(FollowUpId::new);
    return idempotency.once(
        () ->
            RestResponse.status(
                RestResponse.Status.CREATED,
                link(createTrackedLink.create(new LeadId(leadId), target, followUp))));
  }

  private TrackedLinkDto link(CreateTrackedLink.Created created) {
    TrackedLink link = created.link();
    return new TrackedLinkDto()
        .id(link.id().value())
        .leadId(link.lead().value())
        .followUpId(link.followUp().map(FollowUpId::value).orElse(null))
        .url(link.target().text())
        .link(address.link(uri).path("t").path(created.token()).build())
        .createdAt(utc(link.createdAt()));
  }

  @Override
  public RestResponse<Void> followTrackedLink(String token) {
    TargetUrl target =
        followTrackedLink
            .follow(token, new Visit(request.getMethod(), sent()))
            .orElseThrow(() -> new NotFound("tracked link"));
    return ResponseBuilder.<Void>create(RestResponse.Status.FOUND)
        .header("Location", target.text())
        .header("Cache-Control", "no-store")
        .header("Referrer-Policy", "no-referrer")
        .build();
  }

  private Map<String, String> sent() {
    Map<String, String> sent = new HashMap<>();
    headers
        .getRequestHeaders()
        .forEach(
            (name, values) -> sent.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    return sent;
  }
}
