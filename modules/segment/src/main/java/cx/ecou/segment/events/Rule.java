package cx.ecou.segment.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import cx.ecou.feedback.events.FeedbackKind;
import cx.ecou.kernel.Band;
import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Scale;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who belongs to a segment: a tree of groups, with conditions as its leaves. A condition on something that is not known is not
 * met, whatever it asks, except {@link Operator#UNKNOWN}. Where days are given, only what happened within so many days of 24
 * hours before the moment of asking counts.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Rule.Group.class, name = "GROUP"),
    @JsonSubTypes.Type(value = Rule.Profile.class, name = "PROFILE"),
    @JsonSubTypes.Type(value = Rule.Attribute.class, name = "ATTRIBUTE"),
    @JsonSubTypes.Type(value = Rule.Scored.class, name = "SCORE"),
    @JsonSubTypes.Type(value = Rule.Counted.class, name = "COUNT"),
    @JsonSubTypes.Type(value = Rule.Happened.class, name = "TIME")
})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public sealed interface Rule permits Rule.Group, Rule.Condition {

    /** All conditions, in the order in which they are written. */
    Stream<Condition> conditions();

    /** How many groups stand around the deepest condition. */
    int depth();

    /** How many of the rules of a group must be met. */
    enum Match {
        ALL,
        ANY,
        NONE
    }

    /** Several rules together. */
    record Group(Match match, List<Rule> rules) implements Rule {

        public Group {
            rules = List.copyOf(rules);
        }

        @Override
        public Stream<Condition> conditions() {
            return rules.stream().flatMap(Rule::conditions);
        }

        @Override
        public int depth() {
            return 1 + rules.stream().mapToInt(Rule::depth).max().orElse(0);
        }
    }

    /** One question to what is known of a customer. */
    sealed interface Condition extends Rule permits Profile, Attribute, Scored, Counted, Happened {

        @Override
        default Stream<Condition> conditions() {
            return Stream.of(this);
        }

        @Override
        default int depth() {
            return 0;
        }
    }

    /**
     * What the newest description says that says anything of the field; of addresses, numbers and cards, whether any source knows one.
     *
     * @param operator IS, IS_NOT, KNOWN or UNKNOWN
     * @param values what it is compared with; empty for the last two
     */
    record Profile(ProfileField field, Operator operator, List<String> values) implements Condition {

        public Profile {
            values = copy(values);
        }
    }

    /**
     * A further fact by its name, as the newest description says that has it.
     *
     * @param operator IS, IS_NOT, CONTAINS, AT_LEAST, AT_MOST, KNOWN or UNKNOWN
     * @param values what it is compared with, for the first three
     * @param number what it is compared with, for the next two; a value that is not written as a number is unknown to them
     */
    record Attribute(
            String name,
            Operator operator,
            List<String> values,
            @Nullable BigDecimal number) implements Condition {

        public Attribute {
            values = copy(values);
        }
    }

    /**
     * A score that the customer has given.
     *
     * @param operator AT_LEAST or AT_MOST a number, or IS a band
     * @param number within the scale
     * @param scale on which the number is meant: scores on another one do not count; null for NPS and for bands
     * @param band good news, neither or bad news, on any scale
     */
    record Scored(
            Metric metric,
            Pick pick,
            Operator operator,
            @Nullable BigDecimal number,
            @Nullable Scale scale,
            @Nullable Band band,
            @Nullable Integer days)
            implements Condition {}

    /**
     * How many pieces of feedback the customer has given.
     *
     * @param operator AT_LEAST or AT_MOST
     * @param feedback only of this kind
     * @param metric only with a score of it
     * @param band only with a score of the metric that is such news
     */
    record Counted(
            Operator operator,
            int number,
            @Nullable FeedbackKind feedback,
            @Nullable Metric metric,
            @Nullable Band band,
            @Nullable Integer days)
            implements Condition {}

    /**
     * How long ago something happened.
     *
     * @param operator WITHIN or BEFORE
     */
    record Happened(Moment moment, Operator operator, int days) implements Condition {}

    private static List<String> copy(@Nullable List<String> values) {
        return values == null ? List.of() : List.copyOf(values);
    }
}
