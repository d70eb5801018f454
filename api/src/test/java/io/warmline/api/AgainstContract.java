package io.warmline.api;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import com.atlassian.oai.validator.schema.ValidationConfiguration;

/** Filters for REST-assured that hold the wire against the contract. */
public final class AgainstContract {

  private static final String FILE = "../openapi.yaml";

  /** Of bodies, parameters and headers together; to read one again takes as long as four answers. */
  private static final int SCHEMAS_KEPT = 10_000;

  /** For whoever sends without REST-assured. */
  public static final OpenApiInteractionValidator VALIDATOR = contract().build();

  /** Requests and answers. */
  public static final OpenApiValidationFilter ALL = new OpenApiValidationFilter(VALIDATOR);

  /** Answers only: for requests that break the contract on purpose. */
  public static final OpenApiValidationFilter ANSWERS =
      new OpenApiValidationFilter(
          contract()
              .withLevelResolver(
                  LevelResolver.create().withLevel("validation.request", Level.IGNORE).build())
              .build());

  private AgainstContract() {}

  private static OpenApiInteractionValidator.Builder contract() {
    return OpenApiInteractionValidator.createFor(FILE)
        .withSchemaValidationConfiguration(
            new ValidationConfiguration().setMaxCacheSize(SCHEMAS_KEPT));
  }
}
