package cx.ecou.webshell.texts;

import java.util.List;
import java.util.Locale;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.LocaleResolver;

/** Puts the texts of all modules together and decides the language of a request. */
@Configuration(proxyBeanMethods = false)
@Import(LanguageChoice.class)
public class TextsConfiguration {

    @Bean
    TextBundle webShellTexts() {
        return new TextBundle("texts/web-shell/messages");
    }

    @Bean
    MessageSource messageSource(List<TextBundle> bundles, ObjectProvider<MissingText> missing) {
        return new IcuMessageSource(
                TextFiles.readAll(bundles), missing.getIfAvailable(() -> TextsConfiguration::lastWords));
    }

    @Bean
    LocaleResolver localeResolver() {
        return new ReaderResolver();
    }

    /** The last part of the key as words: {@code inbox.no-feedback} reads "no feedback". */
    private static String lastWords(String key, Locale locale) {
        LoggerFactory.getLogger(IcuMessageSource.class).error("There is no text {} in {}", key, locale);
        return key.substring(key.lastIndexOf('.') + 1).replace('-', ' ');
    }
}
