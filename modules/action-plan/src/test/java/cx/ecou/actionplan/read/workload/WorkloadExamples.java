package cx.ecou.actionplan.read.workload;

import cx.ecou.eventstore.testing.TestDatabase;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The workload alone, on a database of its own. */
public final class WorkloadExamples {

    private WorkloadExamples() {}

    /** A new database with the tables of the action plan and nothing in them. */
    public static DataSource emptyDatabase() {
        DataSource database = TestDatabase.fresh();
        Flyway.configure()
                .dataSource(database)
                .schemas("action_plan")
                .locations("classpath:db/migration/action-plan")
                .load()
                .migrate();
        return database;
    }

    public static Workload on(DataSource database) {
        return new Workload(JdbcClient.create(database));
    }
}
