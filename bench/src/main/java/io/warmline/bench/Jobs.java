package io.warmline.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** Jobs of db-scheduler that write one row each, fetched and locked in batches. */
final class Jobs {

  private static final String TABLES =
      """
      create table if not exists scheduled_tasks (
        task_name text not null, task_instance text not null, task_data bytea, execution_time timestamptz not null,
        picked boolean not null, picked_by text, last_success timestamptz, last_failure timestamptz, consecutive_failures int,
        last_heartbeat timestamptz, version bigint not null, priority smallint, primary key (task_name, task_instance));
      create index if not exists scheduled_by_time on scheduled_tasks (execution_time);
      create table if not exists job_done (id bigint primary key, at timestamptz not null);
      """;

  private final HikariDataSource pool;
  private int next;

  Jobs(Database database) throws SQLException {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(database.url());
    config.setUsername(Database.USER);
    config.setPassword(database.password());
    config.setMaximumPoolSize(Setting.CLIENTS + 4);
    pool = new HikariDataSource(config);
    run(TABLES);
  }

  /** Jobs done a second. */
  double rate(int jobs) throws Exception {
    int first = next;
    next += jobs;
    CountDownLatch open = new CountDownLatch(jobs);
    AtomicReference<Exception> failed = new AtomicReference<>();
    OneTimeTask<Void> task =
        Tasks.oneTime("job", Void.class)
            .execute(
                (instance, context) -> {
                  try {
                    write(Long.parseLong(instance.getId()));
                  } catch (SQLException e) {
                    failed.set(e);
                  }
                  open.countDown();
                });
    run(
        """
        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
        select 'job', n, now(), false, 1 from generate_series(%d, %d) n
        """
            .formatted(first, first + jobs - 1));
    run("vacuum (analyze) scheduled_tasks");
    Scheduler scheduler =
        Scheduler.create(pool, task)
            .threads(Setting.CLIENTS)
            .pollUsingLockAndFetch(1.0, 20.0)
            .pollingInterval(Duration.ofMillis(100))
            .build();
    Instant start = Instant.now();
    scheduler.start();
    open.await();
    Duration took = Duration.between(start, Instant.now());
    scheduler.stop();
    if (failed.get() != null) {
      throw failed.get();
    }
    return jobs * 1e9 / took.toNanos();
  }

  private void write(long id) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement insert =
            connection.prepareStatement("insert into job_done (id, at) values (?, now())")) {
      insert.setLong(1, id);
      insert.executeUpdate();
    }
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
