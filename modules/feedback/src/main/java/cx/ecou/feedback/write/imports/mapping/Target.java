package cx.ecou.feedback.write.imports.mapping;

import cx.ecou.feedback.write.imports.mapping.Mapping.ScoreColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What one column becomes, as one word: a field's path, a score ({@code NPS}, {@code CSAT 1-5}), {@code attribute}, or
 * empty when it is left out.
 */
public record Target(String code) {

    public static final Target NONE = new Target("");
    public static final Target ATTRIBUTE = new Target("attribute");
    public static final Target NPS = new Target("NPS");

    private static final List<Target> SCORES = List.of(
            NPS,
            score("CSAT", "1-5"),
            score("CSAT", "1-7"),
            score("CSAT", "1-10"),
            score("CSAT", "1-4"),
            score("CSAT", "0-100"),
            score("CES", "1-7"),
            score("CES", "1-5"));

    /** All that a page offers, in the order in which it does. */
    public static List<Target> offered() {
        List<Target> offered = new ArrayList<>(List.of(NONE));
        offered.addAll(SCORES);
        Arrays.stream(MappedField.values()).map(Target::of).forEach(offered::add);
        offered.add(ATTRIBUTE);
        return offered;
    }

    public static Target of(MappedField field) {
        return new Target(field.path());
    }

    public static Target score(String metric, String scale) {
        return new Target(metric + " " + scale);
    }

    static Target of(ScoreColumn score) {
        return score.scale() == null || score.metric().equals("NPS") ? NPS : score(score.metric(), score.scale());
    }

    /** What a mapping makes of a column. */
    public static Target in(Mapping mapping, String column) {
        for (MappedField field : MappedField.values()) {
            Mapping.Origin origin = mapping.origin(field);
            if (origin != null && origin.columns().contains(column)) {
                return of(field);
            }
        }
        if (mapping.attributes().containsValue(column)) {
            return ATTRIBUTE;
        }
        return mapping.scores().stream()
                .filter(score -> score.column().equals(column))
                .findFirst()
                .map(Target::of)
                .orElse(NONE);
    }

    public Optional<MappedField> field() {
        return MappedField.withPath(code);
    }

    public boolean isScore() {
        return code.equals("NPS") || code.startsWith("CSAT ") || code.startsWith("CES ");
    }

    /** The score that a column becomes; only where {@link #isScore()}. */
    public ScoreColumn scoreOf(String column) {
        int end = code.indexOf(' ');
        return end < 0
                ? ScoreColumn.of(column, code, null)
                : ScoreColumn.of(column, code.substring(0, end), code.substring(end + 1));
    }
}
