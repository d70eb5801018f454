package io.warmline.core.phrase;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * When and where words were spoken, and by whose calendar. Immutable; withers give changed copies.
 */
public final class PhraseContext {

  private final ZonedDateTime spokenAt;
  private final Customs customs;
  private final WorkingTime workingTime;
  private final ContractTerm contract;

  private PhraseContext(
      ZonedDateTime spokenAt, Customs customs, WorkingTime workingTime, ContractTerm contract) {
    this.spokenAt = spokenAt;
    this.customs = customs;
    this.workingTime = workingTime;
    this.contract = contract;
  }

  /**
   * Words spoken at this instant by somebody in this zone; all settings are at their defaults, so
   * that dates are read month first.
   */
  public static PhraseContext of(Instant spokenAt, ZoneId zone) {
    return new PhraseContext(
        spokenAt.atZone(zone), Customs.DEFAULT, WorkingTime.DEFAULT, ContractTerm.UNKNOWN);
  }

  public PhraseContext withCustoms(Customs newCustoms) {
    return new PhraseContext(spokenAt, newCustoms, workingTime, contract);
  }

  public PhraseContext withWorkingTime(WorkingTime newWorkingTime) {
    return new PhraseContext(spokenAt, customs, newWorkingTime, contract);
  }

  public PhraseContext withContract(ContractTerm newContract) {
    return new PhraseContext(spokenAt, customs, workingTime, newContract);
  }

  public PhraseContext withDateOrder(DateOrder order) {
    return withCustoms(new Customs(order, customs.hemisphere(), customs.fiscalYearStart()));
  }

  public PhraseContext withHemisphere(Hemisphere hemisphere) {
    return withCustoms(new Customs(customs.dateOrder(), hemisphere, customs.fiscalYearStart()));
  }

  public PhraseContext withFiscalYearStart(Month start) {
    return withCustoms(new Customs(customs.dateOrder(), customs.hemisphere(), start));
  }

  /** Sets the days on which calls are not possible, besides those that are no business days. */
  public PhraseContext withHolidays(Predicate<LocalDate> holidays) {
    return withWorkingTime(
        new WorkingTime(workingTime.days(), workingTime.business(), workingTime.legal(), holidays));
  }

  public PhraseContext withContractEnd(LocalDate end) {
    return withContract(new ContractTerm(Optional.of(end), contract.daysBefore()));
  }

  /** When the words were spoken, on the prospect's clock. */
  public ZonedDateTime spokenAt() {
    return spokenAt;
  }

  public Customs customs() {
    return customs;
  }

  public WorkingTime workingTime() {
    return workingTime;
  }

  public ContractTerm contract() {
    return contract;
  }
}
