package cx.ecou.platform.audit.page;

import cx.ecou.platform.access.account.Account;
import cx.ecou.platform.access.account.Accounts;
import cx.ecou.platform.access.key.ApiKey;
import cx.ecou.platform.access.key.ApiKeys;
import cx.ecou.platform.audit.ActorKind;
import cx.ecou.webshell.components.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Names what the log knows by ids and words, in the reader's language: the log itself holds no name. */
@Component
class Names {

    private final Accounts accounts;
    private final ApiKeys keys;
    private final MessageSource texts;

    Names(Accounts accounts, ApiKeys keys, MessageSource texts) {
        this.accounts = accounts;
        this.keys = keys;
        this.texts = texts;
    }

    /** The names as they are today. */
    Known known() {
        return new Known(
                accounts.everybody().stream().collect(Collectors.toMap(Account::id, Function.identity())),
                keys.all().stream().collect(Collectors.toMap(ApiKey::id, Function.identity())));
    }

    /** The accounts and keys of today. */
    record Known(Map<UUID, Account> accounts, Map<UUID, ApiKey> keys) {

        @Nullable
        String of(UUID id) {
            Account account = accounts.get(id);
            ApiKey key = keys.get(id);
            return account != null ? account.name() : key != null ? key.name() + " (" + key.publicId() + ")" : null;
        }
    }

    /** Everybody who may have done something, for a select box. */
    List<Option> everybody() {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", text("audit.who.all")));
        accounts.everybody()
                .forEach(account -> options.add(new Option(account.id().toString(), account.name())));
        keys.all()
                .forEach(key -> options.add(
                        new Option(key.id().toString(), text("audit.who.key", key.name(), key.publicId()))));
        options.add(stranger(ActorKind.NOBODY));
        options.add(stranger(ActorKind.ECOU));
        return options;
    }

    private Option stranger(ActorKind kind) {
        return new Option(kind.name(), actorKind(kind.name()));
    }

    String actorKind(String kind) {
        return text("audit.actor." + kind);
    }

    /** Words for a select box, by their texts. */
    List<Option> options(String prefix, List<String> words) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", text("audit." + prefix + ".all")));
        words.forEach(word -> options.add(new Option(word, word(prefix, word))));
        return options;
    }

    /** The text of an action or a kind; the word itself where a module has gone, and its texts with it. */
    String word(String prefix, String word) {
        String text =
                texts.getMessage("audit." + prefix + "." + word, new Object[0], word, LocaleContextHolder.getLocale());
        return text == null ? word : text;
    }

    private String text(String key, Object... values) {
        return texts.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
