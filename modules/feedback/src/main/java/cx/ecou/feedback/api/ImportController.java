package cx.ecou.feedback.api;

import cx.ecou.feedback.write.imports.FeedbackImport;
import cx.ecou.feedback.write.imports.Imports;
import cx.ecou.feedback.write.imports.RejectedCsv;
import cx.ecou.feedback.write.imports.SavedMappings;
import cx.ecou.feedback.write.imports.Uploads;
import cx.ecou.feedback.write.imports.mapping.Mapping;
import cx.ecou.feedback.write.imports.mapping.MappingJson;
import cx.ecou.kernel.Actor;
import cx.ecou.webshell.access.RequiresScope;
import cx.ecou.webshell.audit.AuditTrail;
import cx.ecou.webshell.csv.Csv;
import cx.ecou.webshell.problems.InvalidInput;
import cx.ecou.webshell.problems.ListParameters;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The resource "imports" of the API. */
@RestController
@RequestMapping("/api/v1/imports")
@RequiresScope("import:write")
class ImportController {

    private static final String KIND = "import";

    private final Uploads uploads;
    private final Imports imports;
    private final SavedMappings mappings;
    private final RejectedCsv rejectedCsv;
    private final AuditTrail audit;

    ImportController(
            Uploads uploads, Imports imports, SavedMappings mappings, RejectedCsv rejectedCsv, AuditTrail audit) {
        this.uploads = uploads;
        this.imports = imports;
        this.mappings = mappings;
        this.rejectedCsv = rejectedCsv;
        this.audit = audit;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ImportAnswer> start(
            @RequestPart MultipartFile file, @RequestPart byte[] mapping, @AuthenticationPrincipal Actor by)
            throws IOException {
        Mapping stated = MappingJson.read(new String(mapping, StandardCharsets.UTF_8));
        UUID importId = store(file, stated, by);
        start(importId, stated);
        audit.changed(KIND, importId, "started");
        FeedbackImport started = imports.get(importId);
        mappings.keep(stated, started.header(), by);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + importId))
                .body(ImportAnswer.of(started));
    }

    private UUID store(MultipartFile file, Mapping mapping, Actor by) throws IOException {
        try (InputStream content = file.getInputStream()) {
            return uploads.store(
                    Objects.requireNonNullElse(file.getOriginalFilename(), ""), content, mapping.file(), by);
        }
    }

    private void start(UUID importId, Mapping mapping) {
        try {
            imports.start(importId, mapping);
        } catch (InvalidInput e) {
            imports.discard(importId);
            throw e;
        }
    }

    @GetMapping
    Listing list(@RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable UUID cursor) {
        ListParameters.checkLimit(limit);
        List<FeedbackImport> found = imports.newest(cursor, limit + 1);
        List<FeedbackImport> shown = found.subList(0, Math.min(limit, found.size()));
        return new Listing(
                shown.stream().map(ImportAnswer::of).toList(),
                found.size() > limit ? shown.get(limit - 1).importId() : null);
    }

    @GetMapping("/{importId}")
    ImportAnswer one(@PathVariable UUID importId) {
        return ImportAnswer.of(imports.get(importId));
    }

    @GetMapping("/{importId}/rejected")
    void rejected(@PathVariable UUID importId, HttpServletResponse response) {
        FeedbackImport imported = imports.get(importId);
        audit.exported(KIND, importId);
        try (Csv csv = Csv.download("rejected-" + importId + ".csv", response)) {
            rejectedCsv.write(imported, csv);
        }
    }

    @PostMapping("/{importId}/pausing")
    ImportAnswer pause(@PathVariable UUID importId) {
        imports.pause(importId);
        audit.changed(KIND, importId, "paused");
        return one(importId);
    }

    @PostMapping("/{importId}/resuming")
    ImportAnswer resume(@PathVariable UUID importId) {
        imports.resume(importId);
        audit.changed(KIND, importId, "resumed");
        return one(importId);
    }

    /** One page of imports. */
    record Listing(List<ImportAnswer> items, @Nullable UUID nextCursor) {}

    /** An import, and how far it has come. */
    record ImportAnswer(
            UUID importId,
            String status,
            @Nullable String stoppedBecause,
            String fileName,
            long bytes,
            @Nullable Written file,
            List<String> columns,
            long rows,
            long rowsRead,
            long accepted,
            long repeated,
            long rejected,
            String createdAt,
            @Nullable String startedAt,
            @Nullable String finishedAt) {

        static ImportAnswer of(FeedbackImport imported) {
            return new ImportAnswer(
                    imported.importId(),
                    imported.status().name(),
                    imported.stoppedBecause(),
                    imported.fileName(),
                    imported.bytes(),
                    Written.of(imported),
                    imported.header(),
                    imported.rows(),
                    imported.tally().read(),
                    imported.tally().accepted(),
                    imported.tally().repeated(),
                    imported.tally().rejected(),
                    imported.createdAt().toString(),
                    text(imported.startedAt()),
                    text(imported.finishedAt()));
        }

        private static @Nullable String text(@Nullable Object moment) {
            return moment == null ? null : moment.toString();
        }
    }

    /** How the file was found to be written. */
    record Written(String encoding, String delimiter, String quote) {

        static @Nullable Written of(FeedbackImport imported) {
            return imported.shape() == null
                    ? null
                    : new Written(
                            imported.shape().encoding().label(),
                            String.valueOf(imported.shape().delimiter()),
                            String.valueOf(imported.shape().quote()));
        }
    }
}
