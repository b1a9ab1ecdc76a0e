package cx.ecou.eventstore.rebuild;

import cx.ecou.eventstore.ModelTable;
import cx.ecou.eventstore.Shadow;
import cx.ecou.kernel.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares a shadow with what is live, whole and by hash; only where they differ row by row. */
final class Comparing {

    private static final String DIFFERENCES = """
            select count(*) filter (where live_key is null) as added,
                   count(*) filter (where copy_key is null) as removed,
                   count(*) filter (where live_key and copy_key and row(live.*) is distinct from row(copy.*)) as changed
              from (select true as live_key, * from %1$s) live
              full join (select true as copy_key, * from %2$s) copy using (%3$s)""";

    private final JdbcTemplate jdbc;
    private final TableCatalog catalog;

    Comparing(JdbcTemplate jdbc, TableCatalog catalog) {
        this.jdbc = jdbc;
        this.catalog = catalog;
    }

    /** In the transaction that keeps both as they are. */
    Comparison compare(Shadow shadow) {
        Dump live = new Dump();
        Dump rebuilt = new Dump();
        for (ModelTable table : shadow.model().tables()) {
            String order = String.join(", ", catalog.key(table));
            live.add(table.live(), order);
            rebuilt.add(shadow.copyOf(table), order);
        }
        String liveHash = live.hash();
        String rebuiltHash = rebuilt.hash();
        Differences found = liveHash.equals(rebuiltHash) ? Differences.NONE : differences(shadow);
        return new Comparison(
                live.rows, rebuilt.rows, liveHash, rebuiltHash, found.added(), found.removed(), found.changed());
    }

    private Differences differences(Shadow shadow) {
        return shadow.model().tables().stream()
                .map(table -> differences(table, shadow.copyOf(table)))
                .reduce(Differences.NONE, Differences::plus);
    }

    private Differences differences(ModelTable table, String copy) {
        return JdbcClient.create(jdbc)
                .sql(DIFFERENCES.formatted(table.live(), copy, String.join(", ", catalog.key(table))))
                .query(Differences.class)
                .single();
    }

    /** In rows. */
    record Differences(long added, long removed, long changed) {

        static final Differences NONE = new Differences(0, 0, 0);

        Differences plus(Differences other) {
            return new Differences(added + other.added, removed + other.removed, changed + other.changed);
        }
    }

    /** The rows of several tables, in the order of their keys. */
    private final class Dump {

        private final MessageDigest digest = Sha256.begin();
        private long rows;

        void add(String table, String order) {
            String sql = "copy (select * from " + table + " order by " + order + ") to stdout (format binary)";
            Long copied = jdbc.execute((ConnectionCallback<Long>) connection -> {
                try (var into = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                    return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, into);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            rows += Objects.requireNonNull(copied);
        }

        String hash() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
