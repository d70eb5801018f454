package io.warmline.api.resource;

import io.warmline.api.contract.model.CallExplanationDto;
import io.warmline.api.contract.model.ExplainedConsentDto;
import io.warmline.api.contract.model.NumberExplanationDto;
import io.warmline.api.contract.model.RelationshipDto;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The calls to a number as lines: one for each, with all that was kept but the text of the rules.
 */
@Provider
@Produces("text/csv")
public class ExplanationCsv implements MessageBodyWriter<NumberExplanationDto> {

  private static final String COLUMNS =
      "callId,phone,startedAt,localTimes,loggedAt,late,disposition,leadId,campaignId,agentId,agentName,claimId,claimedAt,"
          + "callUntil,lawful,breaches,audience,jurisdictions,zoneSource,rules,lawDigest,lawEdition,zoneData,consentKind,"
          + "consentGivenAt,consentExpiresAt,consentWithdrawnAt,consentEvidence,customerSince,customerUntil,lastPurchaseOn,"
          + "lastInquiryAt,registries,choices,summary";

  /** What a spreadsheet takes for a formula; a number with its plus sign is none of ours. */
  private static final Pattern FORMULA =
      Pattern.compile(
          "(?![+][0-9]{2,15}$)'*[=+@\\t\\r\\n\\uFF1D\\uFF0B\\uFF20\\uFF0D-].*", Pattern.DOTALL);

  private static final Pattern TO_QUOTE = Pattern.compile("[\",\r\n]");

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return NumberExplanationDto.class.isAssignableFrom(type);
  }

  @Override
  public void writeTo(
      NumberExplanationDto number,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write(COLUMNS + "\r\n");
    for (CallExplanationDto call : number.getCalls()) {
      writer.write(line(call) + "\r\n");
    }
    writer.flush();
  }

  private static String line(CallExplanationDto call) {
    return cells(call).map(ExplanationCsv::cell).collect(Collectors.joining(","));
  }

  private static Stream<@Nullable Object> cells(CallExplanationDto call) {
    List<@Nullable Object> cells = new ArrayList<>();
    Stream.of(
            call.getCallId(),
            call.getPhone(),
            call.getStartedAt(),
            joined(call.getClocks(), clock -> clock.getZone() + " " + clock.getLocalTime()),
            call.getLoggedAt(),
            call.getLate(),
            call.getDisposition(),
            call.getLeadId(),
            call.getCampaignId(),
            call.getAgentId(),
            call.getAgentName())
        .forEach(cells::add);
    cells.add(Values.maybe(call.getClaim(), claim -> claim.getId()));
    cells.add(Values.maybe(call.getClaim(), claim -> claim.getClaimedAt()));
    cells.add(Values.maybe(call.getClaim(), claim -> claim.getCallUntil()));
    cells.add(call.getLawful());
    cells.add(joined(call.getBreaches(), breach -> breach.getCode() + ": " + breach.getDetail()));
    cells.add(call.getAudience());
    cells.add(joined(call.getJurisdictions(), Function.identity()));
    cells.add(call.getZoneSource());
    law(call, cells);
    ExplainedConsentDto consent =
        Objects.requireNonNullElseGet(call.getConsent(), ExplainedConsentDto::new);
    cells.add(consent.getKind());
    cells.add(consent.getGivenAt());
    cells.add(consent.getExpiresAt());
    cells.add(consent.getWithdrawnAt());
    cells.add(consent.getEvidence());
    RelationshipDto relationship =
        Objects.requireNonNullElseGet(call.getRelationship(), RelationshipDto::new);
    cells.add(relationship.getCustomerSince());
    cells.add(relationship.getCustomerUntil());
    cells.add(relationship.getLastPurchaseOn());
    cells.add(relationship.getLastInquiryAt());
    cells.add(
        joined(
            call.getRegistries(),
            list ->
                list.getName()
                    + " of "
                    + list.getAsOf()
                    + (list.getListed() ? " listed" : " not listed")
                    + (list.getExempt() ? ", exempt" : "")));
    cells.add(
        joined(
            call.getChoices(),
            one ->
                one.getKind() + " " + one.getName() + " by " + one.getBy() + " at " + one.getAt()));
    cells.add(call.getSummary());
    return cells.stream();
  }

  private static void law(CallExplanationDto call, List<@Nullable Object> cells) {
    cells.add(
        Values.maybe(
            call.getLaw(),
            law ->
                joined(
                    law.getRules(),
                    rule ->
                        rule.getId()
                            + " v"
                            + rule.getVersion()
                            + " "
                            + rule.getStatus()
                            + " "
                            + Objects.toString(rule.getCheckedOn(), "")
                            + " "
                            + rule.getDigest())));
    cells.add(Values.maybe(call.getLaw(), law -> law.getDigest()));
    cells.add(Values.maybe(call.getLaw(), law -> law.getEdition()));
    cells.add(Values.maybe(call.getLaw(), law -> law.getZoneData()));
  }

  private static <T> String joined(Collection<T> many, Function<T, String> text) {
    return many.stream().map(text).map(String::strip).collect(Collectors.joining("; "));
  }

  private static String cell(@Nullable Object value) {
    String text = Objects.toString(value, "");
    String guarded = FORMULA.matcher(text).matches() ? "'" + text : text;
    return TO_QUOTE.matcher(guarded).find() ? '"' + guarded.replace("\"", "\"\"") + '"' : guarded;
  }
}
