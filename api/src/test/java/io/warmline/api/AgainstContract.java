package io.warmline.api;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;

/** Filters for REST-assured that hold the wire against the contract. */
public final class AgainstContract {

  private static final String FILE = "../openapi.yaml";

  /** Requests and answers. */
  public static final OpenApiValidationFilter ALL = new OpenApiValidationFilter(FILE);

  /** Answers only: for requests that break the contract on purpose. */
  public static final OpenApiValidationFilter ANSWERS =
      new OpenApiValidationFilter(
          OpenApiInteractionValidator.createFor(FILE)
              .withLevelResolver(
                  LevelResolver.create().withLevel("validation.request", Level.IGNORE).build())
              .build());

  private AgainstContract() {}
}
