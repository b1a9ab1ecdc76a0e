package cx.ecou.platform.access.account;

import cx.ecou.kernel.Role;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a row of {@code access.account}. */
public final class AccountRow {

    /** What a query has to select. */
    public static final String COLUMNS = """
            account_id, email, name, role, touchpoints, available, language, password_hash is null as invited,
            last_signed_in_at, closed_at""";

    private AccountRow() {}

    public static Account read(ResultSet row) throws SQLException {
        return new Account(
                row.getObject("account_id", UUID.class),
                row.getString("email"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                texts(row.getArray("touchpoints")),
                row.getBoolean("available"),
                language(row.getString("language")),
                row.getBoolean("invited"),
                instant(row.getTimestamp("last_signed_in_at")),
                instant(row.getTimestamp("closed_at")));
    }

    private static Set<String> texts(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }

    private static @Nullable Locale language(@Nullable String tag) {
        return tag == null ? null : Locale.forLanguageTag(tag);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
