package io.warmline.core.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Cursor;
import io.warmline.core.Fixture;
import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.call.AmendCall;
import io.warmline.core.call.LoggedCall;
import io.warmline.core.campaign.Approach;
import io.warmline.core.campaign.Deliverable;
import io.warmline.core.disposition.CallAnswers;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.CheckIn;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ComplaintId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.RemoveLead;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody complained: a supervisor is told, and sees to it. */
@QuarkusTest
class ComplaintTest extends OnPostgres {

  @Inject HandleComplaint handle;
  @Inject Complaints complaints;
  @Inject AmendCall amend;
  @Inject RemoveLead removeLead;

  private CampaignId campaign;
  private AgentId agent;
  private LeadId lead;

  @BeforeEach
  void aCustomer() {
    campaign = given.campaign(t -> Fixture.with(t, Approach.of(Deliverable.CHECK_IN)));
    agent = given.agent();
    lead = given.lead(campaign);
  }

  private static CallDetails saying(CheckIn said) {
    return CallDetails.NONE.answering(new CallAnswers(null, said));
  }

  private LoggedCall checkIn(CheckIn said) {
    return desk.log(lead, agent, Disposition.ALREADY_CUSTOMER, saying(said));
  }

  private List<Complaint> all(Optional<ComplaintStatus> status) {
    return transaction
        .call(
            () ->
                complaints.list(
                    new Complaints.Filter(status, Optional.of(lead), Optional.of(campaign)),
                    new Cursor.Paging(10, null)))
        .items();
  }

  private Complaint only() {
    assertThat(all(Optional.empty())).hasSize(1);
    return all(Optional.empty()).get(0);
  }

  private List<String> told() {
    return transaction.call(
        () ->
            sql.query(
                "select type from event where tenant_id = :tenant and type like 'complaint.%' order by ordinal",
                q -> q.mapTo(String.class).list()));
  }

  @Test
  void aComplaintAtACheckInIsATaskOfASupervisor() {
    LoggedCall logged = checkIn(CheckIn.COMPLAINT);

    assertThat(only().call()).contains(logged.call().id());
    assertThat(only().agent()).contains(agent);
    assertThat(only().status()).isEqualTo(ComplaintStatus.OPEN);
    assertThat(told()).containsExactly("complaint.raised");
  }

  @Test
  void whoIsSatisfiedComplainsOfNothing() {
    checkIn(CheckIn.SATISFIED);

    assertThat(all(Optional.empty())).isEmpty();
    assertThat(told()).isEmpty();
  }

  @Test
  void aComplaintThatWasLoggedByMistakeIsWithdrawnAndComesBack() {
    LoggedCall logged = checkIn(CheckIn.COMPLAINT);

    corrected(logged, CheckIn.SATISFIED);
    assertThat(only().status()).isEqualTo(ComplaintStatus.WITHDRAWN);
    corrected(logged, CheckIn.COMPLAINT);

    assertThat(only().status()).isEqualTo(ComplaintStatus.OPEN);
    assertThat(only().closedAt()).isEmpty();
    assertThat(told())
        .containsExactly("complaint.raised", "complaint.withdrawn", "complaint.raised");
  }

  private void corrected(LoggedCall logged, CheckIn said) {
    amend.amend(
        logged.call().id(),
        Optional.empty(),
        new AmendCall.Correction(Optional.empty(), null, null, saying(said)));
  }

  @Test
  void aCallThatIsCorrectedOtherwiseLeavesTheComplaintAsItWas() {
    LoggedCall logged = checkIn(CheckIn.COMPLAINT);
    handle.close(only().id(), Optional.of(agent), "Credited");

    amend.amend(
        logged.call().id(),
        Optional.empty(),
        new AmendCall.Correction(Optional.empty(), 120, null, CallDetails.NONE));

    assertThat(only().status()).isEqualTo(ComplaintStatus.CLOSED);
    assertThat(only().note()).contains("Credited");
  }

  @Test
  void aComplaintByLetterIsEnteredAndClosedWithANote() {
    Complaint raised = handle.raise(lead, Optional.empty(), "The invoice came twice.");

    Complaint closed = handle.close(raised.id(), Optional.of(agent), "Credited");

    assertThat(raised.words()).contains("The invoice came twice.");
    assertThat(closed.closedBy()).contains(agent);
    assertThat(all(Optional.of(ComplaintStatus.OPEN))).isEmpty();
    assertThat(told()).containsExactly("complaint.raised", "complaint.closed");
    assertThatThrownBy(() -> handle.close(raised.id(), Optional.empty(), "Again"))
        .isInstanceOfSatisfying(
            WarmlineException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ProblemCode.COMPLAINT_CLOSED));
  }

  @Test
  void whatIsMissingOrUnknownIsRefused() {
    Complaint raised = handle.raise(lead, Optional.of(agent), "Late again");

    assertThatThrownBy(() -> handle.close(raised.id(), Optional.empty(), "  "))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> handle.raise(LeadId.next(), Optional.empty(), "x"))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> handle.raise(lead, Optional.of(AgentId.next()), "x"))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> handle.close(ComplaintId.next(), Optional.empty(), "x"))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void whoIsErasedLeavesNoWords() {
    Complaint raised = handle.raise(lead, Optional.empty(), "The invoice came twice.");

    removeLead.erase(lead, "Asked for it");

    Complaint left = transaction.call(() -> complaints.get(raised.id()));
    assertThat(left.words()).isEmpty();
    assertThat(left.status()).isEqualTo(ComplaintStatus.WITHDRAWN);
    assertThatThrownBy(() -> handle.raise(lead, Optional.empty(), "More"))
        .isInstanceOfSatisfying(
            WarmlineException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ProblemCode.LEAD_ERASED));
  }
}
