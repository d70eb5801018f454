package io.warmline.core.imports;

import io.warmline.core.imports.PhysicalLines.Line;
import io.warmline.core.imports.QuoteScan.Verdict;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts CSV into records, so that a broken one cannot take the rest of the file with it: a quote
 * that is never closed costs the line it stands on, and reading goes on with the line after it. At
 * most one record is held in memory.
 */
final class CsvRecords {

  static final String TEXT_AFTER_QUOTE =
      "Text follows a closing quote; double a quote inside a field.";

  /**
   * After so many quotes in a row that lead nowhere, the lines held in memory are taken one by one.
   * Without this, a file made for the purpose could have each of its lines read thousands of times.
   */
  private static final int MOST_RECOVERIES = 16;

  /** The text of one record, or why it has none. */
  record CsvRecord(long line, String text, @Nullable UnreadableRow fault) {}

  private final PhysicalLines lines;
  private final QuoteScan quotes;
  private final Deque<Line> givenBack = new ArrayDeque<>();
  private int recoveries;

  CsvRecords(PhysicalLines lines, char delimiter) {
    this.lines = lines;
    this.quotes = new QuoteScan(delimiter);
  }

  /** The next record, or null at the end of the file. */
  @Nullable CsvRecord next() throws IOException {
    if (givenBack.isEmpty()) {
      recoveries = 0;
    }
    Line first = take();
    if (first == null) {
      return null;
    }
    if (first.cut()) {
      return broken(
          first,
          RowProblem.RECORD_TOO_LONG,
          "The record is longer than %d characters.".formatted(LeadFileLimits.RECORD_CHARS));
    }
    return switch (quotes.first(first.text())) {
      case COMPLETE -> new CsvRecord(first.number(), first.text(), null);
      case MALFORMED -> broken(first, RowProblem.MALFORMED_QUOTES, TEXT_AFTER_QUOTE);
      case OPEN -> spanning(first);
    };
  }

  private CsvRecord spanning(Line first) throws IOException {
    StringBuilder text = new StringBuilder(first.text());
    List<Line> following = new ArrayList<>();
    Verdict verdict = recoveries < MOST_RECOVERIES ? Verdict.OPEN : Verdict.MALFORMED;
    String end = first.end();
    while (verdict == Verdict.OPEN) {
      Line line = take();
      if (line == null) {
        break;
      }
      following.add(line);
      text.append(end).append(line.text());
      end = line.end();
      verdict = isTooLong(line, text) ? Verdict.MALFORMED : quotes.following(line.text());
    }
    if (verdict == Verdict.COMPLETE) {
      return new CsvRecord(first.number(), text.toString(), null);
    }
    giveBack(following);
    return broken(
        first,
        RowProblem.UNCLOSED_QUOTE,
        ("A quote is opened on this line and not closed within %d characters; "
                + "double a quote inside a field.")
            .formatted(LeadFileLimits.RECORD_CHARS));
  }

  private static boolean isTooLong(Line line, StringBuilder text) {
    return line.cut() || text.length() > LeadFileLimits.RECORD_CHARS;
  }

  private void giveBack(List<Line> following) {
    recoveries++;
    for (int i = following.size() - 1; i >= 0; i--) {
      givenBack.addFirst(following.get(i));
    }
  }

  private @Nullable Line take() throws IOException {
    return givenBack.isEmpty() ? lines.next() : givenBack.removeFirst();
  }

  private static CsvRecord broken(Line line, RowProblem problem, String reason) {
    return new CsvRecord(
        line.number(), line.cut() ? "" : line.text(), new UnreadableRow(null, problem, reason));
  }
}
