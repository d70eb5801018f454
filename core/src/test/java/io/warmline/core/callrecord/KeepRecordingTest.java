package io.warmline.core.callrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.call.LogCall;
import io.warmline.core.call.ReportedCall;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.Direction;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.RemoveLead;
import jakarta.inject.Inject;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the recordings of calls are. */
@QuarkusTest
class KeepRecordingTest extends OnPostgres {

  private static final RecordingUrl FIRST =
      RecordingUrl.parse("https://recordings.example/1.mp3?key=a%20b", "/recordingUrl");
  private static final RecordingUrl SECOND =
      RecordingUrl.parse("https://recordings.example/2.mp3", "/url");

  @Inject LogCall logCall;
  @Inject KeepRecording recordings;
  @Inject RemoveLead removeLead;

  private ReportedCall report(LeadId lead, AgentId agent) {
    return new ReportedCall(
        Optional.empty(),
        Optional.of(lead),
        Optional.of(agent),
        Optional.empty(),
        Disposition.NOT_INTERESTED,
        Optional.empty(),
        null,
        null,
        CallDetails.NONE,
        Direction.OUTBOUND,
        Optional.of(FIRST));
  }

  @Test
  void itIsSetAtLoggingOrLaterAndForgottenWithTheLead() {
    LeadId lead = given.lead(given.campaign());
    AgentId agent = given.agent();
    CallId recorded = logCall.log(report(lead, agent)).call().id();
    CallId later = desk.log(lead, agent, Disposition.NOT_INTERESTED).call().id();

    assertThat(recordings.of(recorded)).isEqualTo(FIRST);
    assertThatThrownBy(() -> recordings.of(later)).isInstanceOf(NotFound.class);
    recordings.set(later, FIRST);
    recordings.set(later, SECOND);
    assertThat(recordings.of(later)).isEqualTo(SECOND);

    removeLead.erase(lead, "asked to");

    assertThatThrownBy(() -> recordings.of(recorded)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> recordings.of(later)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> recordings.set(later, FIRST))
        .isInstanceOfSatisfying(
            WarmlineException.class,
            refused -> assertThat(refused.code()).isEqualTo(ProblemCode.LEAD_ERASED));
  }

  @Test
  void itIsForgottenOnDemand() {
    CallId call = logCall.log(report(given.lead(given.campaign()), given.agent())).call().id();

    recordings.remove(call);

    assertThatThrownBy(() -> recordings.of(call)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> recordings.remove(call)).isInstanceOf(NotFound.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://recordings.example/1.mp3",
        "ftp://recordings.example/1.mp3",
        "recordings.example/1.mp3",
        "https://",
        "https:///1.mp3",
        "https://user:word@recordings.example/1.mp3",
        "https://recordings.example/a b.mp3",
        "javascript:alert(1)"
      })
  void whatIsNoHttpsAddressIsRefused(String text) {
    assertThatThrownBy(() -> RecordingUrl.parse(text, "/url")).isInstanceOf(InvalidValue.class);
  }

  @Test
  void anAddressIsNotShownInLogs() {
    assertThat(FIRST).hasToString("RecordingUrl[…]");
  }
}
