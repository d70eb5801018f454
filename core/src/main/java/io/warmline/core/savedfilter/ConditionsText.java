package io.warmline.core.savedfilter;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ImportId;
import io.warmline.core.imports.LeadSource;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.Tags;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Conditions as the JSON of a column. */
public final class ConditionsText {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ConditionsText() {}

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  private record Written(
      @Nullable UUID campaignId,
      @Nullable List<String> statuses,
      @Nullable List<String> tags,
      @Nullable List<UUID> importIds,
      @Nullable List<String> sources,
      @Nullable String updatedAfter,
      @Nullable String q) {}

  public static LeadConditions read(String json) {
    try {
      Written written = JSON.readValue(json, Written.class);
      return new LeadConditions(
          Optional.ofNullable(written.campaignId()).map(CampaignId::new),
          all(written.statuses(), LeadStatus::valueOf),
          new Tags(written.tags() == null ? List.of() : written.tags()),
          all(written.importIds(), ImportId::new),
          all(written.sources(), LeadSource::valueOf),
          Optional.ofNullable(written.updatedAfter()).map(Instant::parse),
          Optional.ofNullable(written.q()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored conditions are not readable", e);
    }
  }

  private static <T, U> Set<U> all(@Nullable List<T> written, Function<T, U> as) {
    return written == null
        ? Set.of()
        : written.stream().map(as).collect(Collectors.toUnmodifiableSet());
  }

  public static String write(LeadConditions conditions) {
    try {
      return JSON.writeValueAsString(
          new Written(
              conditions.campaign().map(CampaignId::value).orElse(null),
              names(conditions.statuses()),
              conditions.tags().names(),
              conditions.imports().stream().map(ImportId::value).sorted().toList(),
              names(conditions.sources()),
              conditions.updatedAfter().map(Instant::toString).orElse(null),
              conditions.words().orElse(null)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("conditions are not writable", e);
    }
  }

  private static List<String> names(Collection<? extends Enum<?>> values) {
    return values.stream().map(Enum::name).sorted().toList();
  }
}
