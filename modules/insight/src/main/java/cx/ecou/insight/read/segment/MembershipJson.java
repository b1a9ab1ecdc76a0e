package cx.ecou.insight.read.segment;

import com.fasterxml.jackson.annotation.JsonInclude;
import cx.ecou.segment.events.Finding;
import cx.ecou.segment.events.Rule;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rules and findings as the tables of this module keep them. */
final class MembershipJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private MembershipJson() {}

    static String write(Object ruleOrFindings) {
        return JSON.writeValueAsString(ruleOrFindings);
    }

    static Rule rule(String written) {
        return JSON.readValue(written, Rule.class);
    }

    static List<Finding> findings(String written) {
        return JSON.readValue(written, new TypeReference<>() {});
    }
}
