package cx.ecou.platform.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/**
 * What is said, by language and occasion, from {@code demo/comments_<language>.txt}: below {@code [delivery -]} each line
 * is a sentence in which <code>{a|b}</code> stands for one of the alternatives.
 */
final class Phrases {

    private static final Pattern CHOICE = Pattern.compile("\\{([^{}]*)}");

    private final Map<String, List<String>> byOccasion = new HashMap<>();

    private Phrases(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("[")) {
                lines = new ArrayList<>();
                byOccasion.put(line.substring(1, line.indexOf(']')), lines);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                lines.add(line.strip());
            }
        }
    }

    static Phrases in(String language) {
        try (InputStream file = new ClassPathResource("demo/comments_" + language + ".txt").getInputStream()) {
            return new Phrases(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something that fits the occasion. */
    String about(String occasion, Chance chance) {
        List<String> lines = Objects.requireNonNull(byOccasion.get(occasion), () -> "nothing to say: " + occasion);
        Matcher choices = CHOICE.matcher(chance.oneOf(lines));
        return choices.replaceAll(choice ->
                Matcher.quoteReplacement(chance.oneOf(List.of(choice.group(1).split("\\|", -1)))));
    }
}
