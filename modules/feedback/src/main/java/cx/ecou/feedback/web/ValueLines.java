package cx.ecou.feedback.web;

import cx.ecou.feedback.write.imports.mapping.Mapping;
import cx.ecou.feedback.write.imports.mapping.Mapping.Origin;
import cx.ecou.feedback.write.imports.mapping.Mapping.ScoreColumn;
import cx.ecou.feedback.write.imports.mapping.Target;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What cells stand for, as somebody types it: {@code very satisfied = 5}, one a line. */
final class ValueLines {

    private ValueLines() {}

    static Map<String, String> read(String lines) {
        Map<String, String> values = new LinkedHashMap<>();
        lines.lines().forEach(line -> {
            int sign = line.lastIndexOf('=');
            if (sign > 0 && !line.substring(0, sign).isBlank()) {
                values.put(
                        line.substring(0, sign).strip(),
                        line.substring(sign + 1).strip());
            }
        });
        return values;
    }

    /** A cell without a number behind its sign leaves the score out. */
    static ScoreColumn score(ColumnsForm.Choice choice) {
        ScoreColumn score = choice.target().scoreOf(choice.column());
        Map<String, @Nullable BigDecimal> values = new LinkedHashMap<>();
        read(choice.values()).forEach((cell, value) -> values.put(cell, number(value)));
        return new ScoreColumn(score.column(), score.metric(), score.scale(), values);
    }

    static String of(Mapping mapping, Target target, String column) {
        if (target.isScore()) {
            return mapping.scores().stream()
                    .filter(score -> score.column().equals(column))
                    .findFirst()
                    .map(score -> written(score.values()))
                    .orElse("");
        }
        Origin origin = target.field().map(mapping::origin).orElse(null);
        return origin == null ? "" : written(origin.values());
    }

    private static String written(Map<String, ?> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + (entry.getValue() == null ? "" : entry.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static @Nullable BigDecimal number(String written) {
        return written.matches("\\d{1,3}([.,]\\d)?") ? new BigDecimal(written.replace(',', '.')) : null;
    }
}
