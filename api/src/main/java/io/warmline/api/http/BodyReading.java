package io.warmline.api.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Holds bodies to the contract: to its size, whatever Content-Length says, and to its schema. Takes
 * the digest by which a repeated request is known. A file is not read here but passed on as a
 * stream that keeps count; a tree of JSON is held to its schema by whoever takes it apart.
 */
@Provider
public class BodyReading implements ReaderInterceptor {

  private final RequestFacts facts;
  private final BodySchemas schemas;

  BodyReading(RequestFacts facts, BodySchemas schemas) {
    this.facts = facts;
    this.schemas = schemas;
  }

  /** JSON is UTF-8; another charset that is named must not make other letters of a name. */
  private static void requireReadable(@Nullable MediaType type, byte[] body) {
    String charset = type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
    boolean json = type != null && type.getSubtype().endsWith("json");
    if (json && charset != null && !charset.equalsIgnoreCase("utf-8") && !isAscii(body)) {
      throw RequestGuard.unsupported(
          "JSON is UTF-8: send it so, and leave charset out of Content-Type.");
    }
  }

  private static boolean isAscii(byte[] body) {
    for (byte b : body) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * @throws HttpProblem if the contract does not allow the body
   */
  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    Contract.Operation operation = facts.operation();
    if (context.getType() == InputStream.class) {
      context.setInputStream(
          new CountedBody(context.getInputStream(), operation, System::nanoTime));
      return context.proceed();
    }
    byte[] body = context.getInputStream().readNBytes(Math.toIntExact(operation.mostBytes() + 1));
    if (body.length > operation.mostBytes()) {
      throw RequestGuard.tooLarge(operation);
    }
    requireReadable(context.getMediaType(), body);
    facts.carried(body);
    context.setInputStream(new ByteArrayInputStream(body));
    Object read = context.proceed();
    if (!(read instanceof ObjectNode)) {
      schemas.require(operation, body);
    }
    return read;
  }
}
