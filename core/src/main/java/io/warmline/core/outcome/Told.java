package io.warmline.core.outcome;

import io.warmline.core.InvalidValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was told of a meeting or a hand-off.
 *
 * @param value of the sale, or of the proposal, in the currency; not below 0
 * @param currency ISO 4217
 * @param reason why it was lost
 * @param nextStep what was agreed on where nothing was decided
 * @param revisitOn when we call again after one that was lost or not decided, a date at the
 *     prospect's place; null: the usual time
 */
public record Told(
    OutcomeKind kind,
    @Nullable BigDecimal value,
    @Nullable String currency,
    @Nullable String reason,
    @Nullable String nextStep,
    @Nullable LocalDate revisitOn) {

  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(java.util.stream.Collectors.toUnmodifiableSet());

  /**
   * @throws InvalidValue if something is missing, or nothing would come of it
   */
  public Told {
    switch (kind) {
      case PROPOSAL -> {
        refuse(reason, "/reason", kind);
        refuse(nextStep, "/nextStep", kind);
        refuse(revisitOn, "/revisitOn", kind);
      }
      case WON -> {
        require(value, "/value", "WON needs the value of the sale");
        refuse(reason, "/reason", kind);
        refuse(nextStep, "/nextStep", kind);
        refuse(revisitOn, "/revisitOn", kind);
      }
      case LOST -> {
        require(reason, "/reason", "LOST needs the reason");
        refuse(value, "/value", kind);
        refuse(nextStep, "/nextStep", kind);
      }
      case NO_DECISION -> {
        require(nextStep, "/nextStep", "NO_DECISION needs the next step");
        refuse(value, "/value", kind);
        refuse(reason, "/reason", kind);
      }
    }
    requireMoney(value, currency);
    value = value == null ? null : bare(value);
  }

  /** 12500, not 12500.0000 and not 1.25E+4. */
  private static BigDecimal bare(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static void require(@Nullable Object part, String pointer, String why) {
    if (part == null) {
      throw InvalidValue.required(pointer, why);
    }
  }

  private static void refuse(@Nullable Object part, String pointer, OutcomeKind kind) {
    if (part != null) {
      throw new InvalidValue(pointer, "NOT_TAKEN", "nothing comes of it with " + kind);
    }
  }

  private static void requireMoney(@Nullable BigDecimal value, @Nullable String currency) {
    if (value == null) {
      if (currency != null) {
        throw new InvalidValue("/currency", "NOT_TAKEN", "nothing comes of it without a value");
      }
      return;
    }
    if (currency == null) {
      throw InvalidValue.required("/currency", "a value needs its currency");
    }
    if (!CURRENCIES.contains(currency)) {
      throw new InvalidValue(
          "/currency", "UNKNOWN", "must be a currency code of ISO 4217, such as USD");
    }
    int decimals = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    if (value.stripTrailingZeros().scale() > decimals) {
      throw new InvalidValue(
          "/value", "TOO_PRECISE", currency + " has at most " + decimals + " decimals");
    }
  }

  /** Hides reason and next step: they may be personal data. */
  @Override
  public String toString() {
    return "Told[" + kind + "]";
  }
}
