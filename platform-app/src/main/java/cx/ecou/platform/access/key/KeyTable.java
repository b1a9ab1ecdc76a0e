package cx.ecou.platform.access.key;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code access.api_key}. */
@Component
class KeyTable {

    private static final String SELECT = """
            select key_id, public_id, secret_hash, name, scopes, created_at, expires_at, last_used_at, revoked_at
            from access.api_key
            """;

    private final JdbcClient jdbc;

    KeyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ApiKey> all() {
        return jdbc.sql(SELECT + "order by revoked_at is not null, lower(name), created_at desc")
                .query((row, n) -> read(row))
                .list();
    }

    Optional<ApiKey> byId(UUID id) {
        return jdbc.sql(SELECT + "where key_id = :id")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    Optional<ApiKey> byPublicId(String publicId) {
        return jdbc.sql(SELECT + "where public_id = :id")
                .param("id", publicId)
                .query((row, n) -> read(row))
                .optional();
    }

    /** The keys of one integration that work now. Until the transaction ends nobody else changes them. */
    List<ApiKey> activeOf(String name, Instant now) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('access.api_key ' || lower(:name), 0))")
                .param("name", name)
                .query(rows -> {});
        return jdbc.sql(SELECT + """
                        where lower(name) = lower(:name) and revoked_at is null
                        and (expires_at is null or expires_at > :now)
                        """)
                .param("name", name)
                .param("now", Timestamp.from(now))
                .query((row, n) -> read(row))
                .list();
    }

    void insert(ApiKey key, @Nullable UUID createdBy) {
        jdbc.sql("""
                        insert into access.api_key
                        (key_id, public_id, secret_hash, name, scopes, created_at, created_by, expires_at)
                        values (:id, :publicId, :hash, :name, :scopes, :createdAt, :createdBy, :expiresAt)
                        """)
                .param("id", key.id())
                .param("publicId", key.publicId())
                .param("hash", key.secretHash())
                .param("name", key.name())
                .param("scopes", key.scopes().toArray(String[]::new))
                .param("createdAt", Timestamp.from(key.createdAt()))
                .param("createdBy", createdBy)
                .param("expiresAt", key.expiresAt() == null ? null : Timestamp.from(key.expiresAt()))
                .update();
    }

    void used(UUID id, Instant now, Duration grain) {
        jdbc.sql("""
                        update access.api_key set last_used_at = :now
                        where key_id = :id and (last_used_at is null or last_used_at <= :before)
                        """)
                .param("id", id)
                .param("now", Timestamp.from(now))
                .param("before", Timestamp.from(now.minus(grain)))
                .update();
    }

    void revoke(UUID id, Instant now) {
        jdbc.sql("update access.api_key set revoked_at = :now where key_id = :id and revoked_at is null")
                .param("id", id)
                .param("now", Timestamp.from(now))
                .update();
    }

    /**
     * Revokes the keys that were given at earlier starts.
     *
     * @return those that worked until now
     */
    List<UUID> revokeGivenExcept(String publicId, Instant now) {
        return jdbc.sql("""
                        update access.api_key set revoked_at = :now
                        where created_by is null and revoked_at is null and public_id <> :keep
                        returning key_id
                        """)
                .param("keep", publicId)
                .param("now", Timestamp.from(now))
                .query(UUID.class)
                .list();
    }

    private static ApiKey read(ResultSet row) throws SQLException {
        return new ApiKey(
                row.getObject("key_id", UUID.class),
                row.getString("public_id"),
                row.getBytes("secret_hash"),
                row.getString("name"),
                Set.of((String[]) row.getArray("scopes").getArray()),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("expires_at")),
                instant(row.getTimestamp("last_used_at")),
                instant(row.getTimestamp("revoked_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
