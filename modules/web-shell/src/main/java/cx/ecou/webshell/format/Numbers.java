package cx.ecou.webshell.format;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.SignDisplay;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;
import cx.ecou.webshell.texts.Language;
import java.math.RoundingMode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Numbers by the rules of a language, with a real minus (U+2212) that is as wide as a plus. */
final class Numbers {

    private enum Kind {
        FIXED,
        SIGNED,
        PERCENT
    }

    private record Style(Kind kind, Language language, int decimals) {}

    private final Map<Style, LocalizedNumberFormatter> formatters = new ConcurrentHashMap<>();

    String fixed(Language language, Number value, int decimals) {
        return write(Kind.FIXED, language, value, decimals);
    }

    String signed(Language language, Number value, int decimals) {
        return write(Kind.SIGNED, language, value, decimals);
    }

    String percent(Language language, Number value, int decimals) {
        return write(Kind.PERCENT, language, value, decimals);
    }

    private String write(Kind kind, Language language, Number value, int decimals) {
        return formatters
                .computeIfAbsent(new Style(kind, language, decimals), Numbers::formatter)
                .format(value)
                .toString();
    }

    private static LocalizedNumberFormatter formatter(Style style) {
        ULocale locale = ULocale.forLocale(style.language().formats());
        LocalizedNumberFormatter formatter = NumberFormatter.withLocale(locale)
                .precision(Precision.fixedFraction(style.decimals()))
                .roundingMode(RoundingMode.HALF_UP)
                .sign(SignDisplay.NEGATIVE)
                .symbols(withRealMinus(locale));
        return switch (style.kind()) {
            case FIXED -> formatter;
            case SIGNED -> formatter.sign(SignDisplay.EXCEPT_ZERO);
            case PERCENT -> formatter.unit(MeasureUnit.PERCENT);
        };
    }

    private static DecimalFormatSymbols withRealMinus(ULocale locale) {
        var symbols = DecimalFormatSymbols.getInstance(locale);
        symbols.setMinusSignString("\u2212");
        return symbols;
    }
}
