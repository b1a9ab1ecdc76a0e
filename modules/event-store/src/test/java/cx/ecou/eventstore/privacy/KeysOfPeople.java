package cx.ecou.eventstore.privacy;

import cx.ecou.eventstore.ModuleSchema;
import cx.ecou.eventstore.postgres.Migrations;
import cx.ecou.eventstore.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database with nothing in it but the keys of people. */
record KeysOfPeople(DataSource database) {

    static KeysOfPeople empty() {
        DataSource fresh = TestDatabase.fresh();
        Migrations.carryOut(fresh, List.of(new ModuleSchema("privacy", 0)));
        return new KeysOfPeople(fresh);
    }

    static List<UUID> people(int count) {
        return Stream.generate(UUID::randomUUID).limit(count).toList();
    }

    /** A node that has just been started. */
    SubjectKeys node(WrappingKeys wrapping) {
        new WrappingKeyCheck(database).admit(wrapping);
        return new SubjectKeys(new KeyTable(database), wrapping, new KeyCache());
    }

    Map<UUID, DataKey> make(SubjectKeys node, List<UUID> people) {
        return transaction().execute(status -> node.findOrMake(people));
    }

    void destroy(List<UUID> people, Instant at) {
        transaction()
                .executeWithoutResult(status -> new KeyTable(database)
                        .destroy(people.stream()
                                .map(subject -> new Erasure(subject, at))
                                .toList()));
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(new DataSourceTransactionManager(database));
    }

    JdbcTemplate jdbc() {
        return new JdbcTemplate(database);
    }

    long count(String where) {
        Long count = jdbc().queryForObject("select count(*) from " + where, Long.class);
        return count == null ? 0 : count;
    }
}
