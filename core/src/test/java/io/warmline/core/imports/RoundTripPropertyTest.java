package io.warmline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RoundTripPropertyTest {

  private static final List<String> HEADER = List.of("phone", "Größe", "city", "Notes");

  @Property(tries = 500)
  void whatFastCsvWritesIsReadBackTheSame(
      @ForAll @From("rows") List<List<String>> rows,
      @ForAll @From("delimiters") char delimiter,
      @ForAll LineDelimiter lineEnd,
      @ForAll @From("charsets") Charset charset,
      @ForAll boolean quoteAll) {
    String text = written(rows, delimiter, lineEnd, quoteAll);

    List<Map<String, String>> read =
        Leads.rows(text.getBytes(charset), LeadFile.Format.CSV).stream()
            .map(RoundTripPropertyTest::byColumn)
            .toList();

    assertThat(read).isEqualTo(rows.stream().map(RoundTripPropertyTest::byColumn).toList());
  }

  @Provide
  Arbitrary<List<List<String>>> rows() {
    // What Windows-1252 can write too, with everything that CSV treats specially.
    Arbitrary<String> field =
        Arbitraries.strings()
            .withChars("aZ09 ,;\t|\"'\r\néß€-=@")
            .ofMaxLength(12)
            .map(FieldText::trimmed)
            // A dash stands for nothing, and is nothing then.
            .filter(text -> !FieldText.isNothing(text, false))
            // What looks like a guarded formula loses its guard, as it should: FormulaGuardTest.
            .filter(text -> FormulaGuard.removed(text).equals(text));
    Arbitrary<String> phone = Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(15);
    Arbitrary<List<String>> row =
        phone.flatMap(
            number ->
                field
                    .list()
                    .ofSize(HEADER.size() - 1)
                    .map(fields -> Stream.concat(Stream.of(number), fields.stream()).toList()));
    return row.list().ofMinSize(1).ofMaxSize(8);
  }

  @Provide
  Arbitrary<Character> delimiters() {
    return Arbitraries.of(DelimiterDetection.CANDIDATES);
  }

  @Provide
  Arbitrary<Charset> charsets() {
    return Arbitraries.of(
        StandardCharsets.UTF_8,
        StandardCharsets.UTF_16LE,
        StandardCharsets.UTF_16BE,
        TextEncoding.WINDOWS_1252);
  }

  private static String written(
      List<List<String>> rows, char delimiter, LineDelimiter lineEnd, boolean quoteAll) {
    StringWriter text = new StringWriter();
    CsvWriter.CsvWriterBuilder builder =
        CsvWriter.builder().fieldSeparator(delimiter).lineDelimiter(lineEnd);
    if (quoteAll) {
      builder.quoteStrategy(QuoteStrategies.ALWAYS);
    }
    try (CsvWriter csv = builder.build(text)) {
      csv.writeRecord(HEADER);
      rows.forEach(csv::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static Map<String, String> byColumn(List<String> fields) {
    return IntStream.range(0, fields.size())
        .filter(i -> !fields.get(i).isEmpty())
        .boxed()
        .collect(Collectors.toMap(HEADER::get, fields::get));
  }

  private static Map<String, String> byColumn(FileRow row) {
    FileRow.Parsed parsed = Leads.parsed(row);
    Map<String, String> all =
        parsed.values().entrySet().stream()
            .collect(Collectors.toMap(entry -> columnOf(entry.getKey()), Map.Entry::getValue));
    all.putAll(parsed.customFields());
    return all;
  }

  private static String columnOf(LeadField field) {
    return switch (field) {
      case PHONE_1 -> "phone";
      case CITY -> "city";
      case NOTES -> "Notes";
      default -> throw new AssertionError("unexpected " + field);
    };
  }
}
