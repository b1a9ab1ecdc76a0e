package cx.ecou.webshell.texts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language in which Ecou speaks. Every text exists in each of them. */
public enum Language {
    ENGLISH("en", "English", Locale.UK),
    POLISH("pl", "Polski", Locale.forLanguageTag("pl-PL")),
    CZECH("cs", "Čeština", Locale.forLanguageTag("cs-CZ")),
    ROMANIAN("ro", "Română", Locale.forLanguageTag("ro-RO"));

    private final String tag;
    private final String ownName;
    private final Locale formats;

    Language(String tag, String ownName, Locale formats) {
        this.tag = tag;
        this.ownName = ownName;
        this.formats = formats;
    }

    /** As in {@code <html lang>} and in the names of text files: {@code pl}. */
    public String tag() {
        return tag;
    }

    /** What its speakers call it. */
    public String ownName() {
        return ownName;
    }

    /** The locale by which texts are chosen. */
    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** The locale whose number and date formats go with the language: English is written 2 Nov 2026, 09:14. */
    public Locale formats() {
        return formats;
    }

    public static Optional<Language> withTag(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equalsIgnoreCase(tag))
                .findFirst();
    }

    /** The language of a locale; English for all others. */
    public static Language of(Locale locale) {
        return withTag(locale.getLanguage()).orElse(ENGLISH);
    }

    /** The first wish that can be met; English when none can. */
    public static Language firstOf(List<Locale> wishes) {
        return wishes.stream()
                .flatMap(wish -> withTag(wish.getLanguage()).stream())
                .findFirst()
                .orElse(ENGLISH);
    }
}
