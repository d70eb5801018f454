package io.warmline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.warmline.core.WarmlineException;
import io.warmline.core.phone.NumberType;
import io.warmline.core.phone.PhoneNumber;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By what a messenger knows somebody is a number, mostly. */
class MessengerColumnsTest {

  private static final PhoneNumber MOBILE = new PhoneNumber("+4917612345678");
  private static final PhoneNumber OFFICE = new PhoneNumber("+493012345670");

  private static CheckedRow.Usable only(String csv) {
    return (CheckedRow.Usable) check(csv);
  }

  private static CheckedRow check(String csv) {
    RowCheck check = new RowCheck("DE", LocalDate.of(2026, 11, 18), StatusWords.USUAL);
    return check.check(Leads.csv(csv).get(0));
  }

  private static List<RowProblem> codes(CheckedRow.Usable row) {
    return row.warnings().stream().map(RowWarning::code).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WhatsApp",
        "Signal",
        "Telegram",
        "Viber",
        "WeChat",
        "Whats App",
        "WhatsApp No.",
        "WhatsApp-Nummer",
        "Mobile (WhatsApp)",
        "Número de WhatsApp",
        "WA Number",
        "No. WA",
        "Telegram phone",
        "Viber #",
        "Вайбер",
        "Ватсап",
        "微信",
        "Zalo",
        "KakaoTalk",
        "Handy/WhatsApp",
        "whatsapp_number",
        "Signal Messenger"
      })
  void aListThatHasNoOtherNumbersIsTakenByThem(String header) {
    CheckedRow.Usable row = only("first_name," + header + "\nAnn,0176 12345678\n");

    assertThat(row.lead().numbers()).containsExactly(MOBILE);
    assertThat(codes(row)).containsExactly(RowProblem.MESSENGER_NUMBER);
    assertThat(row.warnings().get(0).column()).contains(header);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WeChat ID",
        "WhatsApp opt-in",
        "Signal strength",
        "Telegram username",
        "WhatsApp group",
        "WA",
        "Line",
        "Last WhatsApp",
        "Viber consent"
      })
  void whatIsNoNumberOfAMessengerIsNoColumnOfNumbers(String header) {
    assertThatThrownBy(() -> Leads.csv("first_name," + header + "\nAnn,0176 12345678\n"))
        .isInstanceOf(WarmlineException.class);
  }

  @Test
  void besideAnotherNumberItIsASecondMobileOneWithoutAWord() {
    CheckedRow.Usable row = only("first_name,WhatsApp,phone\nAnn,+49 176 12345678,030 1234567-0\n");

    assertThat(row.lead().numbers()).containsExactly(OFFICE, MOBILE);
    assertThat(codes(row)).isEmpty();
    assertThat(row.lead().person().types().getOrDefault(MOBILE, NumberType.MOBILE))
        .isEqualTo(NumberType.MOBILE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"@ann_lee", "yes", "ann.lee", "12", "same as phone"})
  void whatIsNoNumberIsKeptAsItStands(String cell) {
    CheckedRow.Usable row = only("first_name,phone,Telegram\nAnn,030 1234567-0," + cell + "\n");

    assertThat(row.lead().numbers()).containsExactly(OFFICE);
    assertThat(row.lead().customFields()).containsEntry("Telegram", cell);
  }

  @Test
  void theSameNumberTwiceIsOne() {
    CheckedRow.Usable row = only("first_name,mobile,WhatsApp\nAnn,0176 12345678,+4917612345678\n");

    assertThat(row.lead().numbers()).containsExactly(MOBILE);
    assertThat(codes(row)).isEmpty();
  }

  @Test
  void aRowWithoutAnyNumberIsRefusedAsEver() {
    assertThat(check("first_name,WhatsApp\nAnn,@ann_lee\n")).isInstanceOf(CheckedRow.Refused.class);
  }
}
