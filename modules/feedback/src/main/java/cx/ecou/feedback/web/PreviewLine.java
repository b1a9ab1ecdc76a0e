package cx.ecou.feedback.web;

import cx.ecou.feedback.write.imports.Previews.Preview;
import cx.ecou.feedback.write.imports.mapping.MappedField;
import cx.ecou.feedback.write.intake.NewFeedback;
import cx.ecou.feedback.write.intake.NewFeedback.NewScore;
import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Scale;
import cx.ecou.kernel.Score;
import cx.ecou.webshell.problems.FieldProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row as it will be recorded.
 *
 * @param scores those that are sound
 * @param rest problems of what has no place in the table
 */
record PreviewLine(
        long number,
        @Nullable Instant occurredAt,
        List<Score> scores,
        @Nullable String comment,
        @Nullable String language,
        List<String> others,
        List<Fault> badMoment,
        List<Fault> badScores,
        List<Fault> badComment,
        List<Fault> rest) {

    /** Fields that have a column of their own only where they are mapped. */
    static final List<MappedField> OTHERS = List.of(
            MappedField.TOUCHPOINT,
            MappedField.CHANNEL,
            MappedField.PRODUCT,
            MappedField.REGION,
            MappedField.SEGMENT,
            MappedField.CUSTOMER_EMAIL,
            MappedField.CUSTOMER_NAME,
            MappedField.CUSTOMER_REF);

    /**
     * What is wrong, and with which cell.
     *
     * @param scale on which a score does not lie; null for everything else
     */
    record Fault(
            String cell, FieldProblem problem, @Nullable Scale scale) {}

    static PreviewLine of(Preview preview, List<MappedField> others) {
        NewFeedback feedback = preview.feedback();
        return new PreviewLine(
                preview.row().number(),
                moment(feedback.occurredAt()),
                feedback.scores().stream().flatMap(PreviewLine::sound).toList(),
                feedback.comment(),
                feedback.language(),
                others.stream().map(field -> shown(feedback, field)).toList(),
                faults(preview, field -> field.equals("occurredAt")),
                faults(preview, field -> field.startsWith("scores")),
                faults(preview, field -> field.equals("comment")),
                faults(
                        preview,
                        field -> !field.equals("occurredAt")
                                && !field.startsWith("scores")
                                && !field.equals("comment")));
    }

    private static List<Fault> faults(Preview preview, Predicate<String> where) {
        List<Fault> faults = new ArrayList<>();
        preview.problems().stream()
                .filter(problem -> where.test(problem.field()))
                .forEach(problem -> faults.add(
                        new Fault(clipped(preview.cellOf(problem)), problem, scale(preview.feedback(), problem))));
        return faults;
    }

    private static @Nullable Scale scale(NewFeedback feedback, FieldProblem problem) {
        if (!problem.code().equals("off-scale")) {
            return null;
        }
        int place = Integer.parseInt(problem.field().replaceAll("\\D", ""));
        String scale = feedback.scores().get(place).scale();
        return scale == null ? Scale.NPS : Scale.of(scale);
    }

    private static @Nullable Instant moment(@Nullable String occurredAt) {
        return occurredAt == null ? null : Instant.parse(occurredAt);
    }

    private static Stream<Score> sound(NewScore score) {
        try {
            return score.value() == null || score.metric() == null
                    ? Stream.empty()
                    : Stream.of(new Score(
                            Metric.valueOf(score.metric()),
                            score.value(),
                            score.scale() == null ? Scale.NPS : Scale.of(score.scale())));
        } catch (IllegalArgumentException e) {
            return Stream.empty(); // it stands among the faults
        }
    }

    private static String shown(NewFeedback feedback, MappedField field) {
        String value = switch (field) {
            case TOUCHPOINT -> feedback.touchpoint();
            case CHANNEL -> feedback.channel();
            case PRODUCT -> feedback.product();
            case REGION -> feedback.region();
            case SEGMENT -> feedback.segment();
            case CUSTOMER_EMAIL -> feedback.customerEmail() == null ? null : Masked.emails(feedback.customerEmail());
            case CUSTOMER_NAME -> feedback.customerName() == null ? null : Masked.name(feedback.customerName());
            case CUSTOMER_REF -> feedback.customerRef();
            default -> null;
        };
        return value == null ? "" : value;
    }

    private static String clipped(String cell) {
        String masked = Masked.emails(cell);
        return masked.length() > 30 ? masked.substring(0, 30) + "…" : masked;
    }
}
