package cx.ecou.webshell.testing;

import java.util.Locale;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.i18n.LocaleContextHolder;

/** Lets each test speak English, as a reader of the page would: {@code @ExtendWith(InEnglish.class)}. */
public final class InEnglish implements BeforeEachCallback, AfterEachCallback {

    @Override
    public void beforeEach(ExtensionContext test) {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        LocaleContextHolder.resetLocaleContext();
    }
}
