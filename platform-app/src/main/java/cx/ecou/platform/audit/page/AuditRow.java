package cx.ecou.platform.audit.page;

import cx.ecou.platform.audit.ActorKind;
import cx.ecou.platform.audit.chain.Entry;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the page shows it.
 *
 * @param who the name of the account or key; null if there is none any more, or never was
 * @param actor what kind of somebody it was, in words
 * @param action in words
 * @param kind of the thing, in words
 * @param object the name of the thing where it is an account or a key; null: only its id is known
 */
record AuditRow(
        Entry entry,
        @Nullable String who,
        String actor,
        String action,
        String kind,
        @Nullable String object) {

    static AuditRow of(Entry entry, Names.Known known, Names names) {
        UUID object = colleagueOrKey(entry);
        return new AuditRow(
                entry,
                entry.actorId() == null ? null : known.of(entry.actorId()),
                names.actorKind(entry.actorKind()),
                names.word("action", entry.action()),
                names.word("kind", entry.kind()),
                object == null ? null : known.of(object));
    }

    private static @Nullable UUID colleagueOrKey(Entry entry) {
        boolean named = entry.kind().equals("account") || entry.kind().equals("api-key");
        return named && entry.objectId() != null ? UUID.fromString(entry.objectId()) : null;
    }

    public boolean byPerson() {
        return entry.actorKind().equals(ActorKind.COLLEAGUE.name());
    }

    public boolean refused() {
        return !entry.outcome().equals("DONE");
    }
}
