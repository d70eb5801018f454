package io.warmline.core.imports;

import java.util.List;

/**
 * Which sheet of a workbook was read.
 *
 * @param leftOut the other visible sheets with something in them, in the order of the workbook
 */
public record ReadSheet(String name, List<String> leftOut) {

  public ReadSheet {
    leftOut = List.copyOf(leftOut);
  }
}
