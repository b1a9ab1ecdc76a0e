package cx.ecou.platform.access.account;

import cx.ecou.kernel.Colleague;
import cx.ecou.kernel.Colleagues;
import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.audit.AuditTrail;
import cx.ecou.webshell.audit.Codes;
import cx.ecou.webshell.audit.Deed;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of Ecou. A change of role or password, or closing, ends all sessions of that account. */
@Component
public class Accounts implements Colleagues {

    private static final String KIND = "account";
    private static final String SELECT = "select " + AccountRow.COLUMNS + " from access.account ";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditTrail audit;

    Accounts(JdbcClient jdbc, Clock clock, AuditTrail audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    /** What signing in is checked against. */
    public record Credentials(UUID accountId, @Nullable String passwordHash) {}

    @Override
    public List<Colleague> all() {
        return everybody().stream()
                .filter(Account::open)
                .map(Account::colleague)
                .toList();
    }

    @Override
    public Optional<Colleague> find(UUID id) {
        return account(id).map(Account::colleague);
    }

    /** Every account, open ones first, by name. */
    public List<Account> everybody() {
        return jdbc.sql(SELECT + "order by closed_at is not null, lower(name), email")
                .query((row, n) -> AccountRow.read(row))
                .list();
    }

    public Optional<Account> account(UUID id) {
        return jdbc.sql(SELECT + "where account_id = :id")
                .param("id", id)
                .query((row, n) -> AccountRow.read(row))
                .optional();
    }

    /** Only open accounts have credentials. */
    public Optional<Credentials> credentials(String email) {
        return jdbc.sql("""
                        select account_id, password_hash from access.account
                        where lower(email) = lower(:email) and closed_at is null
                        """)
                .param("email", email)
                .query((row, n) -> new Credentials(row.getObject(1, UUID.class), row.getString(2)))
                .optional();
    }

    /** Whether somebody can sign in as ADMIN. */
    public boolean administratorExists() {
        return jdbc.sql("""
                        select exists (select from access.account
                        where role = 'ADMIN' and closed_at is null and password_hash is not null)
                        """).query(Boolean.class).single();
    }

    /**
     * A new account, for whose owner a password has still to be set.
     *
     * @throws org.springframework.dao.DuplicateKeyException if the e-mail has an account
     */
    @Transactional
    public UUID add(String email, String name, Role role, Set<String> touchpoints) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into access.account (account_id, email, name, role, touchpoints, created_at)
                        values (:id, :email, :name, :role, :touchpoints, :now)
                        """)
                .param("id", id)
                .param("email", email)
                .param("name", name)
                .param("role", role.name())
                .param("touchpoints", touchpoints.toArray(String[]::new))
                .param("now", now())
                .update();
        audit.record(Deed.of("made", KIND, id).with(Codes.NONE.with("role", role)));
        return id;
    }

    /** @throws DomainRuleViolation {@code account.last-admin} if nobody would be left to administrate */
    @Transactional
    public void change(UUID id, String name, Role role, Set<String> touchpoints, boolean available) {
        Account before = account(id).orElseThrow();
        if (role != before.role()) {
            keepAnAdministrator(before);
            endSessions(id);
        }
        jdbc.sql("""
                        update access.account
                        set name = :name, role = :role, touchpoints = :touchpoints, available = :available
                        where account_id = :id
                        """)
                .param("id", id)
                .param("name", name)
                .param("role", role.name())
                .param("touchpoints", touchpoints.toArray(String[]::new))
                .param("available", available)
                .update();
        audit.record(Deed.of(role == before.role() ? "changed" : "role-changed", KIND, id)
                .with(Codes.NONE.with("from", before.role()).with("to", role)));
    }

    /** What everybody may change of their own account. */
    @Transactional
    public void changeProfile(UUID id, String name, @Nullable Locale language, boolean available) {
        jdbc.sql("""
                        update access.account set name = :name, language = :language, available = :available
                        where account_id = :id
                        """)
                .param("id", id)
                .param("name", name)
                .param("language", language == null ? null : language.toLanguageTag())
                .param("available", available)
                .update();
        audit.changed(KIND, id, "changed");
    }

    @Transactional
    public void changePassword(UUID id, String hash) {
        jdbc.sql("update access.account set password_hash = :hash where account_id = :id")
                .param("id", id)
                .param("hash", hash)
                .update();
        endSessions(id);
        audit.changed(KIND, id, "password-changed");
    }

    /** @throws DomainRuleViolation {@code account.last-admin} if nobody would be left to administrate */
    @Transactional
    public void close(UUID id) {
        keepAnAdministrator(account(id).orElseThrow());
        jdbc.sql("update access.account set closed_at = :now where account_id = :id and closed_at is null")
                .param("id", id)
                .param("now", now())
                .update();
        endSessions(id);
        audit.changed(KIND, id, "closed");
    }

    @Transactional
    public void reopen(UUID id) {
        jdbc.sql("update access.account set closed_at = null where account_id = :id")
                .param("id", id)
                .update();
        audit.changed(KIND, id, "reopened");
    }

    public void signedIn(UUID id) {
        jdbc.sql("update access.account set last_signed_in_at = :now where account_id = :id")
                .param("id", id)
                .param("now", now())
                .update();
    }

    private void endSessions(UUID id) {
        jdbc.sql("delete from access.session where account_id = :id")
                .param("id", id)
                .update();
    }

    /** Locks the administrators, so that two of them cannot remove each other at the same moment. */
    private void keepAnAdministrator(Account leaving) {
        List<UUID> administrators = jdbc.sql("""
                        select account_id from access.account
                        where role = 'ADMIN' and closed_at is null and password_hash is not null
                        order by account_id for update
                        """).query(UUID.class).list();
        if (administrators.equals(List.of(leaving.id()))) {
            throw new DomainRuleViolation("account.last-admin");
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
