package cx.ecou.platform.audit;

import cx.ecou.kernel.Actor;
import cx.ecou.kernel.Colleague;
import cx.ecou.webshell.access.CurrentActor;
import cx.ecou.webshell.audit.AuditTrail;
import cx.ecou.webshell.audit.Deed;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Writes what was done, at once: in the transaction that is open, else in one of its own, and always before the answer
 * leaves. Nobody waits for anybody: entries are linked to each other afterwards.
 */
@Component
class AuditLog implements AuditTrail {

    private static final String INSERT = """
            insert into audit.entry (at, actor_kind, actor_id, origin, action, object_kind, object_id, codes, outcome)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    AuditLog(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Who(ActorKind kind, @Nullable UUID id) {}

    @Override
    public void record(Deed deed) {
        String address = address();
        Who who = who(deed.by(), address != null);
        jdbc.update(
                INSERT,
                Timestamp.from(clock.instant()),
                who.kind().name(),
                who.id(),
                Origin.of(address),
                deed.action(),
                deed.kind(),
                deed.id(),
                deed.codes().toString(),
                deed.outcome().name());
    }

    private static Who who(@Nullable UUID account, boolean asked) {
        if (account != null) {
            return new Who(ActorKind.COLLEAGUE, account);
        }
        return CurrentActor.find().map(AuditLog::known).orElseGet(() -> stranger(asked));
    }

    private static Who known(Actor actor) {
        return new Who(actor instanceof Colleague ? ActorKind.COLLEAGUE : ActorKind.PROGRAM, actor.id());
    }

    private static Who stranger(boolean asked) {
        return new Who(asked ? ActorKind.NOBODY : ActorKind.ECOU, null);
    }

    /** Of the request that is being answered; null where there is none. */
    private static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : null;
    }
}
