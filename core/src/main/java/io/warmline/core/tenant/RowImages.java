package io.warmline.core.tenant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Rows as they were, so that what was done by mistake can be undone to the letter. An image is the
 * row as JSON, without what the database derives. A column that the table has got since is not in
 * it, and keeps its value; a version moves on.
 *
 * <p>Each concept takes and restores images of its own tables alone.
 */
@ApplicationScoped
public class RowImages {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NAME = Pattern.compile("[a-z][a-z_]*");
  private static final String VERSION = "version";

  private final TenantSql sql;

  RowImages(TenantSql sql) {
    this.sql = sql;
  }

  /** A row as it is; empty if there is none with this id. */
  public Optional<String> of(String table, UUID id) {
    return sql.query(
        """
        select to_jsonb(t) - 'tenant_id' - 'id'
               - array(select cast(attname as text) from pg_attribute
                       where attrelid = cast('%s' as regclass) and attgenerated <> '')
        from %s t where t.tenant_id = :tenant and t.id = :id
        """
            .formatted(name(table), table),
        q -> q.bind("id", id).mapTo(String.class).findOne());
  }

  /** Makes a row again what an image shows. */
  public void restore(String table, UUID id, String image) {
    restore(table, id, image, columns(image));
  }

  /** As {@link #restore(String, UUID, String)}, for these columns alone. */
  public void restore(String table, UUID id, String image, List<String> columns) {
    String changes =
        columns.stream()
            .map(RowImages::name)
            .map(column -> column + " = " + valueOf(column))
            .collect(Collectors.joining(", "));
    sql.update(
        """
        update %s t set %s
        from (select (jsonb_populate_record(r, cast(:image as jsonb))).*
              from %s r where r.tenant_id = :tenant and r.id = :id) image
        where t.tenant_id = :tenant and t.id = :id
        """
            .formatted(name(table), changes, name(table)),
        u -> u.bind("id", id).bind("image", image));
  }

  private static String valueOf(String column) {
    return column.equals(VERSION) ? "t.version + 1" : "image." + column;
  }

  private static List<String> columns(String image) {
    try {
      List<String> columns = new ArrayList<>();
      JSON.readTree(image).fieldNames().forEachRemaining(columns::add);
      return columns;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the image of a row is not readable", e);
    }
  }

  private static String name(String text) {
    if (!NAME.matcher(text).matches()) {
      throw new IllegalArgumentException("no name of a table or column: " + text);
    }
    return text;
  }
}
