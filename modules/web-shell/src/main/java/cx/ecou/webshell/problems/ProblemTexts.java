package cx.ecou.webshell.problems;

import cx.ecou.kernel.DomainRuleViolation;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** Says to a reader, in their language, what is wrong; as {@code @problemTexts} in a template. */
public final class ProblemTexts {

    private final MessageSource texts;

    ProblemTexts(MessageSource texts) {
        this.texts = texts;
    }

    /** The text {@code problem.<code>}; where a module wrote none, the message of the problem. */
    public String of(FieldProblem problem) {
        return find("problem." + problem.code()).orElse(problem.message());
    }

    /** The text {@code rule.<code>} with the values of the broken rule, if its module wrote one. */
    public Optional<String> of(DomainRuleViolation broken) {
        return find("rule." + broken.code(), broken.values().toArray());
    }

    /** What an API answer says about a broken rule. */
    String inEnglish(DomainRuleViolation broken) {
        return find(Locale.ENGLISH, "rule." + broken.code(), broken.values().toArray())
                .orElse("A rule does not allow this now.");
    }

    private Optional<String> find(String key, Object... values) {
        return find(LocaleContextHolder.getLocale(), key, values);
    }

    private Optional<String> find(Locale locale, String key, Object... values) {
        return Optional.ofNullable(texts.getMessage(key, values, null, locale));
    }
}
