package io.warmline.api.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.warmline.api.contract.model.LeadWarningDto;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.RefusalInLead;
import io.warmline.core.refusal.RefusalInNotes;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Points at words that refuse calls, where they are no refusal by what they are written in. */
final class RefusalWarnings {

  /** As the contract has it, less the one about a person who was erased. */
  private static final int MOST = 9;

  private RefusalWarnings() {}

  /**
   * What somebody has written.
   *
   * @param pointer where in the request it stands
   */
  record Written(String pointer, @Nullable String text) {}

  /** What to know of these; null: nothing. */
  static @Nullable List<LeadWarningDto> in(Written... written) {
    List<LeadWarningDto> warnings = of(written).toList();
    return warnings.isEmpty() ? null : warnings;
  }

  /** What to know of these. */
  static Stream<LeadWarningDto> of(Written... written) {
    return Arrays.stream(written)
        .filter(one -> RefusalInNotes.isIn(one.text()))
        .map(one -> at(one.pointer()));
  }

  /** Wherever a lead says so. */
  static Stream<LeadWarningDto> in(Lead lead) {
    return RefusalInLead.in(lead.profile()).stream().map(place -> at(place.pointer())).limit(MOST);
  }

  /** Where a lead says so by what a patch has written. */
  static Stream<LeadWarningDto> in(Lead lead, ObjectNode patch) {
    return RefusalInLead.in(lead.profile()).stream()
        .map(RefusalInLead.Place::pointer)
        .filter(pointer -> !patch.at(pointer).isMissingNode())
        .map(RefusalWarnings::at)
        .limit(MOST);
  }

  private static LeadWarningDto at(String pointer) {
    return new LeadWarningDto()
        .code("REFUSAL_IN_NOTES")
        .pointer(pointer)
        .detail(
            "This says that no calls are wanted, and words alone stop none: add a do-not-call"
                + " entry (addSuppression) if the person said so.");
  }
}
