package cx.ecou.customer.web;

import cx.ecou.webshell.testing.TextCompleteness;
import org.junit.jupiter.api.Test;

class PersonTextsTests {

    @Test
    void every_text_exists_in_all_languages() {
        TextCompleteness.of("texts/customer/persons").check();
    }
}
