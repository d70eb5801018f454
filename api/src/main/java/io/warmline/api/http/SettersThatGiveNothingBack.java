package io.warmline.api.http;

import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AccessorNamingStrategy;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.DefaultAccessorNamingStrategy;
import org.jspecify.annotations.Nullable;

/**
 * A setter is a method that sets and gives nothing back. The generated classes also have one for
 * each field that gives the object back: {@code settings(…)} would be taken for the setter of a
 * field "tings", {@code setAt(…)} for that of a field "at".
 */
final class SettersThatGiveNothingBack extends DefaultAccessorNamingStrategy.Provider {

  private static final long serialVersionUID = 1L;

  @Override
  public AccessorNamingStrategy forPOJO(MapperConfig<?> config, AnnotatedClass type) {
    return new Naming(config, type);
  }

  private static final class Naming extends DefaultAccessorNamingStrategy {

    Naming(MapperConfig<?> config, AnnotatedClass type) {
      super(config, type, "set", "get", "is", null);
    }

    @Override
    public @Nullable String findNameForMutator(AnnotatedMethod method, String name) {
      return method.getRawReturnType() == void.class
          ? super.findNameForMutator(method, name)
          : null;
    }
  }
}
