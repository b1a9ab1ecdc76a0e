package cx.ecou.customer.web;

import cx.ecou.customer.events.Channel;
import cx.ecou.customer.events.MessagePeriod;
import cx.ecou.customer.write.consent.MessageLimit;
import cx.ecou.customer.write.consent.Preferences;
import cx.ecou.webshell.problems.InvalidInput;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a customer wants to be written to, as it was sent: it is shown again when it cannot be accepted. Whether they want messages
 * at all is not asked here: a page that was opened before they ended them does not begin them again.
 *
 * @param pausedUntil a day, {@code 2026-12-01}
 * @param atMost a number and a period, {@code 2/MONTH}
 * @param preferredChannel the name of a channel
 */
record PreferenceForm(
        @Nullable String pausedUntil,
        @Nullable String atMost,
        @Nullable String preferredChannel) {

    private static final Pattern LIMIT = Pattern.compile("([1-9]\\d?)/(DAY|WEEK|MONTH)");

    static PreferenceForm of(Preferences preferences, LocalDate today) {
        LocalDate pausedUntil = preferences.pausedUntil();
        MessageLimit atMost = preferences.atMost();
        Channel preferred = preferences.preferredChannel();
        return new PreferenceForm(
                pausedUntil == null || !pausedUntil.isAfter(today) ? null : pausedUntil.toString(),
                atMost == null ? null : written(atMost),
                preferred == null ? null : preferred.name());
    }

    static String written(MessageLimit limit) {
        return limit.messages() + "/" + limit.period();
    }

    /** @throws InvalidInput when a field cannot be read or accepted */
    Preferences read(Preferences before, LocalDate today) {
        return new Preferences(before.noMessages(), pause(today), limit(), channel());
    }

    private @Nullable LocalDate pause(LocalDate today) {
        if (isBlank(pausedUntil)) {
            return null;
        }
        LocalDate day = day(String.valueOf(pausedUntil).strip());
        if (!day.isAfter(today) || day.isAfter(today.plusYears(Preferences.LONGEST_PAUSE_YEARS))) {
            throw InvalidInput.of(
                    "pausedUntil", "pause-out-of-range", "A pause ends after today and within five years.");
        }
        return day;
    }

    private static LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException e) {
            throw InvalidInput.of("pausedUntil", "not-a-date", "A date looks like 2026-11-30.");
        }
    }

    private @Nullable MessageLimit limit() {
        if (isBlank(atMost)) {
            return null;
        }
        Matcher read = LIMIT.matcher(String.valueOf(atMost));
        if (!read.matches()) {
            throw unknown("atMost");
        }
        return new MessageLimit(Integer.parseInt(read.group(1)), MessagePeriod.valueOf(read.group(2)));
    }

    private @Nullable Channel channel() {
        return isBlank(preferredChannel)
                ? null
                : Arrays.stream(Channel.values())
                        .filter(channel -> channel.name().equals(preferredChannel))
                        .findFirst()
                        .orElseThrow(() -> unknown("preferredChannel"));
    }

    private static InvalidInput unknown(String field) {
        return InvalidInput.of(field, "unknown-value", "Choose one of the values in the list.");
    }

    private static boolean isBlank(@Nullable String written) {
        return written == null || written.isBlank();
    }
}
