package cx.ecou.feedback.write.imports;

import cx.ecou.feedback.write.imports.file.EncodingVote;
import cx.ecou.feedback.write.imports.file.FileContent;
import cx.ecou.feedback.write.imports.file.FileShape;
import cx.ecou.feedback.write.imports.file.FileTable;
import cx.ecou.feedback.write.imports.file.TextEncoding;
import cx.ecou.feedback.write.imports.mapping.Mapping.Written;
import cx.ecou.kernel.Actor;
import cx.ecou.kernel.Ids;
import cx.ecou.webshell.problems.InvalidInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Takes files in. A file that is refused leaves nothing behind. */
@Component
public class Uploads {

    private static final int LONGEST_NAME = 200;

    private final ImportTable imports;
    private final Chunks chunks;
    private final ImportTasks tasks;
    private final long limit;

    Uploads(
            ImportTable imports,
            Chunks chunks,
            ImportTasks tasks,
            @Value("${ecou.feedback.largest-import:200MB}") DataSize limit) {
        this.imports = imports;
        this.chunks = chunks;
        this.tasks = tasks;
        this.limit = limit.toBytes();
    }

    /**
     * Stores a file and finds out how it is written.
     *
     * @param fileName as the sender calls it; only shown
     * @param written what the sender states about it, if anything
     * @return the id of the import that it now is; without a mapping it is forgotten after a day
     * @throws InvalidInput when it is no table that can be read
     * @throws MaxUploadSizeExceededException when it is too large
     */
    public UUID store(String fileName, InputStream file, @Nullable Written written, Actor by) throws IOException {
        UUID importId = Ids.next();
        imports.insert(importId, shown(fileName), by.name());
        try {
            EncodingVote vote = copy(importId, file);
            imports.describe(importId, vote.bytes(), table(chunks.of(importId), vote, written));
        } catch (IOException | RuntimeException e) {
            imports.delete(importId);
            throw e;
        }
        tasks.forgetUnlessUsed(importId);
        return importId;
    }

    private EncodingVote copy(UUID importId, InputStream file) throws IOException {
        var vote = new EncodingVote();
        byte[] piece = file.readNBytes(Chunks.SIZE);
        for (int number = 0; piece.length > 0; number++) {
            vote.add(piece, piece.length);
            if (vote.bytes() > limit) {
                throw new MaxUploadSizeExceededException(limit);
            }
            chunks.add(importId, number, piece);
            piece = file.readNBytes(Chunks.SIZE);
        }
        if (vote.bytes() == 0) {
            throw InvalidInput.of("file", "empty-file", "The file is empty.");
        }
        return vote;
    }

    private static FileTable table(FileContent content, EncodingVote vote, @Nullable Written written) {
        FileShape guessed = FileTable.guess(content, encoding(vote, written));
        if (written == null) {
            return FileTable.read(content, guessed);
        }
        return FileTable.read(
                content,
                new FileShape(
                        guessed.encoding(),
                        character("delimiter", written.delimiter(), guessed.delimiter()),
                        character("quote", written.quote(), guessed.quote())));
    }

    private static TextEncoding encoding(EncodingVote vote, @Nullable Written written) {
        if (written != null && written.encoding() != null) {
            return TextEncoding.labelled(written.encoding())
                    .orElseThrow(() -> InvalidInput.of(
                            "mapping.file.encoding",
                            "unknown-encoding",
                            "An encoding is one of UTF-8, UTF-16LE, UTF-16BE, windows-1250, ISO-8859-2."));
        }
        return vote.decide()
                .orElseThrow(() -> InvalidInput.of("file", "not-text", "The file is no text, so it cannot be CSV."));
    }

    private static char character(String member, @Nullable String stated, char guessed) {
        if (stated == null) {
            return guessed;
        }
        if (stated.length() != 1 || Character.isLetterOrDigit(stated.charAt(0)) || "\n\r ".contains(stated)) {
            throw InvalidInput.of(
                    "mapping.file." + member, "not-a-mark", "State one character that is neither letter nor digit.");
        }
        return stated.charAt(0);
    }

    /** Without folders and control characters: it is only shown. */
    private static String shown(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cs}]", "")
                .strip();
        return name.isEmpty() ? "file.csv" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }
}
