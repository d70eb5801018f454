package io.warmline.core.sql;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Keeps the statements that Hibernate makes on this thread, while somebody wants to know. */
@PersistenceUnitExtension
public class StatementsOfHibernate implements StatementInspector {

  private static final long serialVersionUID = 1L;
  private static final ThreadLocal<List<String>> WANTED = new ThreadLocal<>();

  /** What it made while this was done. */
  static List<String> of(Runnable work) {
    List<String> statements = new ArrayList<>();
    WANTED.set(statements);
    try {
      work.run();
    } finally {
      WANTED.remove();
    }
    return statements;
  }

  @Override
  public String inspect(String sql) {
    List<String> wanted = WANTED.get();
    if (wanted != null) {
      wanted.add(sql);
    }
    return sql;
  }
}
