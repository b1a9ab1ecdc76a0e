package cx.ecou.webshell.texts;

import java.util.List;
import org.springframework.context.MessageSource;

/** Real texts for tests without an application. */
public final class Texts {

    private Texts() {}

    public static MessageSource of(TextBundle... bundles) {
        return new IcuMessageSource(TextFiles.readAll(List.of(bundles)), (key, locale) -> {
            throw new IllegalStateException("there is no text " + key + " in " + locale);
        });
    }
}
