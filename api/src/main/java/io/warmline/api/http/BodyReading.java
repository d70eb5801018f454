package io.warmline.api.http;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Holds bodies to the size the contract allows, whatever Content-Length says, and takes the digest
 * by which a repeated request is known. A file is not read here but passed on as a stream that
 * keeps count.
 */
@Provider
public class BodyReading implements ReaderInterceptor {

  private final RequestFacts facts;

  BodyReading(RequestFacts facts) {
    this.facts = facts;
  }

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
    facts.carried(body);
    context.setInputStream(new ByteArrayInputStream(body));
    return context.proceed();
  }
}
