package cx.ecou.segment.read.portrait;

import cx.ecou.kernel.Metric;
import cx.ecou.segment.events.Moment;
import cx.ecou.segment.events.Operator;
import cx.ecou.segment.events.ProfileField;
import cx.ecou.segment.events.Rule;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Single conditions as SQL on {@code segment.portrait p}: whether they are met, and what is found. */
final class ConditionSql {

    private static final String LAST_SEEN =
            "(select last_seen_at from segment.last_seen seen where seen.customer_id = p.customer_id)";
    private static final Sql NOTHING = Sql.of("null::text");
    private static final String VOICES = """
            from segment.acquaintance a join segment.voice v on v.subject_id = a.subject_id
             where a.customer_id = p.customer_id""";

    private final Instant now;

    ConditionSql(Instant now) {
        this.now = now;
    }

    /** A condition; null where it asks for something that is not known. */
    Sql met(Rule.Condition condition) {
        if (condition instanceof Rule.Profile profile) {
            return profile(profile);
        }
        if (condition instanceof Rule.Attribute attribute) {
            return attribute(attribute);
        }
        if (condition instanceof Rule.Scored scored) {
            return scored(scored);
        }
        if (condition instanceof Rule.Counted counted) {
            return compared(count(counted), counted.operator(), counted.number());
        }
        return happened((Rule.Happened) condition);
    }

    /** What decides it, as a text that says nothing personal: a number, a moment or a band; null where there is no such thing. */
    Sql found(Rule.Condition condition) {
        if (condition instanceof Rule.Scored scored) {
            Sql score = score(scored);
            return scored.band() == null
                    ? score.within("trim_scale(round(", "::numeric, 2))::text")
                    : score.within("(array['NEGATIVE', 'NEUTRAL', 'POSITIVE'])[", " + 2]");
        }
        if (condition instanceof Rule.Counted counted) {
            return count(counted).within("", "::text");
        }
        return condition instanceof Rule.Happened happened
                ? moment(happened.moment()).within("to_char(", " at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')")
                : NOTHING;
    }

    private static Sql profile(Rule.Profile profile) {
        ProfileField field = profile.field();
        String column = column(field);
        if (!field.isCompared()) {
            return Sql.of(profile.operator() == Operator.KNOWN ? column : "not " + column);
        }
        // A language is also that of its regions.
        String compared = field == ProfileField.LANGUAGE
                ? "(lower(p.language) = lower(asked) or starts_with(lower(p.language), lower(asked) || '-'))"
                : "lower(" + column + ") = lower(asked)";
        return compared(Sql.of(column), compared, profile.operator(), profile.values());
    }

    private static String column(ProfileField field) {
        return switch (field) {
            case LANGUAGE -> "p.language";
            case TIME_ZONE -> "p.time_zone";
            case ACCOUNT -> "p.account";
            case ROLE -> "p.role";
            case EMAIL -> "p.has_email";
            case PHONE -> "p.has_phone";
            case LOYALTY_CARD -> "p.has_card";
        };
    }

    private static Sql attribute(Rule.Attribute attribute) {
        Sql value = Sql.of("(p.attributes ->> ?)", attribute.name());
        if (attribute.number() != null) {
            return compared(value.within("segment.number_in", ""), attribute.operator(), attribute.number());
        }
        String how = attribute.operator() == Operator.CONTAINS
                ? "strpos(lower(fact), lower(asked)) > 0"
                : "lower(fact) = lower(asked)";
        return compared(value, how, attribute.operator(), attribute.values());
    }

    /** A text with some values; in {@code how} it is called {@code fact}, and each of them {@code asked}. */
    private static Sql compared(Sql text, String how, Operator operator, List<String> values) {
        if (operator == Operator.KNOWN || operator == Operator.UNKNOWN) {
            return text.within("", operator == Operator.KNOWN ? " is not null" : " is null");
        }
        Sql some = text.within("exists (select 1 from (select ", " as fact) known")
                .then(Sql.of(
                        " cross join unnest(?) as asked where " + how + ")", (Object) values.toArray(String[]::new)));
        return text.within("case when ", " is not null then ")
                .then(some.within(operator == Operator.IS_NOT ? "not " : "", " end"));
    }

    private static Sql compared(Sql number, Operator operator, Number asked) {
        return number.then(Sql.of(operator == Operator.AT_LEAST ? " >= ?" : " <= ?", asked));
    }

    private Sql scored(Rule.Scored scored) {
        return scored.band() == null
                ? compared(
                        score(scored).within("", "::numeric"),
                        scored.operator(),
                        Objects.requireNonNull(scored.number()))
                : score(scored).then(Sql.of(" = ?", Bands.number(scored.band())));
    }

    private Sql score(Rule.Scored scored) {
        String column = column(scored.metric()) + (scored.band() == null ? "" : "_band");
        List<Sql> conditions = new ArrayList<>(List.of(Sql.of(VOICES), Sql.of(column + " is not null")));
        if (scored.scale() != null && scored.metric() != Metric.NPS) {
            conditions.add(Sql.of(
                    column(scored.metric()) + "_scale = ?", scored.scale().toString()));
        }
        addWindow(conditions, scored.days());
        Sql voices = Sql.joined(" and ", conditions);
        return switch (scored.pick()) {
            case LATEST ->
                voices.within("(select " + column + " ", " order by v.occurred_at desc, v.feedback_id desc limit 1)");
            case WORST -> voices.within("(select min(" + column + ") ", ")");
            case BEST -> voices.within("(select max(" + column + ") ", ")");
            case AVERAGE -> voices.within("(select avg(" + column + "::numeric) ", ")");
        };
    }

    private Sql count(Rule.Counted counted) {
        List<Sql> conditions = new ArrayList<>(List.of(Sql.of(VOICES)));
        if (counted.feedback() != null) {
            conditions.add(Sql.of("v.kind = ?", counted.feedback().name()));
        }
        if (counted.metric() != null) {
            conditions.add(
                    counted.band() == null
                            ? Sql.of(column(counted.metric()) + " is not null")
                            : Sql.of(column(counted.metric()) + "_band = ?", Bands.number(counted.band())));
        }
        addWindow(conditions, counted.days());
        return Sql.joined(" and ", conditions).within("(select count(*) ", ")");
    }

    private void addWindow(List<Sql> conditions, @Nullable Integer days) {
        if (days != null) {
            conditions.add(Sql.of("v.occurred_at > ?", ago(days)));
        }
    }

    private Sql happened(Rule.Happened happened) {
        return moment(happened.moment())
                .then(Sql.of(happened.operator() == Operator.WITHIN ? " > ?" : " <= ?", ago(happened.days())));
    }

    private static Sql moment(Moment moment) {
        return switch (moment) {
            case LAST_FEEDBACK -> Sql.of("(select max(v.occurred_at) " + VOICES + ")");
            case LAST_SEEN -> Sql.of(LAST_SEEN);
            case FIRST_SEEN -> Sql.of("p.first_seen_at");
        };
    }

    private static String column(Metric metric) {
        return "v." + metric.name().toLowerCase(Locale.ROOT);
    }

    private OffsetDateTime ago(int days) {
        return now.minus(days, ChronoUnit.DAYS).atOffset(ZoneOffset.UTC);
    }
}
