package io.warmline.api.demo;

import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.compliance.RuleId;
import io.warmline.core.rule.AcceptJurisdiction;
import io.warmline.core.rule.LiftRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * What the demo answers for by name: it calls Iceland, of which no rule is shipped, and it calls
 * Sweden at hours that are recommended against and forbidden by no law.
 */
@ApplicationScoped
class DemoLaw {

  private static final String BY = "The demo";

  private final AcceptJurisdiction accept;
  private final LiftRule lift;

  DemoLaw(AcceptJurisdiction accept, LiftRule lift) {
    this.accept = accept;
    this.lift = lift;
  }

  void answerFor() {
    accept.accept(
        new Jurisdiction("IS"),
        new AcceptJurisdiction.Statement(
            BY,
            "To show how a country is accepted of which no rule is known.",
            Optional.empty(),
            Optional.empty()));
    lift.lift(
        new RuleId("se-hours"),
        BY,
        "Its prospects are made up, so that there is somebody to call at whatever hour.",
        Optional.empty());
  }
}
