package cx.ecou.eventstore.rebuild;

import cx.ecou.eventstore.ModelTable;
import cx.ecou.eventstore.Shadow;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables of a shadow: made like the live ones, and put in their place. */
final class ShadowTables {

    private static final String SUMMED = "_summed";

    private final JdbcTemplate jdbc;
    private final TableCatalog catalog;

    ShadowTables(JdbcTemplate jdbc, TableCatalog catalog) {
        this.jdbc = jdbc;
        this.catalog = catalog;
    }

    /**
     * Makes empty tables like the live ones, without the indexes that only readers need, and without the keys that come last.
     *
     * @throws NotRebuildable when a live table has something that cannot be given to another
     */
    void create(Shadow shadow) {
        drop(shadow);
        jdbc.execute("create schema " + shadow.schema());
        for (ModelTable table : shadow.model().tables()) {
            requireCopyable(table);
            create(table, shadow.copyOf(table));
            if (!table.keyLast()) {
                catalog.constraints(table, shadow.copyOf(table)).forEach(jdbc::execute);
            }
        }
    }

    private void create(ModelTable table, String copy) {
        jdbc.execute("create table " + copy + " (like " + table.live() + " including all excluding indexes)");
        catalog.shape(table, copy).forEach(jdbc::execute);
    }

    /** Makes one row of those that have the same key, in a transaction. Only where the key comes last. */
    void addUp(Shadow shadow) {
        jdbc.execute("set local statement_timeout = 0");
        jdbc.execute("set local work_mem = '128MB'");
        shadow.model().tables().stream()
                .filter(table -> !table.sums().isEmpty())
                .forEach(table -> addUp(table, shadow.copyOf(table)));
    }

    private void addUp(ModelTable table, String copy) {
        create(table, copy + SUMMED);
        jdbc.execute("insert into " + copy + SUMMED + " select "
                + String.join(", ", catalog.summedColumns(table)) + " from " + copy + " group by "
                + String.join(", ", catalog.key(table)));
        jdbc.execute("drop table " + copy);
        jdbc.execute("alter table " + copy + SUMMED + " rename to " + table.name());
    }

    private void requireCopyable(ModelTable table) {
        if (!catalog.notCopied(table).isEmpty() || catalog.key(table).isEmpty()) {
            throw new NotRebuildable(table, catalog.notCopied(table));
        }
    }

    /** The statements that give the shadow what it still lacks: keys that come last, and the indexes of its readers. */
    List<String> indexes(Shadow shadow) {
        return shadow.model().tables().stream()
                .flatMap(table -> Stream.of(
                                catalog.constraints(table, shadow.copyOf(table)),
                                catalog.indexes(table, shadow.copyOf(table)))
                        .flatMap(List::stream))
                .toList();
    }

    /** Tells the planner what is in the shadow, and readers which pages need no second look. Outside of a transaction. */
    void vacuum(Shadow shadow) {
        shadow.model().tables().forEach(table -> jdbc.execute("vacuum (analyze) " + shadow.copyOf(table)));
    }

    /**
     * Puts the shadow in the place of the live tables, at the end of a transaction: from here on readers wait for its end.
     *
     * @throws org.springframework.dao.DataAccessException with SQLState 55P03 when somebody reads for too long
     */
    void replaceLive(Shadow shadow) {
        // A little longer than deadlock_timeout: after that PostgreSQL sends an autovacuum away that stands in the way.
        jdbc.execute("set local lock_timeout = '1500ms'");
        shadow.model().tables().forEach(table -> jdbc.execute("lock table " + table.live()));
        for (ModelTable table : shadow.model().tables()) {
            jdbc.execute("drop table " + table.live());
            jdbc.execute("alter table " + shadow.copyOf(table) + " set schema " + table.schema());
        }
        jdbc.execute("drop schema " + shadow.schema());
    }

    void drop(Shadow shadow) {
        jdbc.execute("drop schema if exists " + shadow.schema() + " cascade");
    }

    /** A table has something that cannot be given to a copy. */
    static final class NotRebuildable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotRebuildable(ModelTable table, List<String> reasons) {
            super(table.live() + (reasons.isEmpty() ? " has no primary key" : " has " + String.join(", ", reasons)));
        }
    }
}
