package io.warmline.core.number;

import io.warmline.core.NotFound;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.number.NumberDossier.Dial;
import io.warmline.core.number.NumberDossier.Finding;
import io.warmline.core.number.NumberDossier.Holder;
import io.warmline.core.phone.NumberType;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.phone.PhoneNumbers;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Reads what is known of a number. */
@ApplicationScoped
public class ReadNumber {

  private final TenantTransaction transaction;
  private final NumberFacts facts;
  private final Clock clock;

  ReadNumber(TenantTransaction transaction, NumberFacts facts, Clock clock) {
    this.transaction = transaction;
    this.facts = facts;
    this.clock = clock;
  }

  /**
   * All that is known of the number.
   *
   * @throws NotFound if no lead has it, it was never called, and it is on no list
   */
  public NumberDossier get(PhoneNumber number) {
    return transaction.call(() -> read(number));
  }

  private NumberDossier read(PhoneNumber number) {
    List<Holder> holders = facts.holders(number);
    List<Dial> dials = facts.dials(number);
    List<Finding> findings = facts.findings(number, clock.instant());
    if (holders.isEmpty() && dials.isEmpty() && findings.isEmpty()) {
      throw new NotFound("number");
    }
    return new NumberDossier(
        number,
        PhoneNumbers.countryOf(number),
        type(number, dials),
        holders.stream()
            .map(Holder::extension)
            .flatMap(Optional::stream)
            .distinct()
            .sorted()
            .toList(),
        findings,
        facts.hours(number),
        holders,
        dials,
        facts.isInUse(number),
        holders.stream().anyMatch(Holder::next));
  }

  /**
   * The plan says what it knows for certain; then what it was said to be, if all say the same; the
   * rest is told by who has it and who answers. A line that several people have is nobody's own.
   */
  private NumberType type(PhoneNumber number, List<Dial> dials) {
    NumberType byPlan = NumberType.byPlan(number);
    if (byPlan != NumberType.UNDETERMINED) {
      return byPlan;
    }
    Optional<NumberType> stated = facts.statedType(number);
    if (stated.filter(type -> type != NumberType.DIRECT).isPresent()) {
      return stated.get();
    }
    if (facts.isShared(number) || answeredBy(dials, Disposition.Reached.NOT_THE_DECISION_MAKER)) {
      return NumberType.SWITCHBOARD;
    }
    return stated.isPresent() || answeredBy(dials, Disposition.Reached.DECISION_MAKER)
        ? NumberType.DIRECT
        : NumberType.UNDETERMINED;
  }

  private static boolean answeredBy(List<Dial> dials, Disposition.Reached who) {
    return dials.stream()
        .map(Dial::disposition)
        .filter(outcome -> !outcome.showsWrong())
        .anyMatch(outcome -> outcome.reached() == who);
  }
}
