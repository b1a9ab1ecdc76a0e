package cx.ecou.actionplan.write.customercase;

import cx.ecou.actionplan.events.ContactChannel;
import cx.ecou.actionplan.events.Outcome;
import cx.ecou.actionplan.events.Priority;
import cx.ecou.actionplan.events.RootCause;
import cx.ecou.kernel.Colleague;
import cx.ecou.kernel.Colleagues;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.problems.FieldProblem;
import cx.ecou.webshell.problems.InvalidInput;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes commands of what people and programs write: the same checks for both, each problem named by its field. Every
 * method throws {@link InvalidInput} with all of them.
 */
@Component
public class CaseSteps {

    private static final Set<Role> MAY_OWN = Set.of(Role.ADMIN, Role.CX_MANAGER, Role.CX_AGENT);

    private final Colleagues colleagues;
    private final DueTimes dueTimes;
    private final Clock clock;

    CaseSteps(Colleagues colleagues, DueTimes dueTimes, Clock clock) {
        this.colleagues = colleagues;
        this.dueTimes = dueTimes;
        this.clock = clock;
    }

    /** Those to whom a case may be given, by name. */
    public List<Colleague> possibleOwners() {
        return colleagues.all().stream()
                .filter(colleague -> MAY_OWN.contains(colleague.role()))
                .toList();
    }

    public AssignCase assign(UUID caseId, @Nullable UUID owner, UUID by) {
        if (owner == null) {
            throw new InvalidInput(List.of(required("owner")));
        }
        if (possibleOwners().stream().noneMatch(colleague -> colleague.id().equals(owner))) {
            throw InvalidInput.of("owner", "unknown-colleague", "No colleague with this id can own a case.");
        }
        return new AssignCase(caseId, owner, by, now());
    }

    public RecordContact contact(UUID caseId, @Nullable ContactChannel channel, @Nullable String note, UUID by) {
        List<FieldProblem> problems = new ArrayList<>();
        if (channel == null) {
            problems.add(required("channel"));
        }
        String said = words("note", note, problems);
        if (channel == null || said == null) {
            throw new InvalidInput(problems);
        }
        return new RecordContact(caseId, channel, said, by, now());
    }

    public AddNote note(UUID caseId, @Nullable String text, UUID by) {
        List<FieldProblem> problems = new ArrayList<>();
        String written = words("text", text, problems);
        if (written == null) {
            throw new InvalidInput(problems);
        }
        return new AddNote(caseId, written, by, now());
    }

    /** The note is needed only for a cause that is not on the list. */
    public ResolveCase resolve(
            UUID caseId, @Nullable Outcome outcome, @Nullable RootCause rootCause, @Nullable String note, UUID by) {
        List<FieldProblem> problems = new ArrayList<>();
        if (outcome == null) {
            problems.add(required("outcome"));
        }
        if (rootCause == null) {
            problems.add(required("rootCause"));
        }
        boolean silent = note == null || note.isBlank();
        String written = silent && rootCause != RootCause.OTHER ? null : words("note", note, problems);
        if (outcome == null || rootCause == null || !problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new ResolveCase(caseId, outcome, rootCause, written, by, now());
    }

    /** @param priority of the case: it decides the new due time */
    public ReopenCase reopen(UUID caseId, Priority priority, @Nullable String reason, UUID by) {
        List<FieldProblem> problems = new ArrayList<>();
        String written = words("reason", reason, problems);
        if (written == null) {
            throw new InvalidInput(problems);
        }
        Instant now = now();
        return new ReopenCase(caseId, written, by, now, dueTimes.dueAt(priority, now));
    }

    public CloseCase close(UUID caseId, UUID by) {
        return new CloseCase(caseId, by, now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static @Nullable String words(String field, @Nullable String written, List<FieldProblem> problems) {
        if (written == null || written.isBlank()) {
            problems.add(required(field));
            return null;
        }
        String words = written.strip().replace("\r\n", "\n");
        if (words.length() > Words.LONGEST) {
            problems.add(new FieldProblem(field, "too-long", "At most " + Words.LONGEST + " characters are expected."));
            return null;
        }
        if (words.codePoints().anyMatch(CaseSteps::isUnprintable)) {
            problems.add(new FieldProblem(field, "control-character", "A character here cannot be shown."));
            return null;
        }
        return words;
    }

    private static boolean isUnprintable(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\t'
                || Character.getType(character) == Character.SURROGATE;
    }

    private static FieldProblem required(String field) {
        return new FieldProblem(field, "required", "This is required.");
    }
}
