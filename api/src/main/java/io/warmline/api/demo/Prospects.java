package io.warmline.api.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadFacts;
import io.warmline.core.lead.LeadProfile;
import io.warmline.core.lead.SaveLead;
import io.warmline.core.lead.Tags;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.phone.PhoneNumbers;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The lists with which the firm has worked until now: those with whom it has spoken are on them.
 */
@ApplicationScoped
class Prospects {

  private final SaveLead save;

  Prospects(SaveLead save) {
    this.save = save;
  }

  /** Enters those of a list, in its order. */
  List<LeadId> enter(CampaignId campaign, String list) {
    return rows("demo/" + list + ".csv").stream()
        .map(row -> save.create(campaign, facts(row)).id())
        .toList();
  }

  private static List<NamedCsvRecord> rows(String list) {
    try (Reader file =
            new InputStreamReader(
                Objects.requireNonNull(Prospects.class.getClassLoader().getResourceAsStream(list)),
                StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      return rows.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LeadFacts facts(NamedCsvRecord row) {
    String country = row.getField("country");
    List<PhoneNumber> numbers =
        List.of(row.getField("phone").split(";")).stream()
            .map(text -> PhoneNumbers.parse(text, country))
            .toList();
    return new LeadFacts(Optional.of(row.getField("external_id")), profile(row), numbers);
  }

  private static LeadProfile profile(NamedCsvRecord row) {
    String region = row.getField("state");
    return new LeadProfile(
        null,
        row.getField("first_name"),
        row.getField("last_name"),
        row.getField("company"),
        row.getField("job_title"),
        row.getField("email"),
        row.getField("website"),
        new LeadProfile.Address(
            row.getField("street"),
            row.getField("city"),
            null,
            region.isEmpty() ? null : region,
            row.getField("zip"),
            row.getField("country")),
        ZoneId.of(row.getField("time_zone")),
        null,
        null,
        Integer.parseInt(row.getField("score")),
        null,
        Map.of(),
        null,
        null,
        null,
        Tags.NONE);
  }
}
