package cx.ecou.customer.web;

import cx.ecou.webshell.testing.TextCompleteness;
import org.junit.jupiter.api.Test;

class ErasureTextsTests {

    @Test
    void colleagues_are_told_what_erasing_does_in_every_language() {
        TextCompleteness.of("texts/customer/erasure").check();
    }
}
