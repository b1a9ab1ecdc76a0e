package cx.ecou.actionplan.api;

import cx.ecou.kernel.Sha256;
import cx.ecou.webshell.problems.InvalidInput;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.ErrorResponseException;

/**
 * Carries out a write once for each {@code Idempotency-Key} of a program. The key is stored in the transaction of the
 * write itself: both or neither. A repeat that comes while the first is still under way waits for its end. Of the content
 * only a fingerprint is kept, for thirty days.
 */
@Component
class RepeatableRequests {

    static final String HEADER = "Idempotency-Key";
    static final Duration KEPT = Duration.ofDays(30);

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,200}");

    private final JdbcClient database;
    private final TransactionOperations transaction;
    private final Clock clock;

    RepeatableRequests(JdbcClient database, TransactionOperations transaction, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What a write was answered.
     *
     * @param position where it was recorded
     * @param repeated whether it had been carried out before
     */
    record Answer(long position, boolean repeated) {}

    /**
     * Carries out the write, unless it was carried out under this key before.
     *
     * @param content everything in which two writes may differ
     * @param write answers the position at which it was recorded
     * @throws InvalidInput without a key, or with one that is none
     * @throws ErrorResponseException 409 {@code conflicting-repeat} when other content has this key
     */
    Answer once(UUID client, @Nullable String key, String content, LongSupplier write) {
        check(key);
        byte[] fingerprint = Sha256.of(content);
        Answer answer = transaction.execute(status -> {
            if (!isNew(client, String.valueOf(key), fingerprint)) {
                return repeated(client, String.valueOf(key), fingerprint);
            }
            long position = write.getAsLong();
            keep(client, String.valueOf(key), position);
            return new Answer(position, false);
        });
        return Objects.requireNonNull(answer);
    }

    /** Forgets what was answered too long ago for anybody to ask again. */
    void forgetOld() {
        database.sql("delete from action_plan.answered_request where answered_at < ?")
                .param(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Waits for another transaction that has the same key. */
    private boolean isNew(UUID client, String key, byte[] fingerprint) {
        Instant now = clock.instant();
        return database.sql("""
                        insert into action_plan.answered_request (client, key, fingerprint, position, answered_at)
                        values (?, ?, ?, 0, ?) on conflict (client, key) do nothing
                        """)
                        .params(client, key, fingerprint, now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private void keep(UUID client, String key, long position) {
        database.sql("update action_plan.answered_request set position = ? where client = ? and key = ?")
                .params(position, client, key)
                .update();
    }

    private Answer repeated(UUID client, String key, byte[] fingerprint) {
        return database.sql("""
                        select position from action_plan.answered_request
                         where client = ? and key = ? and fingerprint = ?
                        """)
                .params(client, key, fingerprint)
                .query((row, n) -> new Answer(row.getLong(1), true))
                .optional()
                .orElseThrow(RepeatableRequests::conflicting);
    }

    private static void check(@Nullable String key) {
        if (key == null) {
            throw InvalidInput.of(
                    HEADER,
                    "required",
                    "A header Idempotency-Key is required: the same one whenever this is repeated.");
        }
        if (!KEY.matcher(key).matches()) {
            throw InvalidInput.of(HEADER, "malformed", "A key has 1 to 200 visible ASCII characters without spaces.");
        }
    }

    private static ErrorResponseException conflicting() {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, "This Idempotency-Key was used for other content. Nothing was changed.");
        problem.setType(URI.create("/problems/conflicting-repeat"));
        return new ErrorResponseException(HttpStatus.CONFLICT, problem, null);
    }
}
