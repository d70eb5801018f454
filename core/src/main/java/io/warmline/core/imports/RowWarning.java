package io.warmline.core.imports;

/**
 * A cell of a row that was not taken, or not as it stands, although the row was.
 *
 * @param field the column or field it is about
 * @param code the stable code of the kind of fault
 * @param reason what is wrong and what became of it, without the cell's data
 */
record RowWarning(String field, RowProblem code, String reason) {}
