package cx.ecou.webshell.texts;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;

/** Reads the text files of all modules when Ecou starts, so that a missing file is found then and not by a reader. */
public final class TextFiles {

    private TextFiles() {}

    /** All texts of all bundles. Two modules may not use one key. */
    public static Map<Language, Map<String, String>> readAll(List<TextBundle> bundles) {
        Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Map<String, String> ofLanguage = new HashMap<>();
            bundles.stream().distinct().forEach(bundle -> add(read(bundle, language), ofLanguage, bundle));
            texts.put(language, ofLanguage);
        }
        return texts;
    }

    /** The texts of one bundle in one language, by key. */
    public static Map<String, String> read(TextBundle bundle, Language language) {
        var file = new ClassPathResource(bundle.path() + "_" + language.tag() + ".properties");
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            var properties = new Properties();
            properties.load(reader);
            Map<String, String> texts = new HashMap<>();
            properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException("the texts " + file.getPath() + " cannot be read", e);
        }
    }

    private static void add(Map<String, String> texts, Map<String, String> all, TextBundle bundle) {
        texts.forEach((key, text) -> {
            if (all.put(key, text) != null) {
                throw new IllegalStateException("the text key " + key + " of " + bundle.path() + " is taken already");
            }
        });
    }
}
