package io.warmline.api.contract;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;

/** Spans as whoever collects them gets them. */
@Unremovable
@Singleton
public class SpansSeen implements SpanProcessor {

  /** So much of the latest is remembered. */
  private static final int MOST = 4_000_000;

  private final StringBuffer text = new StringBuffer();

  String text() {
    return text.toString();
  }

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {}

  @Override
  public boolean isStartRequired() {
    return false;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    if (text.length() < MOST) {
      text.append(span.toSpanData()).append('\n');
    }
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }
}
