package io.warmline.core.tenant;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * The months by which tables that only grow are kept. They are made ahead, by the clock of the
 * database, at each start and from time to time; any number of servers may do so at once.
 */
@ApplicationScoped
public class Months {

  private static final Logger LOG = Logger.getLogger(Months.class);

  private final Jdbi jdbi;

  Months(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Makes those that are missing of this month and the three that follow. What somebody holds is
   * left for the next time; until then what belongs there stands elsewhere, and is read as ever.
   *
   * @return how many parts of tables were made
   */
  public int makeAhead() {
    int made =
        jdbi.withHandle(
            handle -> handle.createQuery("select make_months()").mapTo(Integer.class).one());
    if (made > 0) {
      LOG.infof("made %d parts of tables for the months ahead", made);
    }
    return made;
  }
}
