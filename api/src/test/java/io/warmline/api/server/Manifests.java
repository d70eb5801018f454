package io.warmline.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Manifests of Kubernetes, read by its schemas; of each kind there is one. */
final class Manifests {

  private static final Map<String, Class<?>> KINDS =
      Map.of(
          "apps/v1 Deployment", Deployment.class,
          "networking.k8s.io/v1 Ingress", Ingress.class,
          "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class,
          "v1 Secret", Secret.class,
          "v1 Service", Service.class);

  private final Map<Class<?>, Object> byKind = new LinkedHashMap<>();

  /** Reads documents of YAML; empty ones are passed over. */
  static Manifests in(String text) {
    Manifests manifests = new Manifests();
    for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text)) {
      if (document instanceof Map<?, ?> manifest) {
        manifests.add(manifest);
      }
    }
    return manifests;
  }

  private void add(Map<?, ?> manifest) {
    String kind = manifest.get("apiVersion") + " " + manifest.get("kind");
    assertThat(KINDS).containsKey(kind);
    Object before =
        byKind.put(KINDS.get(kind), new ObjectMapper().convertValue(manifest, KINDS.get(kind)));
    assertThat(before).as(kind).isNull();
  }

  Set<Class<?>> kinds() {
    return byKind.keySet();
  }

  <T> T get(Class<T> kind) {
    assertThat(byKind).containsKey(kind);
    return kind.cast(byKind.get(kind));
  }

  /** Names that stand in the manifests and in no schema of Kubernetes. */
  List<String> unknownFields() {
    List<String> names = new ArrayList<>();
    collect(byKind, names);
    return names;
  }

  private static void collect(Object value, List<String> names) {
    if (value instanceof Map<?, ?> map) {
      map.values().forEach(one -> collect(one, names));
    } else if (value instanceof Collection<?> all) {
      all.forEach(one -> collect(one, names));
    } else if (value != null && value.getClass().getName().startsWith("io.fabric8.")) {
      for (Field field : value.getClass().getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          collect(field, value, names);
        }
      }
    }
  }

  private static void collect(Field field, Object owner, List<String> names) {
    try {
      field.setAccessible(true);
      Object value = field.get(owner);
      if (field.getName().equals("additionalProperties") && value instanceof Map<?, ?> unknown) {
        unknown.keySet().forEach(name -> names.add(name.toString()));
      } else {
        collect(value, names);
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
