package cx.ecou.insight.web.customer;

import cx.ecou.kernel.Colleague;
import cx.ecou.kernel.Colleagues;
import cx.ecou.webshell.format.Format;
import cx.ecou.webshell.texts.Language;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** How things are called on the pages of customers, in the reader's language. */
@Component
class CustomerWords {

    private final MessageSource texts;
    private final Format format;
    private final Colleagues colleagues;

    CustomerWords(MessageSource texts, Format format, Colleagues colleagues) {
        this.texts = texts;
        this.format = format;
        this.colleagues = colleagues;
    }

    String text(String key, Object... values) {
        return texts.getMessage(key, values, locale());
    }

    String date(Instant moment) {
        return format.date(moment);
    }

    /** As an axis wants it. */
    String shortDay(Instant moment) {
        return DateTimeFormatter.ofPattern(text("format.short-day"), locale()).format(moment.atZone(format.zone()));
    }

    String dateTime(Instant moment) {
        return format.dateTime(moment);
    }

    /** The name of a colleague, also of a former one; null for nobody and for a program. */
    @Nullable
    String colleague(@Nullable UUID id) {
        return id == null ? null : colleagues.find(id).map(Colleague::name).orElse(null);
    }

    private static Locale locale() {
        return Language.of(LocaleContextHolder.getLocale()).locale();
    }
}
