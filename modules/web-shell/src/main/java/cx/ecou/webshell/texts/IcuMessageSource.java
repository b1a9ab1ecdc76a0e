package cx.ecou.webshell.texts;

import com.ibm.icu.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;

/**
 * Answers text keys with the ICU message format, which knows the plurals of Polish, Czech and Romanian:
 * {@code {0, plural, one {# case} few {# cases} many {# cases} other {# cases}}}.
 */
final class IcuMessageSource implements MessageSource {

    private final Map<Language, Map<String, String>> texts;
    private final MissingText missing;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    IcuMessageSource(Map<Language, Map<String, String>> texts, MissingText missing) {
        this.texts = texts;
        this.missing = missing;
    }

    @Override
    public String getMessage(String code, Object @Nullable [] arguments, @Nullable Locale locale) {
        String text = find(code, arguments, locale);
        return text == null ? missing.instead(code, known(locale)) : text;
    }

    @Override
    public @Nullable String getMessage(
            String code, Object @Nullable [] arguments, @Nullable String otherwise, @Nullable Locale locale) {
        String text = find(code, arguments, locale);
        return text == null ? otherwise : text;
    }

    @Override
    public String getMessage(MessageSourceResolvable message, @Nullable Locale locale) {
        String[] codes = message.getCodes() == null ? new String[0] : message.getCodes();
        for (String code : codes) {
            String text = find(code, message.getArguments(), locale);
            if (text != null) {
                return text;
            }
        }
        if (message.getDefaultMessage() == null) {
            throw new NoSuchMessageException(codes.length == 0 ? "" : codes[codes.length - 1], known(locale));
        }
        return message.getDefaultMessage();
    }

    private @Nullable String find(String code, Object @Nullable [] arguments, @Nullable Locale locale) {
        Language language = Language.of(known(locale));
        String pattern = texts.getOrDefault(language, Map.of()).get(code);
        if (pattern == null || isPlain(pattern)) {
            return pattern;
        }
        MessageFormat format = formats.computeIfAbsent(
                language.tag() + " " + code, key -> new MessageFormat(pattern, language.formats()));
        synchronized (format) {
            return format.format(arguments == null ? new Object[0] : arguments, new StringBuffer(), null)
                    .toString();
        }
    }

    private static Locale known(@Nullable Locale locale) {
        return locale == null ? Locale.ENGLISH : locale;
    }

    private static boolean isPlain(String pattern) {
        return pattern.indexOf('{') < 0 && !pattern.contains("''");
    }
}
