package io.warmline.api.simulation;

import io.warmline.core.housekeeping.Housekeeping;
import io.warmline.core.housekeeping.WorkOnFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;

/** What the server does by itself, at the times of the simulation. */
@ApplicationScoped
public class Upkeep {

  @Inject Housekeeping housekeeping;
  @Inject WorkOnFiles files;

  /** What it does every second. */
  @ActivateRequestContext
  public void round() {
    housekeeping.now();
  }

  /** Works on the lists that wait. */
  @ActivateRequestContext
  public void files() {
    files.imports();
  }

  /** What it does every hour. */
  @ActivateRequestContext
  public void longRound() {
    housekeeping.everyHour();
  }
}
