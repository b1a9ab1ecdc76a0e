package cx.ecou.feedback.write.imports;

import cx.ecou.feedback.write.imports.file.FileContent;
import cx.ecou.feedback.write.imports.file.FileShape;
import cx.ecou.feedback.write.imports.file.FileTable;
import cx.ecou.feedback.write.imports.file.Row;
import cx.ecou.feedback.write.imports.mapping.Mapping;
import cx.ecou.feedback.write.imports.mapping.MappingCheck;
import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.webshell.problems.InvalidInput;
import cx.ecou.webshell.problems.NotFound;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The life of an import after its file is here: check, start, pause, resume, discard. */
@Component
public class Imports {

    private final ImportTable imports;
    private final Chunks chunks;
    private final RejectedRows rejected;
    private final ImportTasks tasks;

    Imports(ImportTable imports, Chunks chunks, RejectedRows rejected, ImportTasks tasks) {
        this.imports = imports;
        this.chunks = chunks;
        this.rejected = rejected;
        this.tasks = tasks;
    }

    /** @throws NotFound when there is none with this id */
    public FeedbackImport get(UUID importId) {
        return imports.find(importId).orElseThrow(() -> new NotFound("import"));
    }

    /**
     * Imports, newest first.
     *
     * @param after the last one seen; null for the beginning
     */
    public List<FeedbackImport> newest(@Nullable UUID after, int limit) {
        return imports.newest(after, limit);
    }

    /** The first rows of a file that is still here. */
    public List<Row> firstRows(FeedbackImport imported, int most) {
        FileShape shape = imported.shape();
        return shape == null ? List.of() : FileTable.firstRows(content(imported.importId()), shape, most);
    }

    /**
     * Looks at every row without recording any.
     *
     * @throws InvalidInput when the mapping does not fit the file
     */
    @Transactional
    public void check(UUID importId, Mapping mapping) {
        begin(importId, mapping, ImportStatus.CHECKING);
    }

    /**
     * Records the rows, from the first on.
     *
     * @throws InvalidInput when the mapping does not fit the file
     */
    @Transactional
    public void start(UUID importId, Mapping mapping) {
        begin(importId, mapping, ImportStatus.RUNNING);
    }

    private void begin(UUID importId, Mapping mapping, ImportStatus pass) {
        MappingCheck.require(mapping, get(importId).header());
        boolean begun = imports.begin(
                importId, mapping, pass, List.of(ImportStatus.UPLOADED, ImportStatus.CHECKING, ImportStatus.CHECKED));
        require(begun, "import.already-started");
        rejected.delete(importId);
        tasks.run(importId);
    }

    /** Halts an import after the rows that are being recorded. */
    @Transactional
    public void pause(UUID importId) {
        get(importId);
        require(imports.move(importId, ImportStatus.PAUSED, ImportStatus.RUNNING), "import.not-running");
    }

    /** Goes on after a pause, or after something stopped it, with the next row. */
    @Transactional
    public void resume(UUID importId) {
        get(importId);
        require(
                imports.move(importId, ImportStatus.RUNNING, ImportStatus.PAUSED, ImportStatus.STOPPED),
                "import.not-halted");
        tasks.run(importId);
    }

    /** Takes an import away that has recorded nothing, with its file. */
    @Transactional
    public void discard(UUID importId) {
        get(importId);
        require(imports.deleteUnlessBegun(importId), "import.already-started");
    }

    FileContent content(UUID importId) {
        return chunks.of(importId);
    }

    private static void require(boolean done, String rule) {
        if (!done) {
            throw new DomainRuleViolation(rule);
        }
    }
}
