package cx.ecou.actionplan.web;

import cx.ecou.actionplan.read.casefile.CaseStep;
import cx.ecou.webshell.format.Format;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says in the reader's language what happened to a case, as {@code @caseWords} in a template. */
@Component("caseWords")
class CaseWords {

    private final MessageSource texts;
    private final Format format;

    CaseWords(MessageSource texts, Format format) {
        this.texts = texts;
        this.format = format;
    }

    /** What follows the name of who did it: "took the case". */
    public String what(CaseView.Line line) {
        CaseStep step = line.step();
        String key = "case.history." + step.what();
        return switch (step.what()) {
            case OPENED, REOPENED -> text(key, moment(step.dueAt()));
            case ASSIGNED -> assigned(line);
            case CONTACTED -> text(key, text("contact." + Objects.requireNonNull(step.channel())));
            case RESOLVED ->
                text(
                        key,
                        text("outcome." + Objects.requireNonNull(step.outcome())),
                        text("cause." + Objects.requireNonNull(step.rootCause())));
            case ESCALATED -> text(key, String.valueOf(line.whom()));
            case NOTED, CLOSED, UNREADABLE -> text(key);
        };
    }

    /** The name of a language in the reader's own. */
    public String language(String tag) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(LocaleContextHolder.getLocale());
    }

    private String assigned(CaseView.Line line) {
        CaseStep step = line.step();
        return step.by() != null && step.by().equals(step.colleague())
                ? text("case.history.TAKEN")
                : text("case.history.ASSIGNED", line.whom() == null ? "–" : line.whom());
    }

    private String moment(@Nullable Instant moment) {
        return format.dateTime(Objects.requireNonNull(moment));
    }

    private String text(String key, Object... values) {
        return texts.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
