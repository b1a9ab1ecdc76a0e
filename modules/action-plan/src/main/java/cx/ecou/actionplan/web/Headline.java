package cx.ecou.actionplan.web;

import java.text.BreakIterator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a case is called: the beginning of what the customer wrote. */
final class Headline {

    private static final int LONGEST = 80;
    private static final int LEAST = 12;

    private Headline() {}

    /** The first sentence, cut between words where it is long; null where nothing was written. */
    static @Nullable String of(@Nullable String comment, @Nullable String language) {
        if (comment == null || comment.isBlank()) {
            return null;
        }
        String text = comment.strip().replaceAll("\\s+", " ");
        Locale locale = Locale.forLanguageTag(language == null ? "" : language);
        String sentence = text.substring(0, endOfSentence(text, locale)).strip();
        return sentence.length() <= LONGEST ? withoutFullStop(sentence) : cut(text, locale) + "…";
    }

    /** Very short sentences ("No.") say too little: the next one is added. */
    private static int endOfSentence(String text, Locale locale) {
        var sentences = BreakIterator.getSentenceInstance(locale);
        sentences.setText(text);
        int end = sentences.next();
        while (end < LEAST && end != text.length()) {
            end = sentences.next();
        }
        return end;
    }

    private static String withoutFullStop(String sentence) {
        return sentence.endsWith(".") && !sentence.endsWith("..")
                ? sentence.substring(0, sentence.length() - 1)
                : sentence;
    }

    private static String cut(String text, Locale locale) {
        var words = BreakIterator.getWordInstance(locale);
        words.setText(text);
        int end = words.preceding(LONGEST);
        String beginning = end < LEAST ? text.substring(0, LONGEST) : text.substring(0, end);
        return beginning.strip().replaceAll("[\\p{Punct}–—]+$", "");
    }
}
