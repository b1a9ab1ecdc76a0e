package cx.ecou.platform.demo;

import cx.ecou.kernel.Role;
import cx.ecou.platform.access.account.Account;
import cx.ecou.platform.access.account.Accounts;
import cx.ecou.platform.access.account.Passwords;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Who works in the shop. They all have one password, which is no secret. */
@Component
@Profile("demo")
class DemoPeople {

    static final String PASSWORD = "echo-of-a-customer";

    static final List<Person> EVERYBODY = List.of(
            new Person("ilinca", "Ilinca Popa", Role.ADMIN, Set.of()),
            new Person("marek", "Marek Nowak", Role.CX_MANAGER, Set.of()),
            new Person("ana", "Ana Kowalska", Role.CX_AGENT, Set.of("delivery")),
            new Person("petr", "Petr Dvořák", Role.CX_AGENT, Set.of("delivery", "service-desk")),
            new Person("ioana", "Ioana Munteanu", Role.CX_AGENT, Set.of("product", "returns", "store")),
            new Person("emma", "Emma Reed", Role.CX_AGENT, Set.of("website", "checkout")),
            new Person("jana", "Jana Veselá", Role.EXECUTIVE, Set.of()));

    private final Accounts accounts;
    private final Passwords passwords;

    DemoPeople(Accounts accounts, Passwords passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /**
     * Somebody who works in the shop.
     *
     * @param touchpoints for which they answer
     */
    record Person(String key, String name, Role role, Set<String> touchpoints) {

        String email() {
            return key + "@casaverda.example";
        }
    }

    /** The accounts of the agents, by e-mail. */
    record Staff(Map<String, UUID> accounts) {

        UUID ownerOf(String touchpoint, Chance chance) {
            List<Person> answering = EVERYBODY.stream()
                    .filter(person -> person.touchpoints().contains(touchpoint))
                    .toList();
            List<Person> agents = EVERYBODY.stream()
                    .filter(person -> person.role() == Role.CX_AGENT)
                    .toList();
            Person owner = chance.oneOf(answering.isEmpty() ? agents : answering);
            return Objects.requireNonNull(accounts.get(owner.email()));
        }
    }

    /** Lets everybody in who is not there yet. */
    Staff hire() {
        Map<String, UUID> present = accounts.everybody().stream()
                .collect(Collectors.toMap(Account::email, Account::id, (one, other) -> one));
        EVERYBODY.forEach(person -> present.computeIfAbsent(person.email(), email -> add(person)));
        return new Staff(Map.copyOf(present));
    }

    private UUID add(Person person) {
        UUID id = accounts.add(person.email(), person.name(), person.role(), person.touchpoints());
        accounts.changePassword(id, passwords.hash(PASSWORD));
        return id;
    }
}
