package cx.ecou.segment.web;

import cx.ecou.kernel.Instants;
import cx.ecou.segment.events.Finding;
import cx.ecou.segment.events.MembershipCause;
import cx.ecou.segment.events.MembershipWords;
import cx.ecou.segment.events.Operator;
import cx.ecou.segment.events.Rule;
import cx.ecou.webshell.format.Format;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says conditions and what was found of them in the reader's language, as {@code @segmentWords} in a template. */
@Component
class SegmentWords implements MembershipWords {

    private final MessageSource texts;
    private final Format format;

    SegmentWords(MessageSource texts, Format format) {
        this.texts = texts;
        this.format = format;
    }

    /** Whether a rule is a group; else it is a condition. */
    public boolean isGroup(Rule rule) {
        return rule instanceof Rule.Group;
    }

    /** What a condition asks for: "Latest NPS: 6 or less, in the last 90 days". */
    public String of(Rule.Condition condition) {
        return about(condition) + ": " + asked(condition) + window(condition);
    }

    @Override
    public String because(@Nullable MembershipCause cause) {
        return text("segment.cause." + (cause == null ? "CLOSED" : cause));
    }

    @Override
    public List<String> findings(Rule rule, List<Finding> findings) {
        List<Rule.Condition> conditions = rule.conditions().toList();
        return findings.stream()
                .filter(Finding::met)
                .map(finding -> {
                    Rule.Condition condition = conditions.get(finding.condition());
                    String value = finding.value();
                    return value == null ? of(condition) : about(condition) + ": " + found(condition, value);
                })
                .toList();
    }

    private String found(Rule.Condition condition, String value) {
        if (condition instanceof Rule.Happened) {
            return format.date(Instants.parse(value));
        }
        return condition instanceof Rule.Scored scored && scored.band() != null
                ? text("segment.operator." + value)
                : number(new BigDecimal(value));
    }

    private String about(Rule.Condition condition) {
        if (condition instanceof Rule.Scored scored) {
            String metric = scored.scale() == null
                    ? scored.metric().name()
                    : text(
                            "segment.on-scale",
                            scored.metric().name(),
                            scored.scale().toString());
            return text("segment.pick." + scored.pick(), metric);
        }
        if (condition instanceof Rule.Attribute attribute) {
            return "“" + attribute.name() + "”";
        }
        return condition instanceof Rule.Counted counted
                ? counted(counted)
                : text("segment.about." + Question.of(condition));
    }

    private String counted(Rule.Counted counted) {
        String what =
                text(counted.feedback() == null ? "segment.about.COUNT" : "segment.feedback." + counted.feedback());
        if (counted.metric() == null) {
            return what;
        }
        String score = counted.metric().name()
                + (counted.band() == null ? "" : " " + text("segment.operator." + counted.band()));
        return text("segment.with-score", what, score);
    }

    private String asked(Rule.Condition condition) {
        if (condition instanceof Rule.Scored scored) {
            return scored.band() == null
                    ? compared(scored.operator(), scored.number())
                    : text("segment.operator." + scored.band());
        }
        if (condition instanceof Rule.Counted counted) {
            return compared(counted.operator(), BigDecimal.valueOf(counted.number()));
        }
        if (condition instanceof Rule.Happened happened) {
            return text("segment.ago." + happened.operator(), happened.days());
        }
        if (condition instanceof Rule.Attribute attribute) {
            return attribute.number() == null
                    ? compared(attribute.operator(), attribute.values())
                    : compared(attribute.operator(), attribute.number());
        }
        Rule.Profile profile = (Rule.Profile) condition;
        return compared(profile.operator(), profile.values());
    }

    private String compared(Operator operator, @Nullable BigDecimal number) {
        return text("segment.compared." + operator, number == null ? "" : number(number));
    }

    private String compared(Operator operator, List<String> values) {
        return values.isEmpty()
                ? text("segment.operator." + operator)
                : text("segment.operator." + operator) + " "
                        + values.stream().collect(Collectors.joining(" " + text("segment.or") + " "));
    }

    private String window(Rule.Condition condition) {
        Integer days = condition instanceof Rule.Scored scored
                ? scored.days()
                : condition instanceof Rule.Counted counted ? counted.days() : null;
        return days == null ? "" : ", " + text("segment.in-the-last", days);
    }

    private String number(BigDecimal number) {
        return format.number(number, Math.max(0, number.stripTrailingZeros().scale()));
    }

    private String text(String key, Object... values) {
        Locale locale = LocaleContextHolder.getLocale();
        return texts.getMessage(key, values, locale);
    }
}
