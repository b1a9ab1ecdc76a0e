package cx.ecou.feedback.write.imports;

import cx.ecou.feedback.write.imports.file.FileShape;
import cx.ecou.feedback.write.imports.file.TextEncoding;
import cx.ecou.feedback.write.imports.mapping.MappingJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Reads rows of the table of imports. */
final class ImportRows implements RowMapper<FeedbackImport> {

    @Override
    public FeedbackImport mapRow(ResultSet row, int number) throws SQLException {
        String mapping = row.getString("mapping");
        return new FeedbackImport(
                row.getObject("import_id", UUID.class),
                row.getString("file_name"),
                ImportStatus.valueOf(row.getString("status")),
                row.getString("stopped_because"),
                row.getLong("bytes"),
                row.getLong("row_count"),
                shape(row),
                List.of((String[]) row.getArray("header").getArray()),
                mapping == null ? null : MappingJson.read(mapping),
                new Tally(
                        row.getLong("rows_read"),
                        row.getLong("accepted"),
                        row.getLong("repeated"),
                        row.getLong("rejected")),
                row.getString("started_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable FileShape shape(ResultSet row) throws SQLException {
        String encoding = row.getString("encoding");
        return encoding == null
                ? null
                : new FileShape(
                        TextEncoding.valueOf(encoding),
                        row.getString("delimiter").charAt(0),
                        row.getString("quote").charAt(0));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
