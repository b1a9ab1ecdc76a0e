package cx.ecou.segment.read.portrait;

import cx.ecou.segment.events.Finding;
import cx.ecou.segment.events.Rule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Asks which customers meet a rule. */
@Component
public class Portraits {

    public static final String PROCESSING_GROUP = "segment.portrait";

    /** Of more customers than these, a part is asked when somebody only wants to know how many there are. */
    static final int SAMPLE = 10_000;

    private static final String NIL = "00000000-0000-0000-0000-000000000000";

    private final JdbcTemplate jdbc;

    Portraits(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How many customers meet a rule.
     *
     * @param customers how many do
     * @param of how many there are
     * @param exact whether all were asked; else it is reckoned from a part, chosen by ids, which depend on nothing
     */
    public record Matching(long customers, long of, boolean exact) {}

    public Matching count(Rule rule, Instant now) {
        return count(rule, now, SAMPLE);
    }

    Matching count(Rule rule, Instant now, int sample) {
        long of = count(Sql.of("select count(*) from segment.portrait p where p.present"));
        Sql met = new RuleSql(now).met(rule).within(" and ", "");
        if (of <= sample) {
            return new Matching(
                    count(Sql.of("select count(*) from segment.portrait p where p.present")
                            .then(met)),
                    of,
                    true);
        }
        Sql some = Sql.of(
                "select count(*) from (select * from segment.portrait where present order by customer_id limit ?) p where true",
                sample);
        return new Matching(Math.round((double) count(some.then(met)) * of / sample), of, false);
    }

    /** Who of these customers meets a rule. */
    public Set<UUID> inside(Rule rule, Instant now, Collection<UUID> customers) {
        Sql question = Sql.of(
                        "select p.customer_id from segment.portrait p where p.present and p.customer_id = any (?)",
                        array(customers))
                .then(new RuleSql(now).met(rule).within(" and ", ""));
        return new HashSet<>(
                jdbc.queryForList(question.text(), UUID.class, question.values().toArray()));
    }

    /** What is found of each condition for these customers; nothing of those who are none any more. */
    public Map<UUID, List<Finding>> findings(Rule rule, Instant now, Collection<UUID> customers) {
        Sql question = new RuleSql(now)
                .findings(rule)
                .within(
                        "select p.customer_id, ",
                        " from segment.portrait p where p.present and p.customer_id = any (?)")
                .then(Sql.of("", array(customers)));
        Map<UUID, List<Finding>> found = new HashMap<>();
        int conditions = (int) rule.conditions().count();
        jdbc.query(
                question.text(),
                row -> {
                    found.put(row.getObject(1, UUID.class), findings(row, conditions));
                },
                question.values().toArray());
        return found;
    }

    private static List<Finding> findings(ResultSet row, int conditions) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        for (int number = 0; number < conditions; number++) {
            findings.add(new Finding(number, row.getBoolean(2 + 2 * number), row.getString(3 + 2 * number)));
        }
        return findings;
    }

    /** Some customers in the order of their ids, also those who are none any more. */
    public List<UUID> after(@Nullable UUID last, int most) {
        return jdbc.queryForList(
                "select customer_id from segment.portrait where customer_id > ? order by customer_id limit ?",
                UUID.class,
                begin(last),
                most);
    }

    /** Some customers, in the order of their ids, of whom something left a window between two moments. */
    public List<UUID> leaving(Window window, Instant from, Instant to, @Nullable UUID last, int most) {
        String question = switch (window.moment()) {
            case LAST_FEEDBACK -> """
                    select distinct a.customer_id from segment.voice v join segment.acquaintance a on a.subject_id = v.subject_id
                     where v.occurred_at > ? and v.occurred_at <= ? and a.customer_id > ?
                     order by a.customer_id limit ?""";
            case LAST_SEEN -> leaving("last_seen", "last_seen_at");
            case FIRST_SEEN -> leaving("portrait", "first_seen_at");
        };
        return jdbc.queryForList(
                question, UUID.class, ago(from, window.days()), ago(to, window.days()), begin(last), most);
    }

    private static String leaving(String table, String column) {
        return "select customer_id from segment.%1$s where %2$s > ? and %2$s <= ? and customer_id > ? order by customer_id limit ?"
                .formatted(table, column);
    }

    private static UUID begin(@Nullable UUID last) {
        return last == null ? UUID.fromString(NIL) : last;
    }

    private static OffsetDateTime ago(Instant moment, int days) {
        return moment.minus(days, ChronoUnit.DAYS).atOffset(ZoneOffset.UTC);
    }

    private static Object array(Collection<UUID> customers) {
        return customers.toArray(UUID[]::new);
    }

    private long count(Sql question) {
        Long count = jdbc.queryForObject(
                question.text(), Long.class, question.values().toArray());
        return count == null ? 0 : count;
    }
}
