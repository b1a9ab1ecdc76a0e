package cx.ecou.eventstore.rebuild;

import cx.ecou.eventstore.EventRegister;
import cx.ecou.eventstore.naming.UnknownShape;
import cx.ecou.eventstore.privacy.EventKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The stored events as a rebuild reads them: those that concern its handlers, a page at a time, without metadata. No
 * transaction stays open between two pages, so that however long it takes nothing else is held up.
 */
final class StoredHistory {

    /** What is stored under a name that no module knows any more is read, too: it may be an earlier name. */
    private static final String SELECT = """
            select %s
              from event_store.domain_event
             where global_index > ? and global_index <= ? and payload_type <> all (?)
             order by global_index limit ?""".formatted(HistoryRow.COLUMNS);

    private final JdbcTemplate jdbc;
    private final EventParser parser;
    private final List<EventRegister> registers;
    private final int most;

    /** @param most so many events are a page, and one transaction of a rebuild */
    StoredHistory(JdbcTemplate jdbc, EventParser parser, List<EventRegister> registers, int most) {
        this.jdbc = jdbc;
        this.parser = parser;
        this.registers = List.copyOf(registers);
        this.most = most;
    }

    /** Only the events of which the handlers want to know. */
    Concerning concerning(Predicate<Class<?>> handled) {
        String[] others = registers.stream()
                .flatMap(register ->
                        register.types().stream().filter(handled.negate()).map(register::nameOf))
                .toArray(String[]::new);
        return new Concerning(handled, others);
    }

    /** The events of which some handlers want to know. */
    final class Concerning {

        private final Predicate<Class<?>> handled;
        private final Map<Class<?>, Boolean> known = new ConcurrentHashMap<>();
        private final String[] others;

        private Concerning(Predicate<Class<?>> handled, String[] others) {
            this.handled = handled;
            this.others = others;
        }

        /**
         * The next events behind a position.
         *
         * @param upTo the last position that may be read
         * @throws UnreadableEvent when one of them cannot be made an event
         */
        EventPage after(long position, long upTo) {
            List<HistoryRow> rows = jdbc.query(SELECT, (row, n) -> HistoryRow.read(row), position, upTo, others, most);
            EventKeys keys = parser.keys(rows);
            List<TrackedEventMessage<?>> events = new ArrayList<>(rows.size());
            for (HistoryRow row : rows) {
                parse(row, keys).stream().filter(this::concerns).forEach(events::add);
            }
            long end = rows.size() < most ? upTo : rows.get(rows.size() - 1).position();
            return new EventPage(position, events, end);
        }

        private List<? extends TrackedEventMessage<?>> parse(HistoryRow row, EventKeys keys) {
            try {
                return parser.parse(row, keys);
            } catch (RuntimeException e) {
                if (e instanceof UnknownShape unknown && isOfOthers(unknown)) {
                    return List.of();
                }
                throw new UnreadableEvent(row.position(), e);
            }
        }

        private boolean concerns(TrackedEventMessage<?> event) {
            return known.computeIfAbsent(event.getPayloadType(), handled::test);
        }

        /** An event of a name that nobody knows concerns only those whom events of its module concern. */
        private boolean isOfOthers(UnknownShape event) {
            return !event.kin().isEmpty() && event.kin().stream().noneMatch(handled);
        }
    }

    /** A stored event that this program cannot read. */
    static final class UnreadableEvent extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final long position;

        UnreadableEvent(long position, Throwable cause) {
            super("event " + position + " cannot be read", cause);
            this.position = position;
        }

        long position() {
            return position;
        }
    }
}
