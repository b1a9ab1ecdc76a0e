package cx.ecou.segment.read.segments;

import com.fasterxml.jackson.annotation.JsonInclude;
import cx.ecou.segment.events.Finding;
import cx.ecou.segment.events.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rules and findings as the tables keep them. */
final class SegmentJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

    private SegmentJson() {}

    static String write(Rule rule) {
        return JSON.writeValueAsString(rule);
    }

    static String write(List<Finding> findings) {
        return JSON.writeValueAsString(findings);
    }

    static Rule rule(String written) {
        return JSON.readValue(written, Rule.class);
    }

    static List<Finding> findings(@Nullable String written) {
        return written == null ? List.of() : JSON.readValue(written, FINDINGS);
    }
}
