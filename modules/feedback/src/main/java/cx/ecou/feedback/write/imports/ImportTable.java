package cx.ecou.feedback.write.imports;

import cx.ecou.feedback.write.imports.file.FileShape;
import cx.ecou.feedback.write.imports.file.FileTable;
import cx.ecou.feedback.write.imports.mapping.Mapping;
import cx.ecou.feedback.write.imports.mapping.MappingJson;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of imports. Each change names the status from which it starts, so that of two only one succeeds. */
@Component
class ImportTable {

    private final JdbcClient database;
    private final Clock clock;

    ImportTable(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void insert(UUID importId, String fileName, String startedBy) {
        database.sql("""
                        insert into feedback.import (import_id, file_name, status, bytes, started_by, created_at, changed_at)
                        values (?, ?, 'UPLOADING', 0, ?, ?, ?)""").params(importId, fileName, startedBy, now(), now()).update();
    }

    void describe(UUID importId, long bytes, FileTable file) {
        FileShape shape = file.shape();
        database.sql("""
                        update feedback.import set status = 'UPLOADED', bytes = ?, row_count = ?, encoding = ?, delimiter = ?,
                          quote = ?, header = ?, changed_at = ? where import_id = ?""")
                .params(bytes, file.rows(), shape.encoding().name(), text(shape.delimiter()), text(shape.quote()))
                .params(file.header().toArray(String[]::new), now(), importId)
                .update();
    }

    /** Begins a pass from the first row. */
    boolean begin(UUID importId, Mapping mapping, ImportStatus to, List<ImportStatus> from) {
        return database.sql("""
                        update feedback.import set status = ?, mapping = ?, stopped_because = null, rows_read = 0, accepted = 0,
                          repeated = 0, rejected = 0, started_at = ?, changed_at = ?
                        where import_id = ? and status = any (?)""")
                        .params(to.name(), MappingJson.write(mapping), now(), now(), importId, names(from))
                        .update()
                == 1;
    }

    boolean move(UUID importId, ImportStatus to, ImportStatus... from) {
        return database.sql("""
                        update feedback.import set status = ?, stopped_because = null, changed_at = ?
                        where import_id = ? and status = any (?)""")
                        .params(to.name(), now(), importId, names(List.of(from)))
                        .update()
                == 1;
    }

    /**
     * Stores how far a pass has come; also when it was paused meanwhile, for its last list is recorded then.
     *
     * @param before from where the list began; another run that has come further keeps its place
     * @return the status, empty when this run has nothing more to say
     */
    Optional<ImportStatus> advance(UUID importId, ImportStatus pass, Tally before, Tally tally) {
        return database.sql("""
                        update feedback.import set rows_read = ?, accepted = ?, repeated = ?, rejected = ?, changed_at = ?
                        where import_id = ? and rows_read = ? and (status = ? or (status = 'PAUSED' and ? = 'RUNNING'))
                        returning status""")
                .params(tally.read(), tally.accepted(), tally.repeated(), tally.rejected(), now())
                .params(importId, before.read(), pass.name(), pass.name())
                .query(String.class)
                .optional()
                .map(ImportStatus::valueOf);
    }

    void end(UUID importId, ImportStatus pass, ImportStatus to, @Nullable String stoppedBecause) {
        database.sql("""
                        update feedback.import set status = ?, stopped_because = ?, changed_at = ?,
                          finished_at = case when ? = 'DONE' then ?::timestamptz end
                        where import_id = ? and status = ?""")
                .param(to.name())
                .param(stoppedBecause)
                .params(now(), to.name(), now(), importId, pass.name())
                .update();
    }

    /** @return false when it has begun to record */
    boolean deleteUnlessBegun(UUID importId) {
        return database.sql("""
                        delete from feedback.import
                        where import_id = ? and status in ('UPLOADING', 'UPLOADED', 'CHECKING', 'CHECKED')""").param(importId).update() == 1;
    }

    void delete(UUID importId) {
        database.sql("delete from feedback.import where import_id = ?")
                .param(importId)
                .update();
    }

    Optional<FeedbackImport> find(UUID importId) {
        return database.sql("select * from feedback.import where import_id = ?")
                .param(importId)
                .query(new ImportRows())
                .optional();
    }

    /** The import, which nobody else can change until the end of the transaction. */
    Optional<FeedbackImport> lock(UUID importId) {
        return database.sql("select * from feedback.import where import_id = ? for update")
                .param(importId)
                .query(new ImportRows())
                .optional();
    }

    /** Newest first, without those whose file is still being stored. */
    List<FeedbackImport> newest(@Nullable UUID after, int limit) {
        return database.sql("""
                        select * from feedback.import
                        where status <> 'UPLOADING' and (?::uuid is null
                          or (created_at, import_id) < (select created_at, import_id from feedback.import where import_id = ?))
                        order by created_at desc, import_id desc limit ?""")
                .param(after)
                .param(after)
                .param(limit)
                .query(new ImportRows())
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String text(char c) {
        return String.valueOf(c);
    }

    private static String[] names(List<ImportStatus> statuses) {
        return statuses.stream().map(Enum::name).toArray(String[]::new);
    }
}
