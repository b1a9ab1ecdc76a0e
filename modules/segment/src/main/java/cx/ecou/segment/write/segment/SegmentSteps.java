package cx.ecou.segment.write.segment;

import cx.ecou.kernel.Ids;
import cx.ecou.segment.events.Rule;
import cx.ecou.webshell.problems.FieldChecks;
import cx.ecou.webshell.problems.InvalidInput;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Makes commands of what people and programs write: the same checks for both, each problem named by its field. Every method throws
 * {@link InvalidInput} with all of them.
 */
@Component
public class SegmentSteps {

    public static final int LONGEST_NAME = 100;

    private final Clock clock;

    SegmentSteps(Clock clock) {
        this.clock = clock;
    }

    /** The segment that a request of somebody defines: the same one whenever it is repeated. */
    public static UUID idOf(UUID by, String request) {
        return Ids.derived("segment", by.toString(), request);
    }

    /** @param kept how many others are kept */
    public DefineSegment define(UUID segmentId, @Nullable String name, @Nullable JsonNode rule, UUID by, int kept) {
        Written written = written(name, rule, new FieldChecks(List.of()));
        return new DefineSegment(segmentId, written.name(), written.rule(), by, now(), kept);
    }

    /** @param revision that was looked at */
    public RedefineSegment redefine(
            UUID segmentId, @Nullable Integer revision, @Nullable String name, @Nullable JsonNode rule, UUID by) {
        var checks = new FieldChecks(List.of());
        if (revision == null) {
            checks.missing("revision");
        }
        Written written = written(name, rule, checks);
        return new RedefineSegment(
                segmentId, Objects.requireNonNull(revision), written.name(), written.rule(), by, now());
    }

    public CloseSegment close(UUID segmentId, UUID by) {
        return new CloseSegment(segmentId, by, now());
    }

    /** A rule alone, to see who would meet it. */
    public Rule rule(@Nullable JsonNode written) {
        var checks = new FieldChecks(List.of());
        Rule rule = new RuleReader(checks).read("rule", written);
        checks.insist();
        return Objects.requireNonNull(rule);
    }

    private static Written written(@Nullable String name, @Nullable JsonNode written, FieldChecks checks) {
        String sound = checks.key("name", name, LONGEST_NAME);
        if (sound == null) {
            checks.missing("name");
        }
        Rule rule = new RuleReader(checks).read("rule", written);
        checks.insist();
        return new Written(Objects.requireNonNull(sound), Objects.requireNonNull(rule));
    }

    private record Written(String name, Rule rule) {}

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
