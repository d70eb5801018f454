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

  /** Makes those that are missing, and drops those that nobody keeps any longer. */
  public void keep() {
    makeAhead();
    dropOld();
  }

  private void dropOld() {
    int dropped =
        jdbi.withHandle(
            handle -> handle.createQuery("select drop_months()").mapTo(Integer.class).one());
    if (dropped > 0) {
      LOG.infof("dropped %d parts of tables that nobody keeps any longer", dropped);
    }
  }

  /**
   * Makes those that are missing of this month and the three that follow. What somebody holds is
   * left for the next time; until then what belongs there stands elsewhere, and is read as ever.
   */
  private void makeAhead() {
    int made =
        jdbi.withHandle(
            handle -> handle.createQuery("select make_months()").mapTo(Integer.class).one());
    if (made > 0) {
      LOG.infof("made %d parts of tables for the months ahead", made);
    }
  }
}
