package io.warmline.api.resource;

import static io.warmline.api.resource.LeadCells.guarded;

import io.warmline.api.contract.model.HandoffDto;
import io.warmline.api.contract.model.HandoffPageDto;
import io.warmline.api.contract.model.QualificationDto;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Hand-offs as lines for the client's CRM: one for each, with its lead. */
final class HandoffsCsv extends CsvLines<HandoffPageDto> {

  private static final List<String> COLUMNS =
      List.of(
          "handoffId",
          "leadId",
          "campaignId",
          "clientId",
          "kind",
          "status",
          "offeredAt",
          "decideBy",
          "decidedAt",
          "returnReason",
          "comment",
          "readyOn",
          "expiredAt",
          "expiryReason",
          "doNotCall",
          "reason",
          "revisitOn",
          "goodProspect",
          "fits",
          "understandsOffer",
          "answers",
          "words");

  HandoffsCsv() {
    super(HandoffPageDto.class);
  }

  @Override
  List<List<String>> linesOf(HandoffPageDto page) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(Stream.concat(COLUMNS.stream(), LeadCells.COLUMNS.stream()).toList());
    page.getItems().forEach(handoff -> lines.add(line(handoff)));
    return lines;
  }

  private static List<String> line(HandoffDto handoff) {
    QualificationDto told =
        Objects.requireNonNullElseGet(handoff.getQualification(), QualificationDto::new);
    return Stream.of(
            guarded(
                handoff.getId(),
                handoff.getLeadId(),
                handoff.getCampaignId(),
                handoff.getClientId(),
                handoff.getKind(),
                handoff.getStatus(),
                handoff.getOfferedAt(),
                handoff.getDecideBy(),
                handoff.getDecidedAt(),
                handoff.getReturnReason(),
                handoff.getComment(),
                handoff.getReadyOn(),
                handoff.getExpiredAt(),
                handoff.getExpiryReason(),
                handoff.getDoNotCall(),
                handoff.getReason(),
                handoff.getRevisitOn(),
                told.getGoodProspect(),
                told.getFits(),
                told.getUnderstandsOffer(),
                answers(told),
                told.getWords()),
            LeadCells.of(handoff.getLead()))
        .flatMap(cells -> cells)
        .toList();
  }

  private static String answers(QualificationDto told) {
    return told.getAnswers() == null
        ? ""
        : told.getAnswers().stream()
            .map(one -> one.getQuestion() + " " + one.getAnswer())
            .collect(Collectors.joining("; "));
  }
}
