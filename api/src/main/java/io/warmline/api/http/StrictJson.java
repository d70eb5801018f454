package io.warmline.api.http;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.warmline.core.VisibleText;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as the contract has it: no unknown or repeated fields, no null for what is not
 * nullable, no number where a text is expected or the other way about, and no text that PostgreSQL
 * or UTF-8 cannot hold (NUL, half a surrogate pair).
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {

  /** After the modules of the platform, so that what is read here wins over what they read. */
  @Override
  public int priority() {
    return MINIMUM_PRIORITY;
  }

  @Override
  public void customize(ObjectMapper mapper) {
    mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    mapper.enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    mapper.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
    mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    mapper.disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
    mapper
        .getFactory()
        .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true);
    mapper.setAccessorNaming(new SettersThatGiveNothingBack());
    refuseCoercion(mapper);
    mapper.setDefaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL));
    mapper.registerModule(
        new SimpleModule("texts")
            .addDeserializer(String.class, new Text())
            .addDeserializer(OffsetDateTime.class, new DateTime())
            .addDeserializer(LocalDate.class, new Day()));
  }

  @SuppressWarnings("deprecation")
  private static void refuseCoercion(ObjectMapper mapper) {
    mapper.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
    for (LogicalType type : LogicalType.values()) {
      mapper
          .coercionConfigFor(type)
          .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
    }
  }

  /** Texts, and nothing else. */
  private static final class Text extends StdScalarDeserializer<String> {

    private static final long serialVersionUID = 1L;

    Text() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.currentToken().isScalarValue()
          || parser.currentToken() != JsonToken.VALUE_STRING) {
        return (String) context.handleUnexpectedToken(String.class, parser);
      }
      String text = parser.getText();
      String fault = faultOf(text);
      if (fault != null) {
        throw context.weirdStringException("…", String.class, fault);
      }
      return text;
    }
  }

  /** Instants as RFC 3339 writes them; a number would be taken for seconds since 1970. */
  private static final class DateTime extends StdScalarDeserializer<OffsetDateTime> {

    private static final long serialVersionUID = 1L;

    DateTime() {
      super(OffsetDateTime.class);
    }

    @Override
    public OffsetDateTime deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        return (OffsetDateTime) context.handleUnexpectedToken(OffsetDateTime.class, parser);
      }
      try {
        return ValueType.requireSensible(
            InstantDeserializer.OFFSET_DATE_TIME.deserialize(parser, context));
      } catch (DateTimeException e) {
        return (OffsetDateTime)
            context.handleWeirdStringValue(
                OffsetDateTime.class, parser.getText(), ValueType.INSTANT.expected());
      }
    }
  }

  /** Days as RFC 3339 writes them. */
  private static final class Day extends StdScalarDeserializer<LocalDate> {

    private static final long serialVersionUID = 1L;

    Day() {
      super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
      }
      try {
        return ValueType.requireSensible(LocalDate.parse(parser.getText()));
      } catch (DateTimeException e) {
        return (LocalDate)
            context.handleWeirdStringValue(
                LocalDate.class, parser.getText(), ValueType.DATE.expected());
      }
    }
  }

  /** The fault out of the reader's message, which wraps it. */
  static String faultIn(String message) {
    int at = message.indexOf("must not");
    return at < 0 ? "is not a text that can be kept" : message.substring(at);
  }

  /**
   * What makes a text impossible to keep; null if nothing does. One that is there and shows nothing
   * says nothing: a name made of spaces is no name.
   */
  static @Nullable String faultOf(String text) {
    if (!text.isEmpty() && text.indexOf(0) < 0 && !VisibleText.isIn(text)) {
      return "must not be made of characters that cannot be seen";
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return "must not contain the character NUL";
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return "must not contain half a surrogate pair";
      }
    }
    return null;
  }
}
