package io.warmline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Cursor;
import io.warmline.core.OnPostgres;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ImportId;
import io.warmline.core.lead.DuplicatePolicy;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write beside, above and into numbers, in the languages of two dozen countries. */
@QuarkusTest
class ListsOfManyCountriesTest extends OnPostgres {

  /** Country, the cell, the numbers that it gives, and whether it is warned of. */
  private static final String CELLS =
      """
      DE | 030 1234567-0/-12                    | +493012345670             | warned
      DE | 030 1234567-10 – 19                  | +4930123456710            | warned
      AT | +43 1 234567-0/-15                   | +4312345670               | warned
      FI | +358 9 1234 567/568                  | +35891234567              | warned
      CH | 0041 044 668 18 00                   | +41446681800              |
      IT | +39 (0)6 12345678                    | +390612345678             |
      RU | 8 10 44 20 7946 0958                 | +442079460958             |
      UA | +38 (044) 123-45-67                  | +380441234567             |
      BY | 8 017 212 34 56                      | +375172123456             |
      HU | +36 06 1 234 5678                    | +3612345678               |
      BR | 0 15 11 96123-4567                   | +5511961234567            |
      AU | 0011 44 20 7946 0958                 | +442079460958             |
      JP | （０３）１２３４－５６７８                       | +81312345678              |
      KR | +82 010-1234-5678                    | +821012345678             |
      CN | +86 0 138 0013 8000                  | +8613800138000            |
      SA | ٠٥٠١٢٣٤٥٦٧                           | +966501234567             |
      IR | ۰۹۱۲۳۴۵۶۷۸۹                          | +989123456789             |
      IN | ०८१२३४५६७८९                          | +918123456789             |
      TH | +66 (0) 81 234 5678                  | +66812345678              |
      PH | +63 0917 123 4567                    | +639171234567             |
      ID | +62 0812-3456-789                    | +628123456789             |
      NG | +234 0803 123 4567                   | +2348031234567            |
      EG | +20 010 1234 5678                    | +201012345678             |
      AE | +971 050 123 4567                    | +971501234567             |
      CZ | +420 601 123 456; +421 905 123 456   | +420601123456 +421905123456 |
      DK | +45 34 41 23 45 / 46                 | +4534412345               | warned
      TR | 0-532-123-45-67                      | +905321234567             |
      IL | +972-(0)50-234-5678                  | +972502345678             |
      US | +12127365026p123                     | +12127365026x123          |
      US | <a href='tel:+12127365027'>212-736-5027</a> | +12127365027       |
      FR | télécopieur 01 42 68 53 00           |                           | warned
      SE | +46 70-123 45 67 (fel nummer)        |                           | warned
      PL | +48 512 345 678 (nieaktualny)        |                           | warned
      """;

  @Inject ReceiveImport receiveImport;
  @Inject RunImports runImports;
  @Inject Imports imports;

  private Import run(CampaignId campaign, String csv, boolean dry) throws IOException {
    ImportOrder order =
        new ImportOrder(
            LeadFile.Format.CSV,
            new FileOptions(ColumnMapping.automatic()),
            dry,
            DuplicatePolicy.MERGE);
    ImportId id =
        receiveImport.enqueue(receiveImport.receive(campaign, order, Leads.stream(csv)).id()).id();
    assertThat(runImports.runNext()).isTrue();
    Import done = imports.get(id);
    assertThat(done.status()).as(done.failure().orElse("")).isEqualTo(ImportStatus.COMPLETED);
    return done;
  }

  /** The run, after a dry run that came to the same. */
  private Import run(CampaignId campaign, String csv) throws IOException {
    Import rehearsed = run(campaign, csv, true);
    Import done = run(campaign, csv, false);
    assertThat(done.progress()).isEqualTo(rehearsed.progress());
    assertThat(found(done)).isEqualTo(found(rehearsed));
    return done;
  }

  private List<Rejection> found(Import done) {
    return imports.rejections(done.id(), Optional.empty(), new Cursor.Paging(200, null)).items();
  }

  private List<String> refused() {
    return transaction.call(
        () ->
            sql.query(
                "select distinct phone from suppression where tenant_id = :tenant order by 1",
                q -> q.mapTo(String.class).list()));
  }

  private Map<String, String> numbers(CampaignId campaign) {
    Map<String, String> numbers = new TreeMap<>();
    transaction.run(
        () ->
            sql.query(
"""
select l.external_id,
       (select string_agg(p.e164 || coalesce('x' || p.extension, ''), ' ' order by p.position)
        from lead_phone p where p.tenant_id = l.tenant_id and p.lead_id = l.id and p.e164 <> '+442079460001')
from lead l where l.tenant_id = :tenant and l.campaign_id = :campaign
""",
                q -> {
                  q.bind("campaign", campaign.value())
                      .map((rs, ctx) -> Map.entry(rs.getString(1), String.valueOf(rs.getString(2))))
                      .forEach(one -> numbers.put(one.getKey(), one.getValue()));
                  return numbers;
                }));
    return numbers;
  }

  /** Each row has another number as well, so that it is kept whatever becomes of the cell. */
  @Test
  void everyCellIsInTheLeadOrInAWarningAndNobodyElsesNumberIs() throws IOException {
    CampaignId campaign = given.campaign();
    StringBuilder csv = new StringBuilder("External ID,Last Name,Country,Phone,Phone 2\n");
    Map<String, String> expected = new TreeMap<>();
    Set<Long> warned = new TreeSet<>();
    List<String[]> cells = new ArrayList<>();
    CELLS.lines().forEach(line -> cells.add(line.split("\\|", -1)));
    for (int row = 0; row < cells.size(); row++) {
      String[] cell = cells.get(row);
      csv.append(
          "r%02d,Nr %d,%s,\"%s\",+442079460001%n"
              .formatted(row, row, cell[0].strip(), cell[1].strip()));
      expected.put("r%02d".formatted(row), cell[2].isBlank() ? "null" : cell[2].strip());
      if (!cell[3].isBlank()) {
        warned.add(row + 2L);
      }
    }

    Import done = run(campaign, csv.toString());

    assertThat(numbers(campaign)).isEqualTo(expected);
    assertThat(found(done).stream().map(Rejection::line).collect(Collectors.toSet()))
        .isEqualTo(warned);
    assertThat(found(done)).allMatch(one -> one.field().orElse("").equals("phone1"));
  }

  @ParameterizedTest
  @CsvSource({
    "Non chiamare,         Sì",
    "Não ligar,            sim",
    "Niet bellen,          ja",
    "Bel-me-niet,          J",
    "Ring inte,            x",
    "Må ikke ringes,       Ja",
    "Ikke ring,            1",
    "Älä soita,            kyllä",
    "Nie dzwonić,          tak",
    "Nevolat,              ano",
    "Nevolať,              áno",
    "Ne hívja,             igen",
    "Nu sunați,            da",
    "Не звонить,           да",
    "Не дзвонити,          так",
    "Aramayın,             evet",
    "Μην καλείτε,          ναι",
    "架電禁止,              はい",
    "请勿致电,              是",
    "전화금지,              예",
    "لا تتصل,              نعم",
    "לא להתקשר,            כן",
    "Kein Anruf erwünscht, ja",
    "Ne plus appeler,      oui",
    "No llamar más,        sí"
  })
  void aColumnOfRefusalsIsKnownInManyLanguages(String header, String yes) throws IOException {
    CampaignId campaign = given.campaign();

    run(campaign, "Name,Phone,%s%nA B,2127365110,%s%n".formatted(header, yes));

    assertThat(refused()).containsExactly("+12127365110");
  }

  @ParameterizedTest
  @CsvSource({
    "Non chiamare, No",
    "Não ligar, não",
    "Niet bellen, nee",
    "Ring inte, nej",
    "Nevolat, ne",
    "Не звонить, нет",
    "Aramayın, hayır",
    "架電禁止, いいえ",
    "请勿致电, 否",
    "전화금지, 아니오",
    "لا تتصل, لا",
    "Älä soita, ei",
    "Μην καλείτε, όχι"
  })
  void whoeverDidNotRefuseIsCalledInAllOfThem(String header, String no) throws IOException {
    CampaignId campaign = given.campaign();

    Import done = run(campaign, "Name,Phone,%s%nA B,2127365110,%s%n".formatted(header, no));

    assertThat(refused()).isEmpty();
    assertThat(found(done)).isEmpty();
  }

  /** In Polish it says no, in German never: whoever could have refused is not called. */
  @Test
  void whatIsNoInOneLanguageAndNeverInAnotherIsAskedAbout() throws IOException {
    Import done = run(given.campaign(), "Name,Phone,Nie dzwonić\nA B,2127365110,nie\n");

    assertThat(refused()).containsExactly("+12127365110");
    assertThat(found(done))
        .extracting(Rejection::code)
        .containsExactly(RowProblem.UNCLEAR_DO_NOT_CALL.name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A B,+39 333 123 4567 (non chiamare),",
        "A B,+34 612 34 56 78 no llamar,",
        "A B,\"+48 512 345 678, nie dzwonić\",",
        "A B,+81 3-1234-5678（架電禁止）,",
        "A B,+7 495 123-45-67 не звонить,",
        "Anna Kowalska (nie dzwonić),+48512345678,",
        "Ivan Petrov - не звонить,+74951234567,",
        "Mario Rossi [NON CHIAMARE],+393331234567,",
        "Jan Jansen niet bellen,+31612345678,",
        "A B,+905321234567,Aramayın!",
        "A B,+4570123456,Ring ikke. Vil ikke have reklame.",
        "A B,+36301234567,Ne hívja"
      })
  void aRefusalBesideANumberBehindANameOrInANoteIsHeeded(String row) throws IOException {
    CampaignId campaign = given.campaign();

    run(campaign, "Name,Phone,Notes\n" + row + "\n");

    assertThat(refused()).hasSize(1);
  }

  /** Names and firms that have such letters in them, and notes that speak of a call. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Isabel Ringer,+34612345678,",
        "Bella Nevolatova,+420601123456,",
        "Noelle Callaghan,+12127365026,",
        "A B,+31612345678,Niet bellen voor 9 uur",
        "A B,+393331234567,Non chiamare prima delle 9",
        "A B,+4570123456,Ring ikke før kl. 10",
        "A B,+48512345678,Prosi nie dzwonić w soboty"
      })
  void whatIsNoRefusalIsNone(String row) throws IOException {
    CampaignId campaign = given.campaign();

    run(campaign, "Name,Phone,Notes\n" + row + "\n");

    assertThat(refused()).isEmpty();
  }
}
