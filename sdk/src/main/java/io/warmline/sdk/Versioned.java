package io.warmline.sdk;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value and the version in which it was read. Changing it by this names the version, so that no
 * change of somebody else is lost.
 */
public final class Versioned<T> {
  private final T value;
  private final @Nullable String etag;

  private Versioned(T value, @Nullable String etag) {
    this.value = value;
    this.etag = etag;
  }

  static <T> Versioned<T> of(Answer answer, Class<T> type) {
    return new Versioned<>(answer.as(type), answer.etag().orElse(null));
  }

  /** The value. */
  public T value() {
    return value;
  }

  /**
   * The version, as {@code If-Match} takes it.
   *
   * @throws IllegalStateException if the answer came without one, which a proxy may cause
   */
  public String etag() {
    if (etag == null) {
      throw new IllegalStateException("the answer came without an ETag");
    }
    return etag;
  }

  /** Another value in the same version, such as a part of this. */
  public <U> Versioned<U> map(Function<? super T, ? extends U> part) {
    return new Versioned<>(part.apply(value), etag);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Versioned<?>
        && value.equals(((Versioned<?>) other).value)
        && Objects.equals(etag, ((Versioned<?>) other).etag);
  }

  @Override
  public int hashCode() {
    return Objects.hash(value, etag);
  }

  @Override
  public String toString() {
    return value + " in version " + etag;
  }
}
