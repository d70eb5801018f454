package io.warmline.api.resource;

import static io.warmline.api.resource.Values.utc;

import io.warmline.api.contract.model.NewProgrammeDto;
import io.warmline.api.contract.model.ProgrammeDto;
import io.warmline.api.contract.model.ProgrammeKindDto;
import io.warmline.core.id.CampaignId;
import io.warmline.core.programme.Programme;
import io.warmline.core.programme.ProgrammeKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Programmes between the contract and the domain. */
final class ProgrammeMapper {

  private static final int MAX_PER_DAY = 100;

  private ProgrammeMapper() {}

  static Programme.Terms terms(NewProgrammeDto dto) {
    ProgrammeKind kind = kind(dto.getKind());
    List<UUID> campaigns = Objects.requireNonNullElse(dto.getCampaignIds(), List.of());
    return new Programme.Terms(
        kind,
        dto.getName(),
        Objects.requireNonNullElse(dto.getEnabled(), true),
        Objects.requireNonNullElse(dto.getDays(), kind.defaultDays()),
        campaigns.stream().distinct().map(CampaignId::new).toList(),
        Objects.requireNonNullElse(dto.getMaxPerDay(), MAX_PER_DAY),
        Optional.ofNullable(dto.getHint()).filter(hint -> !hint.isBlank()));
  }

  /** The terms in the shape in which they were given, for a patch to be laid over. */
  static NewProgrammeDto newProgramme(Programme.Terms terms) {
    return new NewProgrammeDto()
        .kind(kind(terms.kind()))
        .name(terms.name())
        .enabled(terms.enabled())
        .days(terms.days())
        .campaignIds(terms.campaigns().stream().map(CampaignId::value).toList())
        .maxPerDay(terms.maxPerDay())
        .hint(terms.hint().orElse(null));
  }

  static ProgrammeDto programme(Programme programme) {
    NewProgrammeDto terms = newProgramme(programme.terms());
    Programme.Figures figures = programme.figures();
    return new ProgrammeDto()
        .id(programme.id().value())
        .kind(terms.getKind())
        .name(terms.getName())
        .enabled(terms.getEnabled())
        .days(terms.getDays())
        .campaignIds(terms.getCampaignIds())
        .maxPerDay(terms.getMaxPerDay())
        .hint(terms.getHint())
        .tasksCreated(figures.tasks())
        .lastRunAt(utc(figures.lastRunAt()))
        .nextRunAt(utc(figures.nextRunAt()))
        .createdAt(utc(programme.createdAt()))
        .updatedAt(utc(programme.updatedAt()));
  }

  private static ProgrammeKind kind(ProgrammeKindDto kind) {
    return switch (kind) {
      case FIT_CHECK -> ProgrammeKind.FIT_CHECK;
      case REHEAT -> ProgrammeKind.REHEAT;
      case CONTRACT_END -> ProgrammeKind.CONTRACT_END;
      case CUSTOMER_CHECK_IN -> ProgrammeKind.CUSTOMER_CHECK_IN;
      case WIN_BACK -> ProgrammeKind.WIN_BACK;
    };
  }

  private static ProgrammeKindDto kind(ProgrammeKind kind) {
    return switch (kind) {
      case FIT_CHECK -> ProgrammeKindDto.FIT_CHECK;
      case REHEAT -> ProgrammeKindDto.REHEAT;
      case CONTRACT_END -> ProgrammeKindDto.CONTRACT_END;
      case CUSTOMER_CHECK_IN -> ProgrammeKindDto.CUSTOMER_CHECK_IN;
      case WIN_BACK -> ProgrammeKindDto.WIN_BACK;
    };
  }
}
