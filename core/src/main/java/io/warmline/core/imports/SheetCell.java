package io.warmline.core.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/** What stands in a cell of a workbook, as a text. */
final class SheetCell {

  private static final int SECONDS_A_DAY = 24 * 60 * 60;
  private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);
  private static final int MOST_DIGITS = 40;

  /** Serial dates begin a day early because Excel takes 1900 for a leap year. */
  private static final LocalDate SINCE_1900 = LocalDate.of(1899, 12, 30);

  private static final LocalDate SINCE_1904 = LocalDate.of(1904, 1, 1);

  private static final DateTimeFormatter WITH_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  /** Colours, conditions, texts and escaped characters, which show no part of a date. */
  private static final Pattern DECORATION =
      Pattern.compile("\\[(?![hms]+\\])[^\\]]*\\]|\"[^\"]*\"|\\\\.|_.|\\*.");

  private static final Pattern DATE_OR_TIME = Pattern.compile("(?i)[ymdhs]");
  private static final Pattern DATE = Pattern.compile("(?i)[yd]");

  /** Only zeros and what stands between them: every digit is shown. */
  private static final Pattern FIXED = Pattern.compile("[0 ()/+.-]*0[0 ()/+.-]*");

  private SheetCell() {}

  /** The text of a cell; empty if there is nothing in it. */
  static String text(Cell cell, boolean since1904) {
    Object value = cell.getValue();
    return switch (cell.getType()) {
      case EMPTY -> "";
      case BOOLEAN -> value instanceof Boolean yes ? yesOrNo(yes) : "";
      case NUMBER -> value instanceof BigDecimal number ? number(cell, number, since1904) : "";
      case STRING -> value == null ? "" : value.toString();
      case ERROR -> cell.getRawValue() == null ? "" : cell.getRawValue();
      case FORMULA -> result(cell, value, since1904);
    };
  }

  /** The value that was last worked out; a formula of which none is known stands for itself. */
  private static String result(Cell cell, @Nullable Object value, boolean since1904) {
    if (value instanceof BigDecimal number) {
      return number(cell, number, since1904);
    }
    if (value instanceof Boolean yes) {
      return yesOrNo(yes);
    }
    if (value == null) {
      return cell.getFormula() == null ? "" : "=" + cell.getFormula();
    }
    return value.toString();
  }

  private static String yesOrNo(boolean yes) {
    return yes ? "TRUE" : "FALSE";
  }

  private static String number(Cell cell, BigDecimal number, boolean since1904) {
    if (number.precision() > MOST_DIGITS || Math.abs(number.scale()) > MOST_DIGITS) {
      return cell.getRawValue();
    }
    String format = cell.getDataFormatString();
    String bare = format == null ? "" : DECORATION.matcher(format).replaceAll("");
    boolean date = isDateOfEastAsia(cell.getDataFormatId()) || DATE_OR_TIME.matcher(bare).find();
    if (date && number.signum() >= 0 && number.compareTo(LAST_DAY) <= 0) {
      boolean day = bare.isEmpty() || DATE.matcher(bare).find();
      return date(number, day, since1904);
    }
    String digits = plain(number);
    return isWhole(number) && FIXED.matcher(bare).matches() ? padded(digits, bare) : digits;
  }

  /** Formats 27 to 36 and 50 to 58 are dates in Chinese, Japanese and Korean. */
  private static boolean isDateOfEastAsia(@Nullable Integer format) {
    return format != null && ((format >= 27 && format <= 36) || (format >= 50 && format <= 58));
  }

  private static boolean isWhole(BigDecimal number) {
    return number.signum() >= 0 && number.stripTrailingZeros().scale() <= 0;
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static String padded(String digits, String format) {
    String first = format.split(";", -1)[0];
    long places = first.chars().filter(character -> character == '0').count();
    boolean decimal = first.contains(".0") && !first.contains(" ");
    return decimal || digits.length() >= places
        ? digits
        : "0".repeat((int) places - digits.length()) + digits;
  }

  private static String date(BigDecimal number, boolean day, boolean since1904) {
    BigDecimal whole = number.setScale(0, RoundingMode.FLOOR);
    int seconds =
        number
            .subtract(whole)
            .multiply(BigDecimal.valueOf(SECONDS_A_DAY))
            .setScale(0, RoundingMode.HALF_UP)
            .intValue();
    LocalDateTime time =
        (since1904 ? SINCE_1904 : SINCE_1900)
            .atStartOfDay()
            .plusDays(whole.longValue())
            .plusSeconds(seconds);
    if (!day) {
      return TIME.format(time);
    }
    return time.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? time.toLocalDate().toString()
        : WITH_TIME.format(time);
  }
}
