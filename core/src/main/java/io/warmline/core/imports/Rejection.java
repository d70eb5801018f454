package io.warmline.core.imports;

import java.util.Optional;

/**
 * A row that was refused.
 *
 * @param ordinal number of the row among the rows of the file, from 1
 * @param line line of the file on which the row starts, from 1
 * @param field the column or field at fault, if it is one
 * @param code name of a {@link RowProblem}
 */
public record Rejection(
    long ordinal, long line, Optional<String> field, String code, String reason) {}
