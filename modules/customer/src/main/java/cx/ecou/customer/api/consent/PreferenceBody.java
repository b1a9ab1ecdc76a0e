package cx.ecou.customer.api.consent;

import cx.ecou.customer.events.Channel;
import cx.ecou.customer.events.MessagePeriod;
import cx.ecou.customer.events.StatementSource;
import cx.ecou.customer.write.consent.MessageLimit;
import cx.ecou.customer.write.consent.PreferenceStatement;
import cx.ecou.customer.write.consent.Preferences;
import cx.ecou.webshell.problems.InvalidInput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** How a customer wants to be written to, as programs write and read it. */
record PreferenceBody(
        @Nullable Boolean noMessages,
        @Nullable LocalDate pausedUntil,
        @Nullable Limit atMost,
        @Nullable Channel preferredChannel,
        @Nullable StatementSource source,
        @Nullable Instant at) {

    PreferenceBody {
        Required.of("noMessages", noMessages);
        Required.of("source", source);
        Instant said = Required.of("at", at);
        if (pausedUntil != null
                && pausedUntil.isAfter(
                        LocalDate.ofInstant(said, ZoneOffset.UTC).plusYears(Preferences.LONGEST_PAUSE_YEARS))) {
            throw InvalidInput.of(
                    "pausedUntil", "out-of-range", "A pause ends within five years. Who wants no messages says so.");
        }
    }

    static @Nullable PreferenceBody of(@Nullable PreferenceStatement said) {
        if (said == null) {
            return null;
        }
        Preferences wanted = said.preferences();
        return new PreferenceBody(
                wanted.noMessages(),
                wanted.pausedUntil(),
                Limit.of(wanted.atMost()),
                wanted.preferredChannel(),
                said.source(),
                said.at());
    }

    PreferenceStatement statement() {
        var wanted = new Preferences(
                Required.of("noMessages", noMessages),
                pausedUntil,
                atMost == null ? null : atMost.limit(),
                preferredChannel);
        return new PreferenceStatement(wanted, Required.of("source", source), Required.of("at", at));
    }

    /** At most so many messages in any such period. */
    record Limit(@Nullable Integer messages, @Nullable MessagePeriod period) {

        Limit {
            int wanted = Required.of("messages", messages);
            if (wanted < 1 || wanted > MessageLimit.MOST) {
                throw InvalidInput.of(
                        "messages", "out-of-range", "A limit is a whole number from 1 to " + MessageLimit.MOST + ".");
            }
            Required.of("period", period);
        }

        static @Nullable Limit of(@Nullable MessageLimit limit) {
            return limit == null ? null : new Limit(limit.messages(), limit.period());
        }

        MessageLimit limit() {
            return new MessageLimit(Required.of("messages", messages), Required.of("period", period));
        }
    }
}
