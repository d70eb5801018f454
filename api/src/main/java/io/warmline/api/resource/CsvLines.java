package io.warmline.api.resource;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An answer as lines of CSV (RFC 4180), the first with the names of the columns. */
abstract class CsvLines<T> implements MessageBodyWriter<T> {

  private final Class<T> answer;

  CsvLines(Class<T> answer) {
    this.answer = answer;
  }

  abstract List<List<String>> linesOf(T value);

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return answer.isAssignableFrom(type);
  }

  @Override
  public void writeTo(
      T value,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
    linesOf(value).forEach(csv::writeRecord);
    csv.flush();
  }
}
