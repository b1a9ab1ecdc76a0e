package cx.ecou.segment.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in the reader's language why somebody belongs to a segment, for pages of modules above. A bean. */
public interface MembershipWords {

    /** What made somebody enter or leave; null for the end of the segment itself. */
    String because(@Nullable MembershipCause cause);

    /** What was found of a rule, as far as it was met: "Latest NPS: 3". */
    List<String> findings(Rule rule, List<Finding> findings);
}
