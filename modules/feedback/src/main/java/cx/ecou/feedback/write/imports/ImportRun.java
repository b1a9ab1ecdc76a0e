package cx.ecou.feedback.write.imports;

import cx.ecou.feedback.write.imports.file.CsvRows;
import cx.ecou.feedback.write.imports.file.FileShape;
import cx.ecou.feedback.write.imports.file.Row;
import cx.ecou.feedback.write.imports.mapping.Mapping;
import cx.ecou.feedback.write.imports.mapping.RowReading;
import cx.ecou.feedback.write.intake.Intake;
import cx.ecou.feedback.write.intake.NewFeedback;
import cx.ecou.feedback.write.intake.Receipt;
import cx.ecou.kernel.Reporting;
import cx.ecou.webshell.problems.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads a file row by row and gives the rows to the intake in lists; after each list it is stored how far it has come.
 * Wherever it is interrupted, it goes on behind the last stored list: keys are the same each time, so a row that was
 * recorded meanwhile is met as a repeat.
 */
@Component
class ImportRun {

    static final int LIST = 1_000;

    private static final Logger log = LoggerFactory.getLogger(ImportRun.class);

    private final ImportTable imports;
    private final Chunks chunks;
    private final RejectedRows rejectedRows;
    private final Intake intake;
    private final Reporting reporting;
    private final TransactionTemplate transaction;

    ImportRun(
            ImportTable imports,
            Chunks chunks,
            RejectedRows rejectedRows,
            Intake intake,
            Reporting reporting,
            TransactionTemplate transaction) {
        this.imports = imports;
        this.chunks = chunks;
        this.rejectedRows = rejectedRows;
        this.intake = intake;
        this.reporting = reporting;
        this.transaction = transaction;
    }

    /**
     * Goes on with an import until it is done, halted, or asked to leave it to a later run.
     *
     * @param leaves asked after each list
     */
    void run(UUID importId, BooleanSupplier leaves) {
        Optional<FeedbackImport> found =
                imports.find(importId).filter(one -> one.status().isActive());
        if (found.isEmpty()) {
            return;
        }
        FeedbackImport imported = found.get();
        try {
            if (rows(imported, leaves)) {
                finish(imported);
            }
        } catch (InvalidInput e) {
            stop(importId, e.problems().get(0).code());
        }
    }

    /** @param reason stable name of what keeps it from going on */
    void stop(UUID importId, String reason) {
        log.warn("Import {} stopped: {}", importId, reason);
        imports.end(importId, ImportStatus.RUNNING, ImportStatus.STOPPED, reason);
        imports.end(importId, ImportStatus.CHECKING, ImportStatus.UPLOADED, reason);
    }

    /** @return whether the end of the file was reached */
    private boolean rows(FeedbackImport imported, BooleanSupplier leaves) {
        FileShape shape = required(imported.shape());
        Mapping mapping = required(imported.mapping());
        try (CsvRows rows = CsvRows.of(chunks.of(imported.importId()), shape)) {
            var reading = new RowReading(mapping, rows.header(), reporting.timeZone());
            skip(rows, imported.tally().read());
            Tally tally = imported.tally();
            while (rows.hasNext()) {
                if (leaves.getAsBoolean()) {
                    return false;
                }
                Optional<Tally> advanced = list(imported, next(rows), reading, tally);
                if (advanced.isEmpty()) {
                    return false;
                }
                tally = advanced.get();
            }
        }
        return true;
    }

    private Optional<Tally> list(FeedbackImport imported, List<Row> rows, RowReading reading, Tally before) {
        List<NewFeedback> delivered = rows.stream().map(reading::read).toList();
        List<Receipt> receipts =
                imported.status() == ImportStatus.CHECKING ? intake.examine(delivered) : intake.receive(delivered);
        Tally tally = before;
        List<RejectedRow> refused = new ArrayList<>();
        for (int i = 0; i < receipts.size(); i++) {
            Tally counted = tally.plus(receipts.get(i));
            if (counted.rejected() > tally.rejected() && counted.rejected() <= RejectedRows.KEPT) {
                refused.add(RejectedRows.of(rows.get(i), delivered.get(i), receipts.get(i), reading));
            }
            tally = counted;
        }
        return store(imported, before, tally, refused) ? Optional.of(tally) : Optional.empty();
    }

    /** @return whether the pass goes on */
    private boolean store(FeedbackImport imported, Tally before, Tally tally, List<RejectedRow> refused) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<ImportStatus> now = imports.advance(imported.importId(), imported.status(), before, tally);
            if (now.isPresent()) {
                rejectedRows.add(imported.importId(), refused);
            }
            return now.filter(imported.status()::equals).isPresent();
        }));
    }

    private void finish(FeedbackImport imported) {
        UUID importId = imported.importId();
        if (imported.status() == ImportStatus.CHECKING) {
            imports.end(importId, ImportStatus.CHECKING, ImportStatus.CHECKED, null);
            return;
        }
        transaction.executeWithoutResult(status -> {
            imports.end(importId, ImportStatus.RUNNING, ImportStatus.DONE, null);
            chunks.delete(importId);
        });
    }

    private static List<Row> next(CsvRows rows) {
        List<Row> list = new ArrayList<>(LIST);
        while (rows.hasNext() && list.size() < LIST) {
            list.add(rows.next());
        }
        return list;
    }

    private static void skip(CsvRows rows, long count) {
        for (long i = 0; i < count && rows.hasNext(); i++) {
            rows.next();
        }
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("an import that runs has a shape and a mapping");
        }
        return value;
    }
}
