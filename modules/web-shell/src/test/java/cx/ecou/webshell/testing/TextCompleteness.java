package cx.ecou.webshell.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import cx.ecou.webshell.texts.Language;
import cx.ecou.webshell.texts.TextBundle;
import cx.ecou.webshell.texts.TextFiles;
import java.util.Map;
import java.util.TreeSet;

/**
 * Asserts that a module speaks all languages: {@code TextCompleteness.of("texts/feedback/messages").check()} is the whole
 * test of a module's texts.
 */
public final class TextCompleteness {

    private final TextBundle bundle;
    private final Map<String, String> english;

    private TextCompleteness(TextBundle bundle) {
        this.bundle = bundle;
        this.english = TextFiles.read(bundle, Language.ENGLISH);
    }

    public static TextCompleteness of(String path) {
        return new TextCompleteness(new TextBundle(path));
    }

    /** Same keys, same arguments, readable formats, no empty text, and comma-below letters in Romanian. */
    public void check() {
        for (Language language : Language.values()) {
            Map<String, String> texts = TextFiles.read(bundle, language);
            assertThat(new TreeSet<>(texts.keySet()))
                    .as("keys of %s in %s", bundle.path(), language)
                    .isEqualTo(new TreeSet<>(english.keySet()));
            texts.forEach((key, text) -> check(language, key, text));
        }
    }

    private void check(Language language, String key, String text) {
        assertThat(text).as("%s in %s", key, language).isNotBlank();
        assertThat(new MessageFormat(text, language.locale()).getArgumentNames())
                .as("arguments of %s in %s", key, language)
                .isEqualTo(new MessageFormat(english.get(key), language.locale()).getArgumentNames());
        if (language == Language.ROMANIAN) {
            assertThat(text)
                    .as("%s: letters with a comma below, not a cedilla", key)
                    .doesNotContainPattern("[şţŞŢ]");
        }
    }
}
