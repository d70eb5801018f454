package io.warmline.api.resource;

import io.warmline.api.contract.model.QualifyingDto;
import io.warmline.api.contract.model.QualifyingQuestionDto;
import io.warmline.core.campaign.Qualifying;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A campaign's own questions between the contract and the domain. */
final class QualifyingMapper {

  private QualifyingMapper() {}

  static Qualifying qualifying(@Nullable QualifyingDto dto) {
    if (dto == null) {
      return Qualifying.NONE;
    }
    List<QualifyingQuestionDto> questions = dto.getQuestions();
    return new Qualifying(
        questions == null
            ? List.of()
            : questions.stream()
                .map(one -> new Qualifying.Question(one.getId(), one.getText()))
                .toList(),
        dto.getNextStep());
  }

  /** Null where there is nothing of its own. */
  static @Nullable QualifyingDto qualifying(Qualifying own) {
    return own.equals(Qualifying.NONE)
        ? null
        : new QualifyingDto().questions(asked(own.questions())).nextStep(own.nextStep());
  }

  /** Null where none are asked. */
  static @Nullable List<QualifyingQuestionDto> asked(List<Qualifying.Question> questions) {
    return questions.isEmpty()
        ? null
        : questions.stream()
            .map(one -> new QualifyingQuestionDto().id(one.id()).text(one.text()))
            .toList();
  }
}
