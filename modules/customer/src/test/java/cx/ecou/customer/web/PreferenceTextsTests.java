package cx.ecou.customer.web;

import cx.ecou.webshell.testing.TextCompleteness;
import org.junit.jupiter.api.Test;

class PreferenceTextsTests {

    @Test
    void customers_read_their_pages_in_every_language() {
        TextCompleteness.of("texts/customer/preferences").check();
        TextCompleteness.of("texts/customer/exports").check();
    }
}
