package io.warmline.api.resource;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes answers as lines for whoever asks for CSV. It is a writer of any object: of an operation
 * that answers in several media types the framework looks for a writer of the response, not of what
 * is in it, and would send what {@code toString} says.
 */
@Provider
@Produces("text/csv")
public class CsvAnswers implements MessageBodyWriter<Object> {

  private static final Map<Class<?>, CsvLines<?>> LINES =
      Stream.of(new ReportCsv(), new ExplanationCsv(), new HandoffsCsv(), new AppointmentsCsv())
          .collect(Collectors.toMap(CsvLines::answer, Function.identity()));

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return LINES.containsKey(type);
  }

  @Override
  public void writeTo(
      Object value,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    Objects.requireNonNull(LINES.get(value.getClass())).write(value, out);
  }
}
