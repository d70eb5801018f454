package io.warmline.api.resource;

import io.warmline.api.contract.model.CallExplanationDto;
import io.warmline.api.contract.model.ExplainedConsentDto;
import io.warmline.api.contract.model.NumberExplanationDto;
import io.warmline.api.contract.model.RelationshipDto;
import io.warmline.core.imports.FormulaGuard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The calls to a number as lines: one for each, with all that was kept but the text of the rules.
 */
final class ExplanationCsv extends CsvLines<NumberExplanationDto> {

  private static final List<String> COLUMNS =
      List.of(
          "callId",
          "phone",
          "startedAt",
          "localTimes",
          "loggedAt",
          "late",
          "disposition",
          "leadId",
          "campaignId",
          "agentId",
          "agentName",
          "claimId",
          "claimedAt",
          "callUntil",
          "lawful",
          "breaches",
          "audience",
          "jurisdictions",
          "zoneSource",
          "rules",
          "lawDigest",
          "lawEdition",
          "zoneData",
          "consentKind",
          "consentGivenAt",
          "consentExpiresAt",
          "consentWithdrawnAt",
          "consentEvidence",
          "customerSince",
          "customerUntil",
          "lastPurchaseOn",
          "lastInquiryAt",
          "registries",
          "choices",
          "summary");

  private static final int PHONE = COLUMNS.indexOf("phone");

  ExplanationCsv() {
    super(NumberExplanationDto.class);
  }

  @Override
  List<List<String>> linesOf(NumberExplanationDto number) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(COLUMNS);
    number.getCalls().forEach(call -> lines.add(line(call)));
    return lines;
  }

  /** A number with its plus sign is no formula. */
  private static List<String> line(CallExplanationDto call) {
    List<String> line =
        cells(call)
            .map(cell -> FormulaGuard.guarded(Objects.toString(cell, "")))
            .collect(Collectors.toCollection(ArrayList::new));
    line.set(PHONE, call.getPhone());
    return line;
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
}
