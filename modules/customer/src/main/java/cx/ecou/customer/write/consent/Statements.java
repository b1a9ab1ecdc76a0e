package cx.ecou.customer.write.consent;

import cx.ecou.customer.events.Channel;
import cx.ecou.customer.events.MessagePeriod;
import cx.ecou.customer.events.Purpose;
import cx.ecou.customer.events.StatementSource;
import cx.ecou.customer.write.person.Whole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that customers have said, each statement once; nothing is changed or deleted here. */
@Component
class Statements {

    private final JdbcClient jdbc;

    Statements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest statement on each topic counts; of two at one moment, the withdrawal. */
    Standing standing(Whole whole) {
        List<ConsentStatement> consents =
                jdbc.sql("""
                        select distinct on (purpose, channel) * from customer.consent
                         where customer_id = any (?) order by purpose, channel, stated_at desc, given
                        """).param(whole.ids()).query((row, n) -> consent(row)).list();
        return new Standing(consents, preference(whole));
    }

    /** The latest statement counts; of two at one moment, the one that wants no messages. */
    private @Nullable PreferenceStatement preference(Whole whole) {
        return jdbc.sql("""
                        select * from customer.preference
                         where customer_id = any (?) order by stated_at desc, no_messages desc, customer_id limit 1
                        """).param(whole.ids()).query((row, n) -> statedPreference(row)).list().stream()
                .findFirst()
                .orElse(null);
    }

    /** @return false when exactly that has been said before */
    boolean add(UUID customerId, ConsentStatement statement) {
        return jdbc.sql("""
                        insert into customer.consent (customer_id, purpose, channel, stated_at, given, text_version, source)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                        .param(customerId)
                        .param(statement.topic().purpose().name())
                        .param(statement.topic().channel().name())
                        .param(utc(statement.at()))
                        .param(statement.given())
                        .param(statement.textVersion())
                        .param(statement.source().name())
                        .update()
                == 1;
    }

    /** What stands in the place that a statement would take. */
    ConsentStatement inPlaceOf(UUID customerId, ConsentStatement statement) {
        return jdbc.sql("""
                        select * from customer.consent
                         where customer_id = ? and purpose = ? and channel = ? and stated_at = ? and given = ?
                        """)
                .param(customerId)
                .param(statement.topic().purpose().name())
                .param(statement.topic().channel().name())
                .param(utc(statement.at()))
                .param(statement.given())
                .query((row, n) -> consent(row))
                .single();
    }

    /** @return false when something has been said at that moment before */
    boolean add(UUID customerId, PreferenceStatement statement) {
        Preferences wanted = statement.preferences();
        MessageLimit atMost = wanted.atMost();
        Channel preferred = wanted.preferredChannel();
        return jdbc.sql("""
                        insert into customer.preference (customer_id, stated_at, no_messages, paused_until, max_messages, period,
                          preferred_channel, source)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                        .param(customerId)
                        .param(utc(statement.at()))
                        .param(wanted.noMessages())
                        .param(wanted.pausedUntil())
                        .param(atMost == null ? null : atMost.messages())
                        .param(atMost == null ? null : atMost.period().name())
                        .param(preferred == null ? null : preferred.name())
                        .param(statement.source().name())
                        .update()
                == 1;
    }

    /** What stands in the place that a statement would take. */
    PreferenceStatement inPlaceOf(UUID customerId, PreferenceStatement statement) {
        return jdbc.sql("select * from customer.preference where customer_id = ? and stated_at = ?")
                .param(customerId)
                .param(utc(statement.at()))
                .query((row, n) -> statedPreference(row))
                .single();
    }

    private static ConsentStatement consent(ResultSet row) throws SQLException {
        var topic = new Topic(Purpose.valueOf(row.getString("purpose")), Channel.valueOf(row.getString("channel")));
        return new ConsentStatement(
                topic, row.getBoolean("given"), row.getString("text_version"), source(row), statedAt(row));
    }

    private static PreferenceStatement statedPreference(ResultSet row) throws SQLException {
        String period = row.getString("period");
        String preferred = row.getString("preferred_channel");
        var preferences = new Preferences(
                row.getBoolean("no_messages"),
                row.getObject("paused_until", LocalDate.class),
                period == null ? null : new MessageLimit(row.getInt("max_messages"), MessagePeriod.valueOf(period)),
                preferred == null ? null : Channel.valueOf(preferred));
        return new PreferenceStatement(preferences, source(row), statedAt(row));
    }

    private static StatementSource source(ResultSet row) throws SQLException {
        return StatementSource.valueOf(row.getString("source"));
    }

    private static Instant statedAt(ResultSet row) throws SQLException {
        return row.getObject("stated_at", OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
