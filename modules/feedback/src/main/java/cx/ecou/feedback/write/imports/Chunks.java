package cx.ecou.feedback.write.imports;

import cx.ecou.feedback.write.imports.file.FileContent;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files in pieces of 1 MiB in the database: never in memory as a whole, and there for whichever node goes on. */
@Component
class Chunks {

    static final int SIZE = 1024 * 1024;

    private final JdbcClient database;

    Chunks(JdbcClient database) {
        this.database = database;
    }

    void add(UUID importId, int number, byte[] bytes) {
        database.sql("insert into feedback.import_chunk (import_id, number, bytes) values (?, ?, ?)")
                .params(importId, number, bytes)
                .update();
    }

    void delete(UUID importId) {
        database.sql("delete from feedback.import_chunk where import_id = ?")
                .param(importId)
                .update();
    }

    FileContent of(UUID importId) {
        return () -> new Reading(importId);
    }

    private byte @Nullable [] read(UUID importId, int number) {
        return database.sql("select bytes from feedback.import_chunk where import_id = ? and number = ?")
                .params(importId, number)
                .query(byte[].class)
                .optional()
                .orElse(null);
    }

    private final class Reading extends InputStream {

        private final UUID importId;
        private byte @Nullable [] chunk = new byte[0];
        private int number;
        private int place;

        private Reading(UUID importId) {
            this.importId = importId;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (chunk != null && place == chunk.length) {
                chunk = Chunks.this.read(importId, number++);
                place = 0;
            }
            if (chunk == null) {
                return -1;
            }
            int count = Math.min(length, chunk.length - place);
            System.arraycopy(chunk, place, into, offset, count);
            place += count;
            return count;
        }
    }
}
