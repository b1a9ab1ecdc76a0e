package cx.ecou.platform.demo;

import cx.ecou.kernel.Personal;
import cx.ecou.kernel.Redacted;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An invented customer.
 *
 * @param ref the shop's own key
 * @param email under a domain that nobody can own
 */
record Customer(
        String ref,
        Market market,
        @Personal String name,
        @Personal @Nullable String email,
        String region,
        String segment) {

    static final int COUNT = 6_500;

    private static final List<String> SEGMENTS = List.of(
            "returning", "returning", "returning", "returning", "new", "new", "club", "club", "club", "business");
    private static final String INITIALS = "ABCDEFGHJKLMNOPRSTVWZ";
    private static final double GIVES_EMAIL = 0.6;

    static Customer number(int number) {
        Chance chance = Chance.of("customer", number);
        Market market = chance.weighted(List.of(Market.values()), Market::weight);
        String first = chance.oneOf(market.firstNames());
        String ref = "c-" + (10_000 + number);
        return new Customer(
                ref,
                market,
                first + " " + INITIALS.charAt(chance.below(INITIALS.length())) + ".",
                chance.happens(GIVES_EMAIL) ? plain(first) + "." + ref.substring(2) + "@mail.example" : null,
                chance.oneOf(market.regions()),
                chance.oneOf(SEGMENTS));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace("ł", "l")
                .replace("Ł", "L")
                .toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return Redacted.describe(this);
    }
}
