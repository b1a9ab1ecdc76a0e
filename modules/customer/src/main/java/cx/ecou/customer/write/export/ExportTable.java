package cx.ecou.customer.write.export;

import cx.ecou.eventstore.privacy.SubjectCipher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Exports in the database. Archives lie there encrypted under the key of one of the person's subjects. */
@Component
class ExportTable {

    /** So long somebody is told that a link has expired, and not that it is unknown. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private static final String SELECT = """
            select export_id, customer_id, requested_at, ready_at is not null as ready, failed,
              expires_at, expires_at <= ? or erased_at is not null as over
              from customer.export join customer.customer using (customer_id)
            """;

    private final JdbcClient jdbc;
    private final SubjectCipher cipher;
    private final Clock clock;

    ExportTable(JdbcClient jdbc, SubjectCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    void add(Export export, byte[] tokenHash) {
        jdbc.sql("""
                        insert into customer.export (export_id, customer_id, token_hash, requested_at, expires_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .param(export.exportId())
                .param(export.customerId())
                .param(tokenHash)
                .param(utc(export.requestedAt()))
                .param(utc(export.expiresAt()))
                .update();
    }

    Optional<Export> find(byte[] tokenHash) {
        return jdbc.sql(SELECT + " where token_hash = ?")
                .param(now())
                .param(tokenHash)
                .query((row, n) -> read(row))
                .optional();
    }

    Optional<Export> find(UUID exportId) {
        return jdbc.sql(SELECT + " where export_id = ?")
                .param(now())
                .param(exportId)
                .query((row, n) -> read(row))
                .optional();
    }

    List<Export> of(UUID customerId) {
        return jdbc.sql(SELECT + " where customer_id = ? order by requested_at desc, export_id desc")
                .param(now())
                .param(customerId)
                .query((row, n) -> read(row))
                .list();
    }

    private static Export read(ResultSet row) throws SQLException {
        return new Export(
                row.getObject("export_id", UUID.class),
                row.getObject("customer_id", UUID.class),
                instant(row, "requested_at"),
                state(row),
                instant(row, "expires_at"));
    }

    private static ExportState state(ResultSet row) throws SQLException {
        if (row.getBoolean("over")) {
            return ExportState.EXPIRED;
        }
        if (row.getBoolean("failed")) {
            return ExportState.FAILED;
        }
        return row.getBoolean("ready") ? ExportState.READY : ExportState.PREPARING;
    }

    /** All under which a customer is known: the subjects, and the customers as whom they were recognised. */
    List<UUID> idsOf(UUID customerId) {
        return jdbc.sql("""
                        select ?::uuid union select subject_id from customer.subject where customer_id = ?
                        union select home_id from customer.subject where customer_id = ?
                        """)
                .params(customerId, customerId, customerId)
                .query(UUID.class)
                .list();
    }

    /**
     * Puts an archive in its place, within the transaction of this thread.
     *
     * @throws IllegalStateException when the customer was merged or erased while it was gathered: it is to be tried again
     */
    void ready(UUID exportId, UUID customerId, byte[] archive) {
        UUID subject = jdbc.sql("""
                        select subject_id from customer.subject join customer.customer using (customer_id)
                         where customer_id = ? and erased_at is null order by subject_id limit 1 for share
                        """)
                .param(customerId)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new IllegalStateException("the customer is another one now"));
        byte[] encrypted = cipher.encrypt(subject, archive, place(exportId))
                .orElseThrow(() -> new IllegalStateException("the customer is erased now"));
        jdbc.sql(
                        "update customer.export set subject_id = ?, archive = ?, ready_at = ?, expires_at = ? where export_id = ?")
                .param(subject)
                .param(encrypted)
                .param(now())
                .param(utc(clock.instant().plus(Exports.LASTS)))
                .param(exportId)
                .update();
    }

    void failed(UUID exportId) {
        jdbc.sql("update customer.export set failed = true where export_id = ?")
                .param(exportId)
                .update();
    }

    /** What can be fetched, decrypted. */
    Optional<byte[]> archive(UUID exportId) {
        return jdbc.sql("""
                        select subject_id, archive from customer.export
                         where export_id = ? and archive is not null and expires_at > ?
                        """)
                .param(exportId)
                .param(now())
                .query((row, n) -> cipher.decrypt(
                        row.getObject("subject_id", UUID.class), row.getBytes("archive"), place(exportId)))
                .optional()
                .flatMap(found -> found);
    }

    /** Takes away archives whose time is over, and forgets those whose end is long past. */
    void clear() {
        jdbc.sql("update customer.export set archive = null where expires_at <= ? and archive is not null")
                .param(now())
                .update();
        jdbc.sql("delete from customer.export where expires_at < ?")
                .param(utc(clock.instant().minus(REMEMBERED)))
                .update();
    }

    private static String place(UUID exportId) {
        return "customer.export " + exportId;
    }

    private OffsetDateTime now() {
        return utc(clock.instant());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
