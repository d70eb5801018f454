package io.warmline.api.http;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

/** The contract, but for the size of lead files: of them a test can send more than is taken. */
@Alternative
@Singleton
public class TightContract extends Contract {

  static final int MOST_BYTES = 1000;

  @Override
  public Operation operation(String id) {
    Operation operation = super.operation(id);
    return id.equals("startImport") ? operation.withMostBytes(MOST_BYTES) : operation;
  }
}
