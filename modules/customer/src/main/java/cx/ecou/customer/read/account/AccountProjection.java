package cx.ecou.customer.read.account;

import cx.ecou.customer.events.AccountDescribed;
import cx.ecou.customer.events.CustomerDescribed;
import cx.ecou.eventstore.ModelTable;
import cx.ecou.eventstore.RowBuffer;
import cx.ecou.eventstore.RowChanges;
import cx.ecou.eventstore.announce.Announcements;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps one line for each company that was described, or that a customer was said to act for. */
@Component
@ProcessingGroup(AccountDirectory.PROCESSING_GROUP)
class AccountProjection {

    static final ModelTable ACCOUNT = new ModelTable("customer", "account");

    private static final String NAMED = """
            insert into %s (account_id, source, ref, attributes, sorted_by, words)
            values (?, ?, ?, '{}', customer.folded(?), customer.words(?)) on conflict (account_id) do nothing
            """;

    private static final String DESCRIBED = """
            insert into %s (account_id, source, ref, name, attributes, described_at, sorted_by, words)
            values (?, ?, ?, nullif(?, ''), ?, ?, customer.folded(?), customer.words(?))
            on conflict (account_id) do update set name = excluded.name, attributes = excluded.attributes,
              described_at = excluded.described_at, sorted_by = excluded.sorted_by, words = excluded.words
            """;

    private final JdbcTemplate jdbc;
    private final Announcements announcements;
    private final RowBuffer<Known> buffer = new RowBuffer<>(this::write);

    AccountProjection(JdbcTemplate jdbc, Announcements announcements) {
        this.jdbc = jdbc;
        this.announcements = announcements;
    }

    @EventHandler
    void on(CustomerDescribed event) {
        String ref = event.account();
        if (ref != null) {
            buffer.add(new Known(AccountDescribed.accountOf(event.source(), ref), event.source(), ref, null));
        }
    }

    @EventHandler
    void on(AccountDescribed event) {
        buffer.add(new Known(event.accountId(), event.source(), event.ref(), event));
    }

    /** Many customers act for one company: that they do is written once. */
    private void write(List<Known> batch) {
        var rows = new RowChanges();
        Set<UUID> named = new HashSet<>();
        batch.stream()
                .filter(known -> known.description() != null || named.add(known.accountId()))
                .forEach(known -> known.addTo(rows));
        rows.write(jdbc);
        announcements.announce(AccountDirectory.PROCESSING_GROUP);
    }

    /** @param description null when a customer was said to act for it */
    private record Known(
            UUID accountId,
            String source,
            String ref,
            @Nullable AccountDescribed description) {

        void addTo(RowChanges rows) {
            if (description == null) {
                rows.add(accountId, NAMED.formatted(ACCOUNT.target()), accountId, source, ref, ref, ref);
                return;
            }
            String name = Objects.requireNonNullElse(description.name(), "");
            rows.add(
                    accountId,
                    DESCRIBED.formatted(ACCOUNT.target()),
                    accountId,
                    source,
                    ref,
                    name,
                    JsonMapper.shared().writeValueAsString(description.attributes()),
                    description.at().atOffset(ZoneOffset.UTC),
                    name.isEmpty() ? ref : name,
                    name + " " + ref);
        }
    }
}
