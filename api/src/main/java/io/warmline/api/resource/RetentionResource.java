package io.warmline.api.resource;

import io.warmline.api.contract.RetentionApi;
import io.warmline.api.contract.model.RetentionDto;
import io.warmline.api.contract.model.RetentionRulesDto;
import io.warmline.api.http.Idempotent;
import io.warmline.core.retention.Retention;
import io.warmline.core.retention.RetentionRules;
import io.warmline.core.retention.SetRetention;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

@Idempotent
@ApplicationScoped
public class RetentionResource implements RetentionApi {

  private final SetRetention retention;

  RetentionResource(SetRetention retention) {
    this.retention = retention;
  }

  @Override
  public RestResponse<RetentionDto> getRetention() {
    return RestResponse.ok(dto(retention.now()));
  }

  @Override
  public RestResponse<RetentionDto> setRetention(RetentionRulesDto rules) {
    return RestResponse.ok(
        dto(
            retention.to(
                new RetentionRules(
                    Optional.ofNullable(rules.getCallDetailsDays()),
                    Optional.ofNullable(rules.getAuditDays()),
                    Optional.ofNullable(rules.getEventsDays()),
                    rules.getDeliveriesDays(),
                    rules.getRejectedRowsDays(),
                    rules.getAnswersDays()))));
  }

  private static RetentionDto dto(Retention retention) {
    RetentionRules rules = retention.rules();
    return new RetentionDto()
        .callDetailsDays(rules.callDetails().orElse(null))
        .auditDays(rules.audit().orElse(null))
        .eventsDays(rules.events().orElse(null))
        .deliveriesDays(rules.deliveries())
        .rejectedRowsDays(rules.rejectedRows())
        .answersDays(rules.answers())
        .callDetailsSince(Values.utc(retention.callDetailsSince()))
        .auditSince(Values.utc(retention.auditSince()))
        .eventsSince(Values.utc(retention.eventsSince()));
  }
}
