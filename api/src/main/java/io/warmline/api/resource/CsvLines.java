package io.warmline.api.resource;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An answer as lines of CSV (RFC 4180), the first with the names of the columns. */
abstract class CsvLines<T> {

  private final Class<T> answer;

  CsvLines(Class<T> answer) {
    this.answer = answer;
  }

  /** The answers that it writes. */
  final Class<T> answer() {
    return answer;
  }

  abstract List<List<String>> linesOf(T value);

  /**
   * @param value of the class that it writes
   */
  final void write(Object value, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
    linesOf(answer.cast(value)).forEach(csv::writeRecord);
    csv.flush();
  }
}
